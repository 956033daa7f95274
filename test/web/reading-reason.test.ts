import type TestAgent from 'supertest/lib/agent';
import { follow } from '../../src/appeals/follow';
import { giveLead } from '../../src/appeals/give-lead';
import { look } from '../../src/appeals/look';
import { keepMail } from '../../src/inbox/keep-mail';
import { assignMail } from '../../src/inbox/kept-mails';
import { readMail } from '../../src/inbox/read-mail';
import { AuditEntryModel } from '../../src/models/audit-entry';
import { AuditWordsModel } from '../../src/models/audit-words';
import { KeptMailModel } from '../../src/models/kept-mail';
import { apiPaths, link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { apiClient } from '../support/api';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, newAppeal } from '../support/cases';
import { agent, colleague } from '../support/factories';
import { rawMail } from '../support/mails';
import { twoColours } from '../support/photos';
import { sayWhy } from '../support/reading-reason';
import { allRoutes, requestsOn, send } from '../support/requests';
import { signIn } from '../support/sign-in';
import { tokenFor } from '../support/tokens';

let test: TestApp;
let opener: Account;
let outsider: Account;
let cases: ReturnType<typeof casesOf>;
let prepare: ReturnType<typeof requestsOn>;
let own: TestAgent;
let foreign: TestAgent;
beforeAll(async () => {
  test = await startTestApp();
  const finder = await colleague();
  [opener, outsider] = [await agent(), await agent()];
  cases = casesOf(test.services, { agent: opener, finder });
  prepare = requestsOn(test.services, { agent: opener, finder });
  [own, foreign] = [await signIn(test.app, opener), await signIn(test.app, outsider)];
});
afterAll(() => test.stop());

const { name, handle, email, address, originalWords, postUrl } = newAppeal().customer;
const ofCustomer = [name, handle, email, address, originalWords, postUrl];
const told = (text: string) => ofCustomer.filter((words) => text.includes(words));

const entriesOn = (object: string) => AuditEntryModel.find({ object }).sort({ _id: 1 }).lean();

describe('a case of somebody else', () => {
  it('shows an agent what every colleague sees, and asks why they want more', async () => {
    const { id } = await cases.searching();
    const page = link(paths.appeal, { id });
    const before = await foreign.get(page).expect(200);
    expect(before.text).toContain('Plush donkey');
    expect(told(before.text)).toEqual([]);
    expect(await entriesOn(id)).toEqual([]);

    const { headers } = await await sayWhy(foreign, { id }, { reason: 'cover', reasonWords: 'Kim is ill' });
    expect(headers.location).toBe(page);
    expect(told((await foreign.get(page).expect(200)).text)).toEqual(ofCustomer);
    expect(await entriesOn(id)).toMatchObject([
      { by: outsider.id, roles: 'agent', action: 'reason_given', reason: 'cover' },
      { by: outsider.id, roles: 'agent', action: 'case_read', reason: 'cover' },
    ]);
    expect(await AuditWordsModel.find({ appeal: id }).lean()).toMatchObject([{ words: 'Kim is ill' }]);
  });

  it('opens for that agent and that case alone, for eight hours', async () => {
    const [one, other] = [await cases.searching(), await cases.searching()];
    await sayWhy(foreign, one, { reason: 'quality' });
    const third = await signIn(test.app, await agent());
    expect(told((await foreign.get(link(paths.appeal, other))).text)).toEqual([]);
    expect(told((await third.get(link(paths.appeal, one))).text)).toEqual([]);
    const long = new Date(Date.now() - 8 * 60 * 60 * 1000 - 1000);
    await test.connection.collection('auditentries').updateMany({ object: one.id }, { $set: { at: long } });
    expect(told((await foreign.get(link(paths.appeal, one))).text)).toEqual([]);
  });

  it('leads on to the page somebody wanted, and nowhere else', async () => {
    const { id } = await cases.onItsWay();
    const label = link(paths.label, { id });
    const { headers } = await foreign.get(label).expect(303);
    const asked = String(headers.location).replace('#reason', '');
    const answer = await await sayWhy(foreign, { id }, { reason: 'cover' }, asked);
    expect(answer.headers.location).toBe(label);
    expect(told((await foreign.get(label).expect(200)).text)).toContain(address);
    const away = await foreign.get(`${link(paths.appeal, { id })}?next=//evil.example`);
    expect(away.text).not.toContain('evil.example');
    const form = { reason: 'cover', reasonWords: '', next: 'https://evil.example/' };
    const { headers: sent } = await foreign.post(link(paths.readingReason, { id })).type('form').send(form);
    expect(sent.location).toBe('/');
  });

  it('wants a reason of the list, and words where that says nothing', async () => {
    const { id } = await cases.searching();
    const action = link(paths.readingReason, { id });
    for (const form of [
      { next: '' },
      { reason: 'curious', next: '' },
      { reason: 'other', reasonWords: ' ', next: '' },
    ]) {
      const { status, text } = await foreign.post(action).type('form').send(form);
      expect([status, told(text)]).toEqual([422, []]);
      expect(text).toContain(`action="${action}"`);
    }
    expect(await entriesOn(id)).toEqual([]);
  });

  it('is not opened by what every colleague may do', async () => {
    const appeal = await cases.searching();
    await follow(outsider, appeal.id);
    await look(by(outsider, appeal), 'Cellar');
    await giveLead({ actor: outsider, appealId: appeal.id }, 'Ask at the fair');
    expect(told((await foreign.get(link(paths.appeal, appeal))).text)).toEqual([]);
  });

  it('is their own once they have worked on it', async () => {
    const appeal = await cases.collecting();
    const [find] = appeal.finds;
    await foreign.post(link(paths.findReceipt, { id: appeal.id, findId: find?.id ?? '' })).expect(303);
    expect(told((await foreign.get(link(paths.appeal, appeal))).text)).toContain(name);
  });

  it('keeps its mails', async () => {
    const appeal = await cases.searching();
    const raw = await rawMail({ to: 'fundus@mail.example', text: 'About the donkey', attachments: [{ content: 'x' }] });
    await keepMail(raw, 'unknown', await readMail(raw));
    const mailId = String((await KeptMailModel.findOne({ appeal: null, state: 'waiting' }).lean())?._id);
    await assignMail(opener, mailId, appeal.id, test.services.photoStore);
    const original = link(paths.keptMailOriginal, { mailId });
    const { headers } = await foreign.get(original).expect(303);
    expect(headers.location).toContain(link(paths.appeal, appeal));
    await own.get(original).expect(200);
    expect(await entriesOn(mailId)).toMatchObject([{ by: opener.id, action: 'mail_taken' }]);
  });
});

