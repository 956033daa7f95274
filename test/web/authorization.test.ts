import type { Express } from 'express';
import type request from 'supertest';
import type TestAgent from 'supertest/lib/agent';
import { link, paths } from '../../src/paths';
import { createAuthenticator } from '../../src/people/authenticator';
import { createSignInLimit } from '../../src/people/sign-in-limit';
import { type Route, routesFor } from '../../src/routes';
import { startTestApp, type TestApp } from '../support/app';
import { admin, agent, colleague } from '../support/factories';
import { browser, signIn } from '../support/sign-in';

type Guarded = Route['guard']['name'];

/** How a route may answer somebody who may not enter. */
const outside = { toSignIn: 303, forbidden: 403, notThere: 404 } as const;

/** Who is kept out of what, and how. Whoever is not named gets in. */
const keptOut: Record<Guarded, Partial<Record<Person, keyof typeof outside>>> = {
  anyone: {},
  signedIn: { stranger: 'toSignIn' },
  employee: { stranger: 'toSignIn' },
  agent: { stranger: 'toSignIn', colleague: 'forbidden', admin: 'forbidden' },
  admin: { stranger: 'toSignIn', colleague: 'forbidden', agent: 'forbidden' },
  // Without its token it is not there, for nobody.
  metricsToken: { stranger: 'notThere', colleague: 'notThere', agent: 'notThere', admin: 'notThere' },
  // A link nobody has, so nobody gets in, agents neither.
  agentOrAdmin: { stranger: 'toSignIn', colleague: 'forbidden' },
  // Off unless the house wants it.
  publicClaims: { stranger: 'notThere', colleague: 'notThere', agent: 'notThere', admin: 'notThere' },
  singleSignOn: { stranger: 'notThere', colleague: 'notThere', agent: 'notThere', admin: 'notThere' },
  inquiryLink: { stranger: 'notThere', colleague: 'notThere', agent: 'notThere', admin: 'notThere' },
  statusLink: { stranger: 'notThere', colleague: 'notThere', agent: 'notThere', admin: 'notThere' },
};

const people = ['stranger', 'colleague', 'agent', 'admin'] as const;
type Person = (typeof people)[number];

let test: TestApp;
let routes: Route[];
let browsers: Record<Person, TestAgent>;

beforeAll(async () => {
  test = await startTestApp();
  routes = routesFor(test.services, createAuthenticator(createSignInLimit(test.connection), test.services.signInWays));
  browsers = await everybody(test.app);
});
afterAll(() => test.stop());

async function everybody(app: Express): Promise<Record<Person, TestAgent>> {
  return {
    stranger: browser(app),
    colleague: await signIn(app, await colleague()),
    agent: await signIn(app, await agent()),
    admin: await signIn(app, await admin()),
  };
}

/** A place that does not exist: whoever may enter finds nothing there, and nothing changes. */
function somewhere(path: string): string {
  const nothing = '0'.repeat(24);
  const names = [...path.matchAll(/:(\w+)/g)].map((match) => [match[1], nothing]);
  return link(path, Object.fromEntries(names));
}

/** Those who get in are not signed out on the way. */
const leaving: readonly string[] = [paths.signOut, paths.signInsEnd];
const lastly = (one: Route, other: Route) => Number(leaving.includes(one.path)) - Number(leaving.includes(other.path));

describe.each(people)('a %s', (person) => {
  it('is let in and kept out as the table says, route by route', async () => {
    const wrong: string[] = [];
    for (const route of [...routes].sort(lastly)) {
      const answer = await visit(browsers[person], route);
      if (!isRight(answer, route, person)) wrong.push(`${route.method} ${route.path}: ${answer.status}`);
    }
    expect(wrong).toEqual([]);
  });
});

function visit(visitor: TestAgent, { method, path }: Route): request.Test {
  const sent = visitor[method](somewhere(path)).set('Sec-Fetch-Site', 'same-origin');
  return method === 'post' ? sent.type('form').send('') : sent;
}

function isRight({ status, headers }: request.Response, { guard, path }: Route, person: Person): boolean {
  const kept = keptOut[guard.name][person];
  const sentAway = status === 303 && String(headers.location).startsWith('/sign-in');
  if (kept === undefined)
    return guard.name === 'anyone' || leaving.includes(path) || (!sentAway && status !== 403 && status < 500);
  return kept === 'toSignIn' ? sentAway : status === outside[kept];
}

it('every address has its guard', () => {
  const unguarded = routes.filter(({ guard }) => !(guard.name in keptOut));
  expect(unguarded).toEqual([]);
  expect(routes.length).toBeGreaterThan(5);
});

it('only these are open to everybody', () => {
  const open = routes.filter(({ guard }) => guard.name === 'anyone').map(({ method, path }) => `${method} ${path}`);
  expect(open.sort()).toEqual([
    'get /feed/:feedToken.atom',
    'get /healthz',
    'get /invitation/:token',
    'get /readyz',
    'get /shared-photos/:ticket',
    'get /sign-in',
    'get /sign-in/code',
    'get /unsubscribe/:letter',
    'post /invitation/:token',
    'post /sign-in',
    'post /sign-in/code',
    'post /sign-out',
    'post /unsubscribe/:letter',
  ]);
});
