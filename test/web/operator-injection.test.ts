import type TestAgent from 'supertest/lib/agent';
import { appealFor } from '../../src/appeals/find-appeals';
import { paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import type { Route } from '../../src/routes';
import { startTestApp, type TestApp } from '../support/app';
import { admin, agent, colleague } from '../support/factories';
import { person } from '../support/plain-appeal';
import { allRoutes, requestsOn } from '../support/requests';
import { sampleFor } from '../support/samples';
import { browser, signIn } from '../support/sign-in';

type Pair = readonly [name: string, value: string];

/** Fields of which a form may send several. */
const lists = [
  'events',
  'scopes',
  'soughtLabel',
  'soughtValue',
  'attributeLabel',
  'attributeValue',
  'photo',
  'photoAlt',
  'dropPhoto',
  'left',
  'top',
  'width',
  'height',
];
const uploads: readonly string[] = [
  paths.appeals,
  paths.editAppeal,
  paths.finds,
  paths.statusThanks,
  paths.shelf,
  paths.editSpare,
  paths.catalogue,
  paths.editEntry,
  paths.waitingPhotos,
  paths.statusWaitingPhotos,
];

let test: TestApp;
let finder: Account;
let browsers: Record<'admin' | 'agent' | 'finder' | 'anybody', TestAgent>;
let prepare: ReturnType<typeof requestsOn>;
beforeAll(async () => {
  test = await startTestApp({ TRUST_PROXY: '1', PUBLIC_CLAIMS: 'true' });
  const decider = await agent();
  finder = await colleague();
  prepare = requestsOn(test.services, { agent: decider, finder });
  browsers = {
    admin: await signIn(test.app, await admin()),
    agent: await signIn(test.app, decider),
    finder: await signIn(test.app, finder),
    anybody: browser(test.app),
  };
});
afterAll(() => test.stop());

/** Whoever signs out can try nothing more; and what a provider sends is no form of ours, so it may say more. */
const others: readonly string[] = [paths.signOut, paths.backChannelLogout];
const posts = allRoutes.filter(({ method, path }) => method === 'post' && !others.includes(path));

/** Somebody who may enter. */
function visitorFor({ guard }: Route): TestAgent {
  if (guard.name === 'agent' || guard.name === 'admin') return browsers[guard.name];
  return guard.name === 'signedIn' ? browsers.finder : browsers.anybody;
}

/** The form as it should be, once with every field made something else, and with fields nobody asked for. */
function* spoilt(form: readonly Pair[]): Generator<readonly Pair[]> {
  for (const name of new Set(form.map(([name]) => name))) {
    const others = form.filter(([other]) => other !== name);
    yield [...others, [`${name}[$ne]`, 'x']];
    yield [...others, [`${name}[$gt]`, '']];
    yield [...form, [`${name}[extra]`, 'x']];
    if (!lists.includes(name)) yield [...others, [name, 'one'], [name, 'two']];
  }
  for (const name of ['intruder', '$where', '__proto__[polluted]', 'constructor[prototype][polluted]', 'status'])
    yield [...form, [name, '1']];
}

let addresses = 0;
function submit(visitor: TestAgent, url: string, fields: readonly Pair[], multipart: boolean) {
  addresses += 1;
  const request = visitor.post(url).set('X-Forwarded-For', `192.0.2.${addresses % 250}`);
  if (!multipart) return request.type('form').send(new URLSearchParams(fields.map(([...pair]) => pair)).toString());
  for (const [name, value] of fields) request.field(name, value, { contentType: '' });
  return request;
}

describe.each(posts)('$method $path', (route) => {
  it.each([false, ...(uploads.includes(route.path) ? [true] : [])])(
    'refuses every form that is not its own (multipart: %s)',
    async (multipart) => {
      const { appeal, url, form } = await prepare(route);
      const version: Pair[] = route.path.includes(':id') && route.path !== paths.presence ? [['version', '1']] : [];
      const fields = Object.entries(form).flatMap(([name, value]) => [value].flat().map((one): Pair => [name, one]));
      const passed = [];
      for (const wrong of spoilt([...fields, ...version])) {
        const { status } = await submit(visitorFor(route), url, wrong, multipart);
        if (status !== 400 && status !== 422) passed.push([status, wrong.at(-1)]);
      }
      expect(passed).toEqual([]);
      expect(await appealFor(person('anybody', 'agent'), appeal.id)).toEqual(appeal);
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect({}).not.toHaveProperty('polluted');
      const right = await submit(visitorFor(route), url, [...fields, ...version], multipart);
      // What needs a photo, too, is right in all that is tried here.
      const { answer = 303, withPhoto } = sampleFor(route);
      expect(right.status).toBe(route.path === paths.signIn || withPhoto ? 422 : answer);
      // Whoever has ended all their sign-ins begins anew.
      if (route.path === paths.signInsEnd) browsers.finder = await signIn(test.app, finder);
    },
  );
});

describe('an address somebody made up', () => {
  const nothing = 'f'.repeat(24);
  it.each([
    [`${paths.board}?q[$ne]=x&kind[$ne]=x&status[$in][]=draft&after[$gt]=`, 200],
    [`${paths.board}?q=a&q=b&kind=item&kind=person`, 200],
    [`${paths.board}?q=${encodeURIComponent('^(a+)+$ .*\\ [')}`, 200],
    [`${paths.board}?kind=nonsense&status=draft&after=99999999999999999.${nothing}`, 200],
    [`${paths.shelf}?after=999999999999999.${nothing}`, 200],
    [`${paths.shelf}?after[$gt]=1&after=x`, 200],
    [`${paths.shelf}?q[$ne]=x&state[$in][]=all&state=nonsense&after=z99999999999999999.${nothing}`, 200],
    [`${paths.shelf}?q=${encodeURIComponent('^(a+)+$ .*\\ [')}&state=taken`, 200],
    [`${paths.newAppeal}?entry[$ne]=x&entry=__proto__`, 200],
    ['/shelf/__proto__', 404],
    ['/catalogue/[object%20Object]', 404],
    [`${paths.signIn}?next=/a&next=/b`, 303],
    ['/appeals/[object%20Object]', 404],
    ['/appeals/%00', 404],
    ['/appeals/__proto__', 404],
    ['/appeals/%E0%A4%A', 400],
    [`/appeals/${nothing}/photos/..%2F..%2Fetc/passwd`, 404],
    [`/status/${'A'.repeat(5000)}`, 404],
    ['/status/constructor', 404],
  ])('%s is no fault of ours', async (address, status) => {
    await browsers.agent.get(address).expect(status);
  });
});