/** What an agent reaches of a case. */
const ofAgents = allRoutes.filter(({ path, guard }) => path.startsWith('/appeals/:id') && guard.name !== 'admin');

describe.each(ofAgents)('$method $path', (route) => {
  it('tells an agent nothing of the customer of another’s case before they have said why', async () => {
    const prepared = await prepare(route);
    const answers = [];
    // What is refused comes back with the page it stands on.
    if (route.method === 'post')
      answers.push(await foreign.post(prepared.url).type('form').send({ version: '0' }).redirects(0));
    answers.push(await send(foreign, route, prepared).redirects(0));
    for (const { text = '', status } of answers) {
      // What they have typed themselves comes back to them.
      expect(told(text).filter((words) => !JSON.stringify(prepared.form).includes(words))).toEqual([]);
      expect(status).toBeLessThan(500);
    }
  });
});

it('the photos beside the customer’s data are as closed', async () => {
  const appeal = await cases.searching({ photos: [await twoColours('#c02020')] });
  const photoId = appeal.photos[0]?.id ?? '';
  const regions = { left: '0', top: '0', width: '60', height: '60', version: String(appeal.version) };
  await own
    .post(link(paths.photoBlur, { id: appeal.id, photoId }))
    .type('form')
    .send(regions)
    .expect(303);
  const original = link(paths.photo, { id: appeal.id, photoId, file: 'small.webp' });
  await own.get(original).expect(200);
  await foreign.get(original).expect(404);
  await sayWhy(foreign, appeal, { reason: 'quality' });
  await foreign.get(original).expect(200);
});

it('a program of the agent reads no more, and is on record as well', async () => {
  const { id } = await cases.searching();
  const program = apiClient(test.app, await tokenFor(test.services, outsider));
  const address = link(apiPaths.customer, { id });
  const refused = await program.get(address);
  expect([refused.status, told(refused.text)]).toEqual([403, []]);
  await sayWhy(foreign, { id });
  expect(told((await program.get(address)).text)).toContain(name);
  expect((await entriesOn(id)).map(({ action }) => action)).toEqual(['reason_given', 'read_by_program']);
});
