import type TestAgent from 'supertest/lib/agent';
import { appealFor } from '../../src/appeals/find-appeals';
import { answerDays } from '../../src/domain/person-search';
import { AppealModel } from '../../src/models/appeal';
import { CustomerModel } from '../../src/models/customer';
import { PersonSearchModel } from '../../src/models/person-search';
import { paths } from '../../src/paths';
import type { Route } from '../../src/routes';
import { startTestApp, type TestApp } from '../support/app';
import { tokenOf } from '../support/cases';
import { admin, agent, colleague } from '../support/factories';
import { person } from '../support/plain-appeal';
import { allRoutes, type Prepared, requestsOn, send } from '../support/requests';
import { sampledRoutes, sampleFor } from '../support/samples';
import { browser, signIn } from '../support/sign-in';

/** `finder`: the colleague whose find the case has; `colleague`: any other. */
const viewers = ['nobody', 'colleague', 'finder', 'admin', 'agent'] as const;
type Viewer = (typeof viewers)[number];

/** How a request is answered: let in, or kept out with this status. */
type Answer = 'in' | 'to sign-in' | 403 | 404 | 409;

let test: TestApp;
let browsers: Record<Viewer, TestAgent>;
let prepare: ReturnType<typeof requestsOn>;
beforeAll(async () => {
  test = await startTestApp();
  const [finder, decider] = [await colleague(), await agent()];
  prepare = requestsOn(test.services, { agent: decider, finder });
  browsers = {
    nobody: browser(test.app),
    colleague: await signIn(test.app, await colleague()),
    finder: await signIn(test.app, finder),
    admin: await signIn(test.app, await admin()),
    agent: await signIn(test.app, decider),
  };
});
afterAll(() => test.stop());

const named = (name: Route['guard']['name']) => allRoutes.filter(({ guard }) => guard.name === name);
const forAccounts = [
  ...named('signedIn'),
  ...named('employee'),
  ...named('agent'),
  ...named('admin'),
  ...named('agentOrAdmin'),
];
/** Whoever goes this way is out: with a browser of its own. */
const leaving = forAccounts.filter(({ path }) => path === paths.signInsEnd);
const staying = forAccounts.filter((route) => !leaving.includes(route));
const ofCases = forAccounts.filter(({ path }) => path.includes(':id'));
const forCustomers = named('statusLink');
const forSought = named('inquiryLink');

it('has a sample of every route', () => {
  expect(sampledRoutes.toSorted()).toEqual(allRoutes.map(({ method, path }) => `${method} ${path}`).sort());
  expect([
    ...forAccounts,
    ...forCustomers,
    ...forSought,
    ...named('publicClaims'),
    ...named('singleSignOn'),
    ...named('anyone'),
    ...named('metricsToken'),
  ]).toHaveLength(allRoutes.length);
});

/** What is done by whoever keeps the spare, which is the finder here, and by agents. */
const ofKeepers: readonly string[] = [
  paths.editSpare,
  paths.spareConfirmation,
  paths.spareGifts,
  paths.spareWithdrawal,
];

/** What is a finder's own, and agents may do as well. */
const ofAgentsToo: readonly string[] = [paths.reservationRelease, paths.findSlip];

const namesOf = ({ name }: Route['guard']): string[] => (name === 'agentOrAdmin' ? ['agent', 'admin'] : [name]);

/** To whom something is there, and to nobody else. Here all of it is the finder's. */
function ownersOf(path: string): readonly Viewer[] | undefined {
  if (path.includes(':waitingId') || path.includes(':signInId')) return ['finder'];
  // Admins end anybody's tokens.
  return path === paths.apiTokenEnd ? ['finder', 'admin'] : undefined;
}

/** What the guard alone says; then what is within the viewer's sight; then whose find it is. */
function answerTo(viewer: Viewer, { guard, path }: Route): Answer {
  if (viewer === 'nobody') return 'to sign-in';
  const isOne = guard.name === 'signedIn' || guard.name === 'employee' || namesOf(guard).includes(viewer);
  if (!isOne) return 403;
  const owners = ownersOf(path);
  if (owners) return owners.includes(viewer) ? 'in' : 404;
  if (ofKeepers.includes(path)) return viewer === 'finder' || viewer === 'agent' ? 'in' : 403;
  if (ofAgentsToo.includes(path) && viewer === 'agent') return 'in';
  if (guard.name !== 'signedIn' || !path.includes(':findId') || viewer === 'finder') return 'in';
  return viewer === 'agent' ? 409 : 404;
}

