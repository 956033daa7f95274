import type TestAgent from 'supertest/lib/agent';
import { AccountModel } from '../../src/models/account';
import { link, paths } from '../../src/paths';
import { type Account, createAccount, findAccount, findAccountByEmail } from '../../src/people/accounts';
import { changeRoles, deactivate } from '../../src/people/change-account';
import { invite } from '../../src/people/invite';
import { startTestApp, type TestApp } from '../support/app';
import { admin, agent, colleague, testPassword } from '../support/factories';
import { visibleText } from '../support/html';
import { mailsIn } from '../support/outbox';
import { browser, signIn } from '../support/sign-in';

let test: TestApp;
let boss: Account;
let office: TestAgent;
beforeAll(async () => {
  test = await startTestApp();
  boss = await admin({ name: 'Bo Boss' });
  office = await signIn(test.app, boss);
});
afterAll(() => test.stop());

const post = (visitor: TestAgent, path: string, form = {}) => visitor.post(path).type('form').send(form);
const of = (path: typeof paths.account | typeof paths.accountRoles | typeof paths.accountDeactivation, id: string) =>
  link(path, { accountId: id });
const enter = (email: string, password: string) => post(browser(test.app), paths.signIn, { email, password, next: '' });

describe('the list', () => {
  it('finds people by the beginnings of their names and by their address', async () => {
    const { email } = await colleague({ name: 'Änne Grünwald' });
    const found = async (q: string) => visibleText((await office.get(paths.accounts).query({ q }).expect(200)).text);
    for (const q of ['grun', 'anne gruen', email.toUpperCase(), email.slice(0, 12)])
      expect([q, await found(q)]).toEqual([q, expect.stringContaining('Änne Grünwald')]);
    expect(await found('anne boss')).not.toContain('Änne Grünwald');
    expect(await found('.*')).toContain('Bo Boss');
  });

  it('goes on where a page ends, and shows everybody once', async () => {
    const people = Array.from({ length: 60 }, (_, place) => ({
      name: `Zoe ${String(place % 30).padStart(2, '0')}`,
      email: `zoe-${place}@fundus.example`,
      passwordHash: 'none',
      roles: ['employee' as const],
      createdAt: new Date(),
      words: ['zoe'],
    }));
    await AccountModel.insertMany(people);
    const first = await office.get(paths.accounts).query({ q: 'zoe' }).expect(200);
    const next = /href="(\/admin\/accounts\?[^"]*after[^"]*)"/.exec(first.text)?.[1]?.replaceAll('&#x3D;', '=');
    const second = await office.get((next ?? '').replaceAll('&amp;', '&')).expect(200);
    const shown = [first, second].flatMap(({ text }) => text.match(/zoe-\d+@/g) ?? []);
    expect(shown).toHaveLength(60);
    expect(new Set(shown).size).toBe(60);
    expect(second.text).not.toContain('after');
  });
});

describe('inviting', () => {
  it('keeps what was typed when it does not fit', async () => {
    const page = await post(office, paths.accounts, { name: 'Nia', email: 'no address', roles: 'agent' }).expect(422);
    expect(page.text).toContain('value="no address"');
    expect(page.text).toMatch(/value="agent" checked/);
    await post(office, paths.accounts, { name: 'Nia', email: boss.email }).expect(422);
  });

  it('opens an account, whose owner chooses a password by the link that was mailed, once', async () => {
    await post(office, paths.accounts, { name: 'Nia Neu', email: 'Nia@fundus.example', roles: 'agent' }).expect(303);
    const account = await findAccountByEmail('nia@fundus.example');
    expect(account?.roles).toEqual(['employee', 'agent']);
    const mail = (await mailsIn(test.config.dataDir)).at(-1) ?? '';
    const path = /\/invitation\/[\w-]{43}/.exec(mail.replaceAll('=\r\n', ''))?.[0] ?? '';
    const nia = browser(test.app);
    const page = await nia.get(path).expect(200).expect('Referrer-Policy', 'no-referrer');
    expect(visibleText(page.text)).toContain('Nia Neu');
    await post(nia, path, { password: 'too short' }).expect(422);
    await post(nia, path, { password: 'a whole new sentence' }).expect(303);
    await nia.get(paths.desk).expect(200);
    await browser(test.app).get(path).expect(404);
    await post(browser(test.app), path, { password: 'another sentence' }).expect(404);
  });

  it('makes earlier links void, and none for whoever is deactivated', async () => {
    const { id } = await colleague();
    const [first, second] = [await invite(id), await invite(id)];
    await browser(test.app)
      .get(link(paths.invitation, { token: first }))
      .expect(404);
    await deactivate(id);
    await browser(test.app)
      .get(link(paths.invitation, { token: second }))
      .expect(404);
    await post(office, link(paths.accountInvitation, { accountId: id })).expect(404);
  });

  it('lets a link grow old', async () => {
    const { id } = await colleague();
    const token = await invite(id);
    await AccountModel.updateOne({ _id: id }, { 'invitation.expiresAt': new Date(Date.now() - 1000) });
    await browser(test.app).get(link(paths.invitation, { token })).expect(404);
  });
});

