import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type TestAgent from 'supertest/lib/agent';
import { createApp } from '../../src/app';
import { AccountModel } from '../../src/models/account';
import { SignInModel } from '../../src/models/sign-in';
import { link, paths } from '../../src/paths';
import { findAccountByEmail } from '../../src/people/accounts';
import { deactivate } from '../../src/people/change-account';
import { invite } from '../../src/people/invite';
import { startSignIn } from '../../src/services/sign-in';
import { startTestApp, type TestApp } from '../support/app';
import { openStream } from '../support/event-stream';
import { eventually } from '../support/eventually';
import { account, admin, agent, colleague, testPassword } from '../support/factories';
import { unescaped, visibleText } from '../support/html';
import { type IdentityProvider, type Known, startIdentityProvider } from '../support/identity-provider';
import { browser, signIn } from '../support/sign-in';

let door: Server;
let address: string;
let test: TestApp;
let provider: IdentityProvider;
beforeAll(async () => {
  door = createServer().listen(0, '127.0.0.1');
  await once(door, 'listening');
  address = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
  provider = await startIdentityProvider(address, []);
  test = await startTestApp({
    ...provider.settings,
    BASE_URL: address,
    OIDC_AGENT_GROUPS: 'service, service-leads',
    OIDC_ADMIN_GROUPS: 'fundus-admins',
    OIDC_PLACE_CLAIM: 'office',
    OIDC_RECHECK_SECONDS: '1',
  });
  door.on('request', test.app);
  await admin();
});
afterEach(() => {
  provider.down = false;
  const expected = test.faults.splice(0).filter((line) => !line.includes('the identity provider could not be asked'));
  expect(expected).toEqual([]);
});
afterAll(async () => {
  door.closeAllConnections();
  door.close();
  provider.close();
  await test.stop();
});

/** Somebody at the provider whom nobody else is. */
function known(about: Partial<Known> = {}): Known {
  const sub = `subject-${randomUUID()}`;
  const person = { sub, name: 'Ada Anders', email: `${sub}@fundus.example`, email_verified: true, ...about };
  provider.people.push(person);
  return person;
}

/** @returns address of ours the provider sends them back to */
async function leftFor(visitor: TestAgent, person: Known | 'nobody', next = '/'): Promise<URL> {
  provider.comes = person;
  const away = await visitor.get(paths.singleSignOn).query({ next }).expect(302);
  return provider.walk(provider.visitor(), away.headers.location ?? '');
}

/** Comes in by the provider. */
async function comeIn(person: Known, next = '/', visitor = browser(test.app)) {
  const back = await leftFor(visitor, person, next);
  return { visitor, answer: await visitor.get(back.pathname + back.search).set('Accept-Language', 'en') };
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 1100));