describe.each(staying)('$method $path', (route) => {
  it.each(viewers)('as the guard says: %s', async (viewer) => {
    const prepared = await prepare(route);
    await expectAnswer(browsers[viewer], route, prepared, answerTo(viewer, route));
  });
});

it.each(leaving)('$method $path is for whoever is signed in, and ends their own sign-ins alone', async (route) => {
  const [person, other] = [await colleague(), await colleague()];
  const [here, there, elsewhere] = [
    await signIn(test.app, person),
    await signIn(test.app, person),
    await signIn(test.app, other),
  ];
  const prepared = await prepare(route);
  await expectAnswer(browsers.nobody, route, prepared, 'to sign-in');
  await here.get(paths.profile).expect(200);
  await send(here, route, prepared);
  await here.get(paths.profile).expect(303);
  await there.get(paths.profile).expect(303);
  await elsewhere.get(paths.profile).expect(200);
});

/** Who passes a route's guard finds nothing where there is nothing for them to see. */
const passing = (route: Route) => viewers.filter((viewer) => !['to sign-in', 403].includes(answerTo(viewer, route)));

describe.each(ofCases)('$method $path', (route) => {
  const guests = passing(route).filter((viewer) => viewer !== 'agent');
  if (guests.length > 0)
    it.each(guests)('is not there for a draft: %s', async (viewer) => {
      await expectAnswer(browsers[viewer], route, await prepare(route, 'draft'), 404);
    });

  it.each(passing(route))('is not there without a case: %s', async (viewer) => {
    const prepared = await prepare(route);
    const nowhere = prepared.url.replace(prepared.appeal.id, 'f'.repeat(24));
    await expectAnswer(browsers[viewer], route, { ...prepared, url: nowhere }, 404);
  });
});

describe.each(forCustomers)('$method $path', (route) => {
  const visitors = ['nobody', 'agent'] as const;

  it.each(visitors)('opens with the right link: %s', async (visitor) => {
    await expectAnswer(browsers[visitor], route, await prepare(route), 'in');
  });

  it.each(visitors)('does not open with a link that is void: %s', async (visitor) => {
    const prepared = await prepare(route);
    const token = await tokenOf(test.services, prepared.appeal);
    const guessed = { ...prepared, url: prepared.url.replace(token, 'A'.repeat(43)) };
    await expectAnswer(browsers[visitor], route, guessed, 404);
    const record = { appeal: prepared.appeal.id };
    await CustomerModel.updateOne(record, { 'statusLink.expiresAt': new Date(Date.now() - 1000) });
    await expectAnswer(browsers[visitor], route, prepared, 404);
    await CustomerModel.updateOne(record, { statusLink: null });
    await expectAnswer(browsers[visitor], route, prepared, 404);
  });

  it('does not open while the case is a draft', async () => {
    await expectAnswer(browsers.nobody, route, await prepare(route, 'draft'), 404);
  });
});

describe.each(forSought)('$method $path', (route) => {
  const visitors = ['nobody', 'colleague', 'agent'] as const;

  it.each(visitors)('opens with the right link: %s', async (visitor) => {
    await expectAnswer(browsers[visitor], route, await prepare(route), 'in');
  });

  it.each(visitors)(
    'does not open with a link that is void, too old, or of a case that is over: %s',
    async (visitor) => {
      const prepared = await prepare(route);
      const guessed = { ...prepared, url: prepared.url.replace(/[\w-]{43}/, 'A'.repeat(43)) };
      await expectAnswer(browsers[visitor], route, guessed, 404);
      const record = { appeal: prepared.appeal.id };
      const late = new Date(Date.now() - (answerDays * 24 * 60 * 60 * 1000 + 1000));
      await PersonSearchModel.updateOne(record, { 'inquiries.0.askedAt': late });
      await expectAnswer(browsers[visitor], route, prepared, 404);
      await PersonSearchModel.updateOne(record, { 'inquiries.0.askedAt': new Date() });
      await AppealModel.updateOne({ _id: prepared.appeal.id }, { status: 'closed' });
      expect((await send(browsers[visitor], route, prepared)).status).toBe(404);
    },
  );

  it('does not open with the link of the customer', async () => {
    const prepared = await prepare(route);
    const token = await tokenOf(test.services, prepared.appeal);
    await expectAnswer(browsers.nobody, route, { ...prepared, url: prepared.url.replace(/[\w-]{43}/, token) }, 404);
  });
});

