import type TestAgent from 'supertest/lib/agent';
import { createSeals } from '../../src/audit/seal';
import { verifyAudit } from '../../src/audit/verify';
import { forgetWordsAbout } from '../../src/audit/words';
import type { Appeal } from '../../src/domain/appeal';
import { type AuditAction, auditActionNames } from '../../src/domain/audit';
import { AuditEntryModel } from '../../src/models/audit-entry';
import { AuditWordsModel } from '../../src/models/audit-words';
import { TombstoneModel } from '../../src/models/tombstone';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { startTestApp, type TestApp } from '../support/app';
import { fact } from '../support/audit';
import { casesOf, newAppeal, tokenOf } from '../support/cases';
import { admin, agent, colleague } from '../support/factories';
import { unescaped } from '../support/html';
import { addressesIn } from '../support/reading';
import { browser, signIn } from '../support/sign-in';
import { createWorld, fieldsToldIn, type World } from '../support/world';

let test: TestApp;
let world: World;
let chief: Account;
let desk: TestAgent;
let office: TestAgent;
beforeAll(async () => {
  test = await startTestApp();
  world = await createWorld(test);
  chief = await admin({ name: 'Ada Chief' });
  desk = await signIn(test.app, world.people.agent);
  office = await signIn(test.app, chief);
}, 200_000);
afterAll(() => test.stop());

const newest = async () => (await AuditEntryModel.findOne().sort({ _id: -1 }).lean()) ?? null;
const recorded = async (action: AuditAction, object: string) =>
  AuditEntryModel.findOne({ action, object }).sort({ _id: -1 }).lean();

describe('what is put on record', () => {
  it.each([
    ['case_read', paths.appeal],
    ['form_read', paths.editAppeal],
    ['composer_read', paths.newUpdate],
    ['label_printed', paths.label],
    ['packing_slip_printed', paths.packingSlip],
  ] as const)('%s: an agent opens %s', async (action, path) => {
    const { id } = world.cases.mailed;
    await desk.get(link(path, { id })).expect(200);
    const entry = await recorded(action, id);
    expect(entry).toMatchObject({ by: world.people.agent.id, roles: 'agent', reason: null, words: '' });
    expect(entry?.request).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('who reads mails and reports', async () => {
    await desk.get(paths.inbox).expect(200);
    await desk.get(paths.lostReports).expect(200);
    const actions = (await AuditEntryModel.find({ object: '' }).lean()).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['mails_listed', 'reports_listed']));
  });

  it('what a customer takes home and changes', async () => {
    const { id } = await casesOf(test.services, { agent: world.people.agent, finder: world.people.finder }).searching();
    const token = await tokenOf(test.services, { id } as never);
    await browser(test.app).post(link(paths.statusData, { token })).expect(200);
    const moved = { address: 'Weg 2, 54321 Dorf' };
    await browser(test.app).post(link(paths.statusAddress, { token })).type('form').send(moved).expect(303);
    expect(await recorded('data_exported', id)).toMatchObject({ by: 'customer', roles: '' });
    expect(await recorded('address_changed', id)).toMatchObject({ by: 'customer', detail: '' });
  });

  it('what an agent hands over, and whom they erase, once they may', async () => {
    const { agent: opener, finder } = world.people;
    const cases = casesOf(test.services, { agent: opener, finder });
    const [open, closed] = [await cases.searching(), await cases.closedInVain()];
    const erase = ({ id, version }: Appeal) =>
      desk
        .post(link(paths.erasure, { id }))
        .type('form')
        .send({ confirmed: 'yes', version: String(version) });
    await erase(open).expect(409);
    await desk.post(link(paths.customerData, { id: closed.id })).expect(200);
    await erase(closed).expect(303);
    expect(await recorded('customer_erased', open.id)).toBeNull();
    const by = { by: opener.id, roles: 'agent' };
    expect(await recorded('data_exported', closed.id)).toMatchObject({ ...by, reason: null });
    expect(await recorded('customer_erased', closed.id)).toMatchObject(by);
  });

  it('who may do what, and what admins set', async () => {
    const { id } = await colleague();
    const account = link(paths.accountRoles, { accountId: id });
    await office
      .post(account)
      .type('form')
      .send({ roles: ['agent', 'admin'] })
      .expect(303);
    expect(await newest()).toMatchObject({ action: 'roles_changed', object: id, detail: 'agent,admin', by: chief.id });
    await office.post(link(paths.accountDeactivation, { accountId: id })).expect(303);
    expect(await newest()).toMatchObject({ action: 'account_deactivated', object: id });
    await office.post(paths.synonyms).type('form').send({ words: 'Esel, burro' }).expect(303);
    expect(await newest()).toMatchObject({ action: 'synonyms_changed' });
  });

  it('nothing of what somebody was not shown', async () => {
    const before = await AuditEntryModel.countDocuments();
    const nobody = '0'.repeat(24);
    await desk.get(link(paths.appeal, { id: nobody })).expect(404);
    await desk.get(link(paths.label, { id: nobody })).expect(404);
    const stranger = await signIn(test.app, world.people.colleague);
    await stranger.get(link(paths.label, world.cases.mailed)).expect(403);
    await stranger.get(link(paths.appeal, world.cases.mailed)).expect(200);
    expect(await AuditEntryModel.countDocuments()).toBe(before);
  });

  it('a page that is read again as one reading', async () => {
    const page = link(paths.appeal, world.cases.happy);
    for (let time = 0; time < 3; time++) await desk.get(page).expect(200);
    expect(await AuditEntryModel.countDocuments({ action: 'case_read', object: world.cases.happy.id })).toBe(1);
  });
});