describe('roles', () => {
  it('count from the next request on', async () => {
    const person = await colleague();
    const visitor = await signIn(test.app, person);
    await visitor.get(paths.desk).expect(403);
    await post(office, of(paths.accountRoles, person.id), { roles: 'agent' }).expect(303);
    await visitor.get(paths.desk).expect(200);
    await post(office, of(paths.accountRoles, person.id), {}).expect(303);
    await visitor.get(paths.desk).expect(403);
  });

  it('cannot be taken from the last who administers, nor can that account be deactivated', async () => {
    const page = await post(office, of(paths.accountRoles, boss.id), {}).expect(422);
    expect(visibleText(page.text)).toContain('This is the last account that administers.');
    await post(office, of(paths.accountDeactivation, boss.id)).expect(422);
    expect(await findAccount(boss.id)).toMatchObject({ roles: ['employee', 'admin'], active: true });
  });

  it('stay with somebody when two take them from each other at once', async () => {
    const other = await admin();
    await Promise.allSettled([changeRoles(boss.id, []), changeRoles(other.id, [])]);
    expect(await AccountModel.exists({ roles: 'admin', deactivatedAt: null })).not.toBeNull();
    await AccountModel.updateOne({ _id: boss.id }, { roles: ['employee', 'admin'] });
    await AccountModel.updateOne({ _id: other.id }, { roles: ['employee'] });
  });
});

describe('deactivating', () => {
  it('ends open sessions at once and lets nobody in, until it is taken back', async () => {
    const person = await agent({ name: 'Gerd Gone' });
    const visitor = await signIn(test.app, person);
    await post(office, of(paths.accountDeactivation, person.id)).expect(303);
    await visitor.get(paths.board).expect(303);
    await enter(person.email, testPassword).expect(422);
    expect((await office.get(of(paths.account, person.id)).expect(200)).text).toContain('Gerd Gone');
    await post(office, link(paths.accountReactivation, { accountId: person.id })).expect(303);
    await enter(person.email, testPassword).expect(303);
  });

  it('is refused for nobody', async () => {
    await post(office, of(paths.accountDeactivation, 'f'.repeat(24))).expect(404);
    await office.get(of(paths.account, 'nobody')).expect(404);
  });
});

describe("one's own password", () => {
  const change = (visitor: TestAgent, currentPassword: string, password: string) =>
    post(visitor, paths.password, { currentPassword, password });

  it('is changed by whoever knows it, and signs out everywhere else', async () => {
    const person = await createAccount({ name: 'Pia', email: 'pia@fundus.example', password: testPassword, roles: [] });
    const [here, elsewhere] = [await signIn(test.app, person), await signIn(test.app, person)];
    const refused = await change(here, 'not my password', 'a whole new sentence').expect(422);
    expect(refused.text).toContain('href="#currentPassword"');
    expect(refused.text).not.toContain('a whole new sentence');
    await change(here, testPassword, 'short').expect(422);
    await change(here, testPassword, 'a whole new sentence').expect(303);
    await here.get(paths.profile).expect(200);
    await elsewhere.get(paths.profile).expect(303);
    await enter(person.email, testPassword).expect(422);
    await enter(person.email, 'a whole new sentence').expect(303);
  });
});