it('opens the photos of a link’s own case alone', async () => {
  const [route] = forCustomers.filter(({ path }) => path === paths.statusPhoto);
  if (!route) throw new Error('customers see no photos');
  const [own, other] = [await prepare(route), await prepare(route)];
  await AppealModel.updateOne({ _id: other.appeal.id }, { photos: [] });
  const tokens = await Promise.all([own, other].map(({ appeal }) => tokenOf(test.services, appeal)));
  const swapped = { ...own, url: own.url.replace(tokens[0] ?? '', tokens[1] ?? '') };
  await expectAnswer(browsers.nobody, route, own, 'in');
  await expectAnswer(browsers.nobody, route, swapped, 404);
});

describe.each(named('publicClaims'))('$method $path', (route) => {
  it('is open to everybody where the house wants it, and to nobody otherwise', async () => {
    const open = test.configured({ PUBLIC_CLAIMS: 'true' });
    const visit = async (visitor: TestAgent) => (await send(visitor, route, await prepare(route))).status;
    expect([await visit(browser(open)), await visit(browsers.agent), await visit(browsers.nobody)]).toEqual([
      route.method === 'get' ? 200 : 303,
      404,
      404,
    ]);
  });
});

describe.each(named('singleSignOn'))('$method $path', (route) => {
  it('is there for nobody where there is no identity provider', async () => {
    for (const viewer of viewers) expect((await send(browsers[viewer], route, await prepare(route))).status).toBe(404);
  });
});

describe('what is open to everybody', () => {
  it('is this, and answers like this', async () => {
    const answers: Record<string, [nobody: number, signedIn: number]> = {
      [`get ${paths.health}`]: [200, 200],
      [`get ${paths.ready}`]: [200, 200],
      [`get ${paths.signIn}`]: [200, 303],
      [`post ${paths.signIn}`]: [422, 422],
      [`get ${paths.signInCode}`]: [303, 303],
      [`post ${paths.signInCode}`]: [303, 303],
      [`post ${paths.signOut}`]: [303, 303],
      [`get ${paths.feed}`]: [200, 200],
      [`get ${paths.sharedPhoto}`]: [200, 200],
      [`get ${paths.unsubscribe}`]: [200, 200],
      [`post ${paths.unsubscribe}`]: [200, 200],
      [`get ${paths.invitation}`]: [200, 200],
      [`post ${paths.invitation}`]: [303, 404],
    };
    const someone = await signIn(test.app, await colleague());
    for (const route of named('anyone')) {
      const prepared = await prepare(route);
      const statuses = [];
      for (const visitor of [browser(test.app), someone]) statuses.push((await send(visitor, route, prepared)).status);
      expect([route.path, statuses]).toEqual([route.path, answers[`${route.method} ${route.path}`]]);
    }
  });
});

/** Whoever is kept out has changed nothing. */
async function expectAnswer(visitor: TestAgent, route: Route, prepared: Prepared, answer: Answer): Promise<void> {
  const { status, headers } = await send(visitor, route, prepared);
  const sentAway = status === 303 && String(headers.location).startsWith(paths.signIn);
  const inside = route.method === 'get' ? 200 : (sampleFor(route).answer ?? 303);
  const done = sentAway ? 'to sign-in' : status === inside ? 'in' : status;
  expect(done).toBe(answer);
  if (answer !== 'in') expect(await appealFor(person('anybody', 'agent'), prepared.appeal.id)).toEqual(prepared.appeal);
}