describe('when nothing can be put on record', () => {
  const label = () => link(paths.label, world.cases.posted);

  it.each([
    ['en', 'must be put on record, and that is not possible right now'],
    ['de', 'muss festgehalten werden, und das ist gerade nicht möglich'],
  ] as const)('no customer’s data is shown, and a page says why: %s', async (language, sentence) => {
    const reader = await agent({ language });
    const { id } = await casesOf(test.services, { agent: reader, finder: world.people.finder }).onItsWay();
    const visitor = await signIn(test.app, reader);
    const fault = jest.spyOn(AuditEntryModel.collection, 'insertMany').mockRejectedValue(new Error('disk full'));
    const answers = [await visitor.get(link(paths.appeal, { id })), await visitor.get(link(paths.label, { id }))];
    fault.mockRestore();
    for (const { status, text } of answers) {
      expect([status, text.includes(sentence)]).toEqual([503, true]);
      expect(Object.values(newAppeal().customer).filter((words) => words.length > 2 && text.includes(words))).toEqual(
        [],
      );
    }
    const said = test.faults.splice(0).map((line) => JSON.parse(line).msg);
    expect(said.filter((words) => words === 'an entry of the audit could not be written')).toHaveLength(2);
    await visitor.get(link(paths.label, { id })).expect(200);
  });

  it('nothing is changed either', async () => {
    const { id, roles } = await colleague();
    const fault = jest.spyOn(AuditEntryModel.collection, 'insertMany').mockRejectedValue(new Error('disk full'));
    await office
      .post(link(paths.accountRoles, { accountId: id }))
      .type('form')
      .send({ roles: 'admin' })
      .expect(503);
    fault.mockRestore();
    const { text } = await office.get(link(paths.account, { accountId: id }));
    expect([roles, /value="admin"[^>]* checked/.test(text)]).toEqual([['employee'], false]);
    test.faults.splice(0);
    await desk.get(label()).expect(200);
  });
});

