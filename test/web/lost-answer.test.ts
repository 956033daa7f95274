import type request from 'supertest';
import type TestAgent from 'supertest/lib/agent';
import { appealFor } from '../../src/appeals/find-appeals';
import { customerOf } from '../../src/customers/customer';
import type { Appeal } from '../../src/domain/appeal';
import { translator } from '../../src/i18n/translator';
import { messagesOf } from '../../src/messages/find-messages';
import { sendUpdate } from '../../src/messages/send-update';
import { AppealModel } from '../../src/models/appeal';
import { MessageModel } from '../../src/models/message';
import { SpareModel } from '../../src/models/spare';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, tokenOf } from '../support/cases';
import { agent, colleague } from '../support/factories';
import { fillIn } from '../support/forms';
import { visibleText } from '../support/html';
import { hush } from '../support/hush';
import { photo } from '../support/photos';
import { browser, signIn } from '../support/sign-in';
import { spareOn } from '../support/spares';

/*
 * The store does what it is asked, and goes before it can say so. The page says to send the form again: whatever was
 * done is not done twice, and what was not done yet is.
 */

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
let ada: Account;
let service: TestAgent;
let cupboard: TestAgent;
beforeAll(async () => {
  test = await startTestApp();
  ada = await agent();
  const finn = await colleague();
  cases = casesOf(test.services, { agent: ada, finder: finn });
  service = await signIn(test.app, ada);
  cupboard = await signIn(test.app, finn);
});
afterAll(() => test.stop());

const pageOf = (visitor: TestAgent, { id }: Appeal) => visitor.get(link(paths.appeal, { id })).expect(200);
const press = (path: string, form: object) => service.post(path).type('form').send(form);
const eventsOf = async (id: string) => (await appealFor(ada, id)).timeline.map(({ type }) => type);

/** @returns where the second sending leads */
async function sentTwice(send: () => request.Test): Promise<string> {
  const excuse = await send().expect(503);
  expect(visibleText(excuse.text)).toContain(translator('en')('error.unavailable'));
  expect(test.faults.splice(0)).toEqual([expect.stringContaining('MongoNetworkError')]);
  const { headers } = await send().expect(303);
  return String(headers.location);
}

it('makes no second event', async () => {
  const appeal = await cases.searching();
  const page = await pageOf(cupboard, appeal);
  hush(AppealModel, 'findOneAndUpdate');
  await sentTwice(() => fillIn(cupboard, page, link(paths.leads, { id: appeal.id }), { words: 'Said once' }));
  expect((await eventsOf(appeal.id)).filter((type) => type === 'lead_given')).toHaveLength(1);
});

it.each(['email', 'facebook'] as const)('makes no second message by %s', async (channel) => {
  const appeal = await cases.searching({ appeal: { channel } });
  const page = await service.get(link(paths.newUpdate, { id: appeal.id })).expect(200);
  hush(AppealModel, 'findOneAndUpdate');
  const update = {
    body: 'We are looking',
    hearsBy: '',
    intent: 'send',
    ...(channel === 'email' && { subject: 'News' }),
  };
  await sentTwice(() => fillIn(service, page, link(paths.updates, { id: appeal.id }), update));
  expect((await eventsOf(appeal.id)).filter((type) => type === 'update_sent')).toHaveLength(1);
  expect(await messagesOf(appeal.id)).toHaveLength(1);
});

it('takes a reply once, and stops all that was about to be sent', async () => {
  const appeal = await cases.searching();
  for (const body of ['First', 'Second']) {
    const target = by(ada, await appealFor(ada, appeal.id));
    await sendUpdate(target, { channel: 'email', subject: 'News', body }, null, 60_000);
  }
  const token = await tokenOf(test.services, appeal);
  const visitor = browser(test.app);
  const page = await visitor.get(link(paths.status, { token })).expect(200);
  hush(AppealModel, 'findOneAndUpdate');
  const reply = { words: 'It has turned up!' };
  await sentTwice(() => fillIn(visitor, page, link(paths.statusReplies, { token }), reply));
  const events = await eventsOf(appeal.id);
  expect(events.slice(-3)).toEqual(['customer_replied', 'update_stopped', 'update_stopped']);
  expect(await MessageModel.countDocuments({ appeal: appeal.id, kind: 'reply' })).toBe(1);
});