describe('whoever the provider knows', () => {
  it('comes in, gets an account as the provider says, and reads the page they wanted', async () => {
    const person = known({ groups: ['service', 'canteen'], office: 'Bonn, Haus 3', locale: 'de-DE' });
    const visitor = browser(test.app);
    const page = await visitor.get('/sign-in?next=%2Fdesk%3Fa%3D1').set('Accept-Language', 'en').expect(200);
    const [, href = ''] = /href="(\/sign-in\/elsewhere[^"]*)"/.exec(page.text) ?? [];
    provider.comes = person;
    const away = await visitor.get(unescaped(href)).expect(302);
    const asked = new URL(away.headers.location ?? '').searchParams;
    expect([
      asked.get('response_type'),
      asked.get('code_challenge_method'),
      asked.get('state'),
      asked.get('nonce'),
    ]).toEqual(['code', 'S256', expect.stringMatching(/^[\w-]{43}$/), expect.stringMatching(/^[\w-]{43}$/)]);
    const back = await provider.walk(provider.visitor(), away.headers.location ?? '');
    await visitor
      .get(back.pathname + back.search)
      .expect(303)
      .expect('Location', '/desk?a=1');
    await visitor.get(paths.desk).expect(200);
    expect(await findAccountByEmail(person.email ?? '')).toMatchObject({
      ...{ name: 'Ada Anders', place: 'Bonn, Haus 3', language: 'de', roles: ['employee', 'agent'], external: true },
    });
  });

  it('is the same person next time, whatever has changed about them', async () => {
    const person = known({ groups: ['service'] });
    await comeIn(person);
    const before = await findAccountByEmail(person.email ?? '');
    const email = `${randomUUID()}@fundus.example`;
    Object.assign(person, { name: 'Ada Neu', email, groups: ['fundus-admins'], office: 'Hamburg' });
    await comeIn(person);
    const now = await findAccountByEmail(email);
    expect(now).toMatchObject({ id: before?.id, name: 'Ada Neu', place: 'Hamburg', roles: ['employee', 'admin'] });
  });

  it('is an employee and nothing more where the provider names no group', async () => {
    const person = known({ groups: ['service'] });
    await comeIn(person);
    delete person.groups;
    await comeIn(person);
    expect((await findAccountByEmail(person.email ?? ''))?.roles).toEqual(['employee']);
  });

  it('comes twice in the same moment, and has one account', async () => {
    const person = known();
    const visitors = [browser(test.app), browser(test.app), browser(test.app)];
    const ways: URL[] = [];
    for (const visitor of visitors) ways.push(await leftFor(visitor, person));
    const answers = await Promise.all(
      visitors.map((visitor, at) => visitor.get(`${ways[at]?.pathname}${ways[at]?.search}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await AccountModel.countDocuments({ 'identity.subject': person.sub })).toBe(1);
  });

  it('is led nowhere else', async () => {
    const { answer } = await comeIn(known(), 'https://evil.example/');
    expect(answer.headers.location).toBe('/');
  });

  it('may have two windows before the provider', async () => {
    const [person, visitor] = [known(), browser(test.app)];
    const first = await leftFor(visitor, person, '/shelf');
    const second = await leftFor(visitor, person, '/profile');
    await visitor.get(first.pathname + first.search).expect('Location', '/shelf');
    await visitor.get(second.pathname + second.search).expect('Location', '/profile');
  });
});

describe('an account that was opened here', () => {
  it('becomes theirs when the provider has verified the address; its password and its sign-ins end', async () => {
    const local = await agent();
    const before = await signIn(test.app, local);
    await invite(local.id);
    const { visitor } = await comeIn(known({ email: local.email.toUpperCase(), groups: ['service'] }));
    await visitor.get(paths.desk).expect(200);
    await before.get(paths.profile).expect(303);
    const record = await AccountModel.findOne({ email: local.email }).lean();
    expect(record).toMatchObject({ identity: { issuer: provider.issuer }, invitation: null });
    expect(record?._id.toHexString()).toBe(local.id);
    const form = { email: local.email, password: testPassword, next: '' };
    await browser(test.app).post(paths.signIn).type('form').send(form).expect(422);
    await expect(invite(local.id)).rejects.toMatchObject({ status: 404 });
    const change = { currentPassword: testPassword, password: 'a whole new sentence' };
    await visitor.post(paths.password).type('form').send(change).expect(404);
    expect((await visitor.get(paths.profile).expect(200)).text).not.toContain('name="currentPassword"');
  });

  it.each<[string, () => Promise<Partial<Known>>, string]>([
    [
      'whose address is not verified',
      async () => ({ email: (await colleague()).email, email_verified: false }),
      'already',
    ],
    ['which is somebody else’s there', theirs, 'already'],
    ['which is out of use', outOfUse, 'out of use'],
    ['where the provider names no address', async () => ({ email: undefined }), 'no e-mail address'],
  ])('is given to nobody %s', async (_which, about, sentence) => {
    const { visitor, answer } = await comeIn(known(await about()));
    expect(answer.status).toBe(403);
    expect(visibleText(answer.text)).toContain(
      sentence === 'no e-mail address' ? 'gives us no e-mail address' : sentence,
    );
    await visitor.get(paths.profile).expect(303);
  });

  async function theirs() {
    const other = known();
    await comeIn(other);
    return { email: other.email };
  }

  async function outOfUse() {
    const { id, email } = await colleague();
    await deactivate(id);
    return { email };
  }

  it('stays as it was where nobody came', async () => {
    const local = await account();
    await comeIn(known({ email: local.email, email_verified: false }));
    await signIn(test.app, local);
    expect((await AccountModel.findById(local.id).lean())?.identity).toBeNull();
  });
});

describe('an answer of the provider', () => {
  it('that it refused somebody is said kindly, and the way is still open', async () => {
    const visitor = browser(test.app);
    const back = await leftFor(visitor, 'nobody', '/shelf');
    const german = await visitor
      .get(back.pathname + back.search)
      .set('Accept-Language', 'de')
      .expect(403);
    expect(visibleText(german.text)).toContain('Der Anmeldedienst lässt dich hier nicht herein.');
    expect(unescaped(german.text)).toContain(`${paths.singleSignOn}?next=%2Fshelf`);
  });

  it('that does not come is said, at the start and on the way back', async () => {
    const visitor = browser(test.app);
    const back = await leftFor(visitor, known());
    provider.down = true;
    const page = await visitor
      .get(back.pathname + back.search)
      .set('Accept-Language', 'en')
      .expect(503);
    expect(visibleText(page.text)).toContain('does not answer right now');
    const fresh = await startTestAppElsewhere();
    expect(fresh.status).toBe(503);
    const lines = test.faults.splice(0).map((line) => JSON.parse(line));
    expect(lines.map(({ msg }) => msg)).toContain('the identity provider could not be asked');
  });

  /** An application that never met its provider. */
  async function startTestAppElsewhere() {
    const signInWays = startSignIn(test.config, test.services.logger);
    return browser(createApp({ ...test.services, signInWays })).get(paths.singleSignOn);
  }

  it('counts once, for the browser that asked, and as it was given', async () => {
    const [person, visitor] = [known(), browser(test.app)];
    const back = await leftFor(visitor, person);
    await browser(test.app)
      .get(back.pathname + back.search)
      .expect(400);
    const forged = new URL(back);
    forged.searchParams.set('iss', 'https://evil.example');
    await visitor.get(forged.pathname + forged.search).expect(400);
    await visitor.get(back.pathname + back.search).expect(400);
    const again = await leftFor(visitor, person);
    const otherCode = new URL(again);
    otherCode.searchParams.set('code', back.searchParams.get('code') ?? '');
    await visitor.get(otherCode.pathname + otherCode.search).expect(400);
    await visitor.get(paths.profile).expect(303);
  });

  it.each(['', '?code=1&state=2', '?error=access_denied', '?state=a&state=b'])(
    'to nothing is refused: %j',
    async (query) => {
      await browser(test.app)
        .get(paths.singleSignOnReturn + query)
        .expect(400);
    },
  );
});

describe('whoever is out of use at the provider', () => {
  it('is out here with the next request after the provider was asked again', async () => {
    const person = known({ groups: ['service'] });
    const { visitor } = await comeIn(person);
    person.disabled = true;
    await soon();
    await visitor.get(paths.desk).expect(303);
    expect(await SignInModel.countDocuments({ 'provided.subject': person.sub })).toBe(0);
  });

  it('is out of open pages, too, though nobody touches them', async () => {
    const person = known();
    const { answer } = await comeIn(person);
    const cookie = answer.headers['set-cookie']?.toString().match(/fundus=[^;]+/)?.[0] ?? '';
    const stream = await openStream(address, { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' });
    person.disabled = true;
    const began = Date.now();
    await stream.ended;
    expect(Date.now() - began).toBeLessThan(60_000);
    expect(stream.said().map(({ event }) => event)).toContain('ended');
  }, 70_000);

  it('has other rights as soon as the groups are others', async () => {
    const person = known({ groups: ['service'] });
    const { visitor } = await comeIn(person);
    await visitor.get(paths.desk).expect(200);
    person.groups = [];
    await soon();
    await visitor.get(paths.profile);
    await visitor.get(paths.desk).expect(403);
  });

  it('is asked for once, however many requests come at once, and stays in when all is well', async () => {
    const { visitor } = await comeIn(known());
    await soon();
    const before = provider.asked.filter((path) => path === '/token').length;
    const answers = await Promise.all(Array.from({ length: 8 }, () => visitor.get(paths.profile)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(provider.asked.filter((path) => path === '/token').length - before).toBe(1);
    await soon();
    await visitor.get(paths.profile).expect(200);
  });

  it('stays in for a quarter of an hour while the provider does not answer, and no longer', async () => {
    const person = known();
    const { visitor } = await comeIn(person);
    await soon();
    provider.down = true;
    await visitor.get(paths.profile).expect(200);
    const long = new Date(Date.now() - 16 * 60 * 1000);
    await SignInModel.updateOne(
      { 'provided.subject': person.sub },
      { $set: { 'provided.confirmedAt': long, 'provided.askedAt': long } },
    );
    await visitor.get(paths.profile).expect(303);
  });
});

describe('out of use here', () => {
  it('nobody comes in by the provider, and whoever is in is out', async () => {
    const person = known();
    const { visitor } = await comeIn(person);
    const id = (await findAccountByEmail(person.email ?? ''))?.id ?? '';
    const office = await signIn(test.app, await admin());
    await office
      .post(link(paths.accountDeactivation, { accountId: id }))
      .type('form')
      .send({})
      .expect(303);
    await visitor.get(paths.profile).expect(303);
    const { answer } = await comeIn(person);
    expect([answer.status, visibleText(answer.text)]).toEqual([403, expect.stringContaining('out of use')]);
  });
});

describe('signing out', () => {
  /** Comes in by a browser at the provider that stays there. */
  async function inBoth() {
    const [visitor, there] = [browser(test.app), provider.visitor()];
    provider.comes = known();
    const away = await visitor.get(paths.singleSignOn).expect(302);
    const back = await provider.walk(there, away.headers.location ?? '');
    await visitor.get(back.pathname + back.search).expect(303);
    return { visitor, there };
  }

  function confirmed(there: TestAgent, question: string) {
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(question) ?? [];
    return there.post('/session/end/confirm').type('form').send({ xsrf, logout: 'yes' });
  }

  it('leads to the provider, which ends it there and comes back', async () => {
    const { visitor, there } = await inBoth();
    const page = await visitor.post(paths.signOut).type('form').send({}).expect(200);
    const [, target = ''] = /^0; url=(.+)$/.exec(page.headers.refresh ?? '') ?? [];
    expect(unescaped(page.text)).toContain(target);
    await visitor.get(paths.profile).expect(303);
    const url = new URL(target);
    const question = await there.get(url.pathname + url.search).expect(200);
    const answer = await confirmed(there, question.text).expect(303);
    expect(answer.headers.location).toBe(address + paths.signIn);
  });

  it('at the provider ends it here, by its word to us', async () => {
    const { visitor, there } = await inBoth();
    const question = await there.get('/session/end').expect(200);
    await confirmed(there, question.text);
    await eventually(
      'the end',
      async () => ((await visitor.get(paths.profile)).status === 303 ? true : undefined),
      5000,
    );
  });

  it('does not wait for a provider that does not answer', async () => {
    const { visitor } = await comeIn(known());
    await visitor.post(paths.signOut).type('form').send({});
    await visitor.get(paths.profile).expect(303);
  });
});

describe('the provider’s word that somebody signed out', () => {
  const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
  const good = () => ({ events, jti: randomUUID(), iat: Math.floor(Date.now() / 1000) });
  const say = (logout_token: string) =>
    browser(test.app).post(paths.backChannelLogout).type('form').send({ logout_token });
  const sidOf = async ({ sub }: Known) =>
    (await SignInModel.findOne({ 'provided.subject': sub }).lean())?.provided?.sid ?? '';

  it('ends one session, or all of a person, and nobody else’s', async () => {
    const [person, other] = [known(), known()];
    const [first, another] = [await comeIn(person), await comeIn(other)];
    const sid = await sidOf(person);
    const second = await comeIn(person);
    expect(sid).not.toBe('');
    await say(await provider.logoutToken({ ...good(), sid, sub: person.sub }))
      .expect(200)
      .expect('Cache-Control', /no-store/);
    await first.visitor.get(paths.profile).expect(303);
    await second.visitor.get(paths.profile).expect(200);
    await say(await provider.logoutToken({ ...good(), sub: person.sub })).expect(200);
    await second.visitor.get(paths.profile).expect(303);
    await another.visitor.get(paths.profile).expect(200);
  });

  it('needs no page of ours to come from, and closes open pages', async () => {
    const person = known();
    const { answer } = await comeIn(person);
    const cookie = answer.headers['set-cookie']?.toString().match(/fundus=[^;]+/)?.[0] ?? '';
    const stream = await openStream(address, { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' });
    const body = new URLSearchParams({ logout_token: await provider.logoutToken({ ...good(), sub: person.sub }) });
    expect((await fetch(address + paths.backChannelLogout, { method: 'POST', body })).status).toBe(200);
    await stream.ended;
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['of another issuer', { iss: 'https://evil.example' }, {}],
    ['for somebody else', { aud: 'another client' }, {}],
    ['about another event', { events: { 'http://schemas.openid.net/event/other': {} } }, {}],
    ['about no event', { events: undefined }, {}],
    ['that could be an ID token', { nonce: 'a nonce' }, {}],
    ['about nobody', { sub: undefined }, {}],
    ['without an id of its own', { jti: undefined }, {}],
    ['without its time', { iat: undefined }, {}],
    ['of long ago', { iat: Math.floor(Date.now() / 1000) - 3600 }, {}],
    ['of tomorrow', { iat: Math.floor(Date.now() / 1000) + 86_400 }, {}],
    ['that is over', { exp: Math.floor(Date.now() / 1000) - 60 }, {}],
    ['with a session that is no text', { sid: { $ne: '' } }, {}],
    ['with another key', {}, { kid: 'another' }],
  ])('is not taken %s', async (_which, claims, header) => {
    const person = known();
    const { visitor } = await comeIn(person);
    await say(await provider.logoutToken({ ...good(), sub: person.sub, ...claims }, header)).expect(400);
    await visitor.get(paths.profile).expect(200);
  });

  it('is not taken without a signature, with a changed one, or twice', async () => {
    const person = known();
    const token = await provider.logoutToken({ ...good(), sub: person.sub });
    const [head = '', body = '', signature = ''] = token.split('.');
    const unsigned = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    const { visitor } = await comeIn(person);
    await say(`${unsigned}.${body}.`).expect(400);
    await say(`${head}.${body}.${signature.slice(0, -4)}AAAA`).expect(400);
    await say('nothing').expect(400);
    await browser(test.app).post(paths.backChannelLogout).type('form').send({}).expect(400);
    await visitor.get(paths.profile).expect(200);
    await say(token).expect(200);
    const { visitor: again } = await comeIn(person);
    await say(token).expect(400);
    await again.get(paths.profile).expect(200);
  });
});

it('keeps nothing of the provider’s tokens that could be read, and logs nobody', async () => {
  const person = known({ name: 'canary-name', email: `canary-${randomUUID()}@fundus.example` });
  const { visitor } = await comeIn(person);
  const record = await SignInModel.findOne({ 'provided.subject': person.sub }).lean();
  const tokens = record?.provided?.tokens ?? '';
  expect(tokens.split('.')).toHaveLength(5);
  expect(JSON.stringify(record)).not.toContain('canary');
  provider.down = true;
  await soon();
  await visitor.get(paths.profile);
  const back = await visitor.get(
    `${paths.singleSignOnReturn}?code=canary-code&state=canary-state&error_description=canary`,
  );
  expect(back.status).toBe(400);
  const logged = test.faults.splice(0).join('\n');
  expect(logged).toContain('could not be asked');
  for (const secret of ['canary', person.sub, 'a secret between us']) expect(logged).not.toContain(secret);
});