describe('the page for admins', () => {
  const find = async (query: Record<string, string>) => {
    const { text } = await office.get(`${paths.audit}?${new URLSearchParams(query)}`).expect(200);
    return [...text.matchAll(/audit__entry">[\s\S]*?<\/li>/g)].map(([entry]) => entry);
  };

  it('tells in both languages who did what', async () => {
    for (const language of ['en', 'de'] as const) {
      const visitor = await signIn(test.app, await admin({ language }));
      const { text } = await visitor.get(paths.audit).expect(200);
      expect(text).toContain(language === 'en' ? 'Printed the address label' : 'Adressaufkleber gedruckt');
      expect(text).not.toMatch(/audit\.\w+\.\w+/);
    }
  });

  it('finds by who, what, case and days', async () => {
    const { id } = world.cases.mailed;
    await test.services.audit.record(fact({ by: chief.id, action: 'label_printed', object: id }));
    expect(await find({ what: 'label_printed', object: id, who: 'Chief' })).toHaveLength(1);
    expect(await find({ what: 'label_printed', object: `https://fundus.example/appeals/${id}?x=1` })).toHaveLength(2);
    expect(await find({ who: 'nobody of that name' })).toEqual([]);
    const today = new Date().toISOString().slice(0, 10);
    expect(await find({ object: id, from: '2020-01-01', to: '2020-12-31' })).toEqual([]);
    expect(await find({ what: 'label_printed', object: id, from: '2020-01-01', to: '2999-01-01' })).toHaveLength(2);
    expect((await find({ from: today })).length).toBeGreaterThan(0);
    expect((await find({ what: 'nonsense', from: 'never', after: 'x', who: '', object: '' })).length).toBeGreaterThan(
      5,
    );
  });

  it('goes on page by page without leaving one out', async () => {
    await Promise.all(Array.from({ length: 120 }, () => test.services.audit.record(fact({ object: 'many' }))));
    // Looking at it is an entry about the same.
    const numbers: string[] = [];
    let href = `${paths.audit}?object=many`;
    for (let page = 0; page < 3; page++) {
      const { text } = await office.get(href).expect(200);
      numbers.push(...[...text.matchAll(/Entry (\d+)/g)].map(([, number = '']) => number));
      href = unescaped(/href="(\/admin\/audit\?[^"]*after[^"]*)"/.exec(text)?.[1] ?? '');
    }
    expect([numbers.length, new Set(numbers).size, href]).toEqual([121, 121, '']);
  });

  it('is on record itself, and so is the file', async () => {
    const { id } = world.cases.taken;
    await office.get(`${paths.audit}?object=${id}`).expect(200);
    expect(await newest()).toMatchObject({ action: 'audit_read', by: chief.id, object: id });
    await office.get(`${paths.auditFile}?object=${id}`).expect(200);
    expect(await newest()).toMatchObject({ action: 'audit_exported', by: chief.id, object: id });
  });

  it('does not keep what somebody has searched in vain: it may be a name', async () => {
    await office.get(`${paths.audit}?object=${encodeURIComponent('Maria Muster')}`).expect(200);
    expect(await newest()).toMatchObject({ action: 'audit_read', by: chief.id, object: '' });
  });

  it('is for admins', async () => {
    await desk.get(paths.audit).expect(403);
    await desk.get(paths.auditFile).expect(403);
  });

  it('gives a file in which nothing is a formula', async () => {
    const reason = { choice: 'other', words: '=HYPERLINK("https://evil.example")' } as const;
    await test.services.audit.record(fact({ object: 'formulas', action: 'reason_given', reason, detail: '@SUM(1)' }));
    const { text, headers } = await office.get(`${paths.auditFile}?object=formulas`).expect(200);
    expect(headers['content-type']).toContain('text/csv');
    expect(headers['content-disposition']).toMatch(/attachment; filename="?audit-\d{4}-\d\d-\d\d\.csv/);
    expect(text).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
    expect(text).toContain(`'@SUM(1)`);
    // The heading, the entry, and that the file was asked for.
    expect(text.trim().split('\r\n')).toHaveLength(3);
  });

  it('shows why somebody has read a case in their own words, and that they were erased with it', async () => {
    const object = 'f'.repeat(24);
    const reason = { choice: 'other', words: 'Maria called' } as const;
    await test.services.audit.record(fact({ object, action: 'reason_given', reason }));
    const query = `?object=${object}`;
    const read = async () => {
      const texts = [];
      for (const path of [paths.audit, paths.auditFile]) texts.push((await office.get(path + query).expect(200)).text);
      return texts;
    };
    for (const text of await read()) expect(text).toContain('Maria called');

    await TombstoneModel.create({ _id: object, goes: 'everything', at: new Date() });
    await forgetWordsAbout(object);

    for (const text of await read()) {
      expect(text).not.toContain('Maria called');
      expect(text).toContain('their words were erased');
    }
    expect((await verifyAudit(createSeals(test.config.auditSecret))).broken).toBeNull();
  });

  it('has every action in words and in the list', async () => {
    const { text } = await office.get(paths.audit);
    for (const action of auditActionNames) expect(text).toContain(`<option value="${action}"`);
  });
});

describe('whatever was read and done', () => {
  it('no word of any customer stands in the record, on its page, in its file or in the log', async () => {
    for (const address of addressesIn(world, Object.values(world.tokens)))
      if (!address.includes('/photos/') && !address.includes('?')) await desk.get(address);
    const stored = JSON.stringify([await AuditEntryModel.find().lean(), await AuditWordsModel.find().lean()]);
    const file = (await office.get(paths.auditFile).buffer(true)).text;
    const pages = await Promise.all(auditActionNames.map((what) => office.get(`${paths.audit}?what=${what}`)));
    expect(stored).toContain('label_printed');
    expect(fieldsToldIn(stored)).toEqual([]);
    // Who it was has a name.
    const names = ['agentname'];
    expect(fieldsToldIn(file)).toEqual(names);
    expect([...new Set(pages.flatMap(({ text }) => fieldsToldIn(text)))]).toEqual(names);
    expect(test.faults).toEqual([]);
  });
});