it('opens no second appeal, and its customer stays', async () => {
  const page = await service.get(paths.newAppeal).expect(200);
  const fields = { kind: 'item', title: 'Asked twice', story: 'Lost', customerName: 'Vera Once', intent: 'publish' };
  const photos = [await photo()];
  hush(AppealModel, 'insertOne');
  const location = await sentTwice(() => fillIn(service, page, paths.appeals, fields, { photos }));
  const [only, ...others] = await AppealModel.find({ title: 'Asked twice' }).lean();
  expect(others).toEqual([]);
  expect(only?.timeline.map(({ type }) => type)).toEqual(['appeal_opened', 'appeal_published']);
  expect(location).toBe(link(paths.appeal, { id: String(only?._id) }));
  expect(await customerOf(String(only?._id))).toMatchObject({ name: 'Vera Once' });
});

it('does not ask for photos again that were sent ahead', async () => {
  const { bytes, fileName } = await photo('#123456');
  const row = await service.post(paths.waitingPhotos).attach('photos', bytes, fileName).expect(201);
  const ref = /name="photo" value="([\w-]+)"/.exec(row.text)?.[1];
  const page = await service.get(paths.newAppeal).expect(200);
  const formKey = /name="formKey" value="([\w-]+)"/.exec(page.text)?.[1];
  const words = { title: 'With a photo', story: 'Lost', channel: 'email', customerLanguage: 'en', kind: 'item' };
  const form = { ...words, formKey, photo: ref, photoAlt: '', intent: 'publish' };
  hush(AppealModel, 'findOneAndUpdate');
  await sentTwice(() => press(paths.appeals, form));
  expect(await AppealModel.find({ title: 'With a photo' }).lean()).toMatchObject([
    { status: 'searching', photos: [{}] },
  ]);
});

it('puts no second spare on the shelf', async () => {
  const page = await cupboard.get(paths.newSpare).expect(200);
  hush(SpareModel, 'insertOne');
  const fields = { title: 'Offered twice', place: 'Bonn', quantity: '1' };
  await sentTwice(() => fillIn(cupboard, page, paths.shelf, fields));
  expect(await SpareModel.countDocuments({ title: 'Offered twice' })).toBe(1);
});

it('reserves a spare once', async () => {
  const spare = await spareOn(test.services, ada);
  const appeal = await cases.searching();
  const form = { spareId: spare.id, version: String(appeal.version), quantity: '1', formKey: 'r'.repeat(22) };
  hush(AppealModel, 'findOneAndUpdate');
  const path = link(paths.reservations, { id: appeal.id });
  await sentTwice(() => press(path, form));
  const { finds } = await appealFor(ada, appeal.id);
  expect(finds).toMatchObject([{ spareId: spare.id, quantity: 1 }]);
});

it.each([0, 1])('merges two appeals in both of them, whichever answer is lost (%d)', async (skip) => {
  const [appeal, into] = [await cases.searching(), await cases.searching()];
  const form = { into: into.id, version: String(appeal.version), formKey: 'm'.repeat(22) };
  hush(AppealModel, 'findOneAndUpdate', skip);
  await sentTwice(() => press(link(paths.merger, { id: appeal.id }), form));
  expect(await appealFor(ada, appeal.id)).toMatchObject({ mergedInto: into.id, status: 'closed' });
  expect((await eventsOf(into.id)).filter((type) => type === 'took_in')).toHaveLength(1);

  const { version } = await appealFor(ada, appeal.id);
  hush(AppealModel, 'findOneAndUpdate', skip);
  const undo = { version: String(version), formKey: 'u'.repeat(22) };
  await sentTwice(() => press(link(paths.mergerEnd, { id: appeal.id }), undo));
  expect(await appealFor(ada, appeal.id)).toMatchObject({ mergedInto: null, status: 'searching' });
  expect((await eventsOf(into.id)).filter((type) => type === 'gave_back')).toHaveLength(1);
});
