import type TestAgent from 'supertest/lib/agent';
import { close } from '../../src/appeals/close';
import { appealFor } from '../../src/appeals/find-appeals';
import { customerOf } from '../../src/customers/customer';
import { requestDeletion } from '../../src/customers/request-deletion';
import { NotFound } from '../../src/errors';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { shelveFind } from '../../src/shelf/shelve-find';
import { startTestApp, type TestApp } from '../support/app';
import { fact } from '../support/audit';
import { by, casesOf, customerOfCase, findIn, tokenOf } from '../support/cases';
import { admin, colleague, agent as newAgent } from '../support/factories';
import { inDays, rulesOf } from '../support/retention';
import { browser, signIn } from '../support/sign-in';

let test: TestApp;
let agent: Account;
let desk: TestAgent;
let cases: ReturnType<typeof casesOf>;
beforeAll(async () => {
  test = await startTestApp();
  agent = await newAgent();
  desk = await signIn(test.app, agent);
  cases = casesOf(test.services, { agent, finder: await colleague() });
});
afterAll(() => test.stop());

const pageOf = (id: string) => desk.get(link(paths.erasure, { id })).set('Accept-Language', 'en');
const formTo = (id: string, form: Record<string, string>) =>
  desk.post(link(paths.erasure, { id })).set('Accept-Language', 'en').type('form').send(form);

describe('the page on which a customer is erased', () => {
  it('says what goes and what stays, and where else they are known', async () => {
    const email = 'known@customers.example';
    const happy = await cases.closedHappy({ customer: { email, handle: '' } });
    const shelved = await shelveFind(by(agent, happy), findIn(happy), 'Shelf');
    const other = await cases.searching({ customer: { email, handle: '' }, appeal: { title: 'The other donkey' } });
    const reason = { choice: 'other', words: 'Maria called' } as const;
    await test.services.audit.record(fact({ action: 'reason_given', object: happy.id, reason }));
    const { text } = await pageOf(shelved.id).expect(200);
    expect(text).toContain('What a colleague said in words about why they read it');
    expect(text).not.toContain('Maria called');
    expect(text).toContain('Name, contact, address, original words and the status link');
    expect(text).toContain('One offer');
    expect(text).toContain('One piece on the shelf');
    expect(text).toContain('for up to 30 days');
    expect(text).toContain('The other donkey');
    expect(text).toContain(link(paths.erasure, { id: other.id }));
    expect(text).toContain(`action="${link(paths.customerData, { id: shelved.id })}"`);
  });

  it('erases nobody for whom is still searched', async () => {
    const open = await cases.searching();
    const { text } = await pageOf(open.id).expect(200);
    expect(text).toContain('Close it first');
    expect(text).not.toContain('name="confirmed"');
    await formTo(open.id, { confirmed: 'yes' }).expect(409);
    expect((await customerOf(open.id))?.name).toBe('Maria Muster');
  });

  it('wants to hear that it was read', async () => {
    const closed = await cases.closedInVain();
    const { text } = await formTo(closed.id, { version: String(closed.version) }).expect(422);
    expect(text).toContain('Please confirm that you have read what will be deleted.');
    expect(text).toContain('aria-describedby="confirmed-error"');
    expect((await customerOf(closed.id))?.name).toBe('Maria Muster');
  });

  it('erases, says so, and is gone with the case', async () => {
    const asked = await cases.closedInVain();
    await requestDeletion(by(customerOfCase(asked), asked));
    const token = await tokenOf(test.services, asked);
    expect((await desk.get(paths.desk).expect(200)).text).toContain(link(paths.erasure, { id: asked.id }));

    await formTo(asked.id, { confirmed: 'yes', version: String(asked.version + 1) })
      .expect(303)
      .expect('Location', paths.desk);

    const { text } = await desk.get(paths.desk).set('Accept-Language', 'en').expect(200);
    expect(text).toContain('Deleted. The case still counts.');
    expect(text).not.toContain(asked.id);
    await pageOf(asked.id).expect(404);
    await formTo(asked.id, { confirmed: 'yes' }).expect(404);
    await browser(test.app).get(link(paths.status, { token })).expect(404);
    await expect(appealFor(agent, asked.id)).rejects.toThrow(NotFound);
  });

  it('still erases the rest of a case whose customer went by the rules', async () => {
    const closed = await close(by(agent, await cases.searching()), 'withdrawn');
    await requestDeletion(by(customerOfCase(closed), closed));
    await rulesOf(test).keep(inDays(31));
    expect((await desk.get(paths.desk)).text).not.toContain(link(paths.erasure, { id: closed.id }));
    await desk.post(link(paths.customerData, { id: closed.id })).expect(404);
    const { text } = await pageOf(closed.id).expect(200);
    expect(text).not.toContain(link(paths.customerData, { id: closed.id }));
    expect((await desk.get(link(paths.appeal, { id: closed.id })).expect(200)).text).not.toContain('Maria Muster');
    await formTo(closed.id, { confirmed: 'yes' }).expect(303);
    await expect(appealFor(agent, closed.id)).rejects.toThrow(NotFound);
  });
});

describe('admins', () => {
  it('read the table of rules, and who waits, by number alone', async () => {
    const asked = await cases.searching({ appeal: { title: 'Nobody’s business' } });
    await requestDeletion(by(customerOfCase(asked), asked));
    const office = await signIn(test.configured({ RETENTION_DAYS: 'backups=7' }), await admin());
    const { text } = await office.get(paths.retention).set('Accept-Language', 'en').expect(200);
    expect(text).toContain('People sought: the whole case');
    expect(text).toMatch(/7 days<\/strong>\s*<span class="muted">\(usually 30 days\)/);
    expect(text).toContain(asked.id);
    expect(text).not.toMatch(/Maria|Nobody’s business/);
    expect((await office.get(paths.admin)).text).toContain(paths.retention);
  });
});
