import type { Types } from 'mongoose';
import { editAppeal } from '../../src/appeals/edit-appeal';
import type { Appeal } from '../../src/domain/appeal';
import { receiveReply, receiveThanks } from '../../src/messages/receive-words';
import { sendUpdate } from '../../src/messages/send-update';
import type { AppealRecord } from '../../src/models/appeal';
import type { CustomerRecord } from '../../src/models/customer';
import type { MessageRecord } from '../../src/models/message';
import type { SpareRecord } from '../../src/models/spare';
import type { Account } from '../../src/people/accounts';
import { createPhotoStore } from '../../src/photos/photo-store';
import { shelveFind } from '../../src/shelf/shelve-find';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, customerOfCase, findIn } from '../support/cases';
import { edited } from '../support/commands';
import { withDatabase } from '../support/contents';
import { eventually } from '../support/eventually';
import { agent, colleague } from '../support/factories';
import { ownDatabaseIfGiven } from '../support/own-database';
import { photo } from '../support/photos';
import { archiveOf, bringBack, makePlace, placeOf } from '../support/place';

/** People at work at the same time. */
const writers = 6;

let test: TestApp;
let people: { agent: Account; finder: Account };
const copy = makePlace();

beforeAll(async () => {
  test = await startTestApp(ownDatabaseIfGiven() === undefined ? { MONGODB_URI: '' } : {});
  people = { agent: await agent(), finder: await colleague() };
  // Stands between the collections that refer to each other, so that reading them takes time.
  const filling = Array.from({ length: 20_000 }, (_, number) => ({ number, text: 'x'.repeat(1000) }));
  await test.connection.collection('between').insertMany(filling);
});

afterAll(async () => {
  await test.stop();
  copy.remove();
});

/** What was acknowledged: the case as it was returned, newest last. */
const acknowledged: Appeal[] = [];
let colours = 0;

/** Whole cases, with everything that is written in more than one place. */
async function work(until: AbortSignal): Promise<void> {
  const cases = casesOf(test.services, people);
  const picture = () => photo(`#${(0x100000 + colours++ * 7).toString(16)}`);
  while (!until.aborted) {
    const photos = [await picture(), await picture()];
    const draft = await cases.draft({ photos });
    acknowledged.push(draft);
    acknowledged.push(
      await editAppeal(by(people.agent, draft), edited(draft, { keptPhotos: [] }), [], test.services.photoStore),
    );
    const happy = await cases.closedHappy({ photos: [await picture()], findPhotos: [await picture()] });
    await sendUpdate(by(people.agent, happy), { channel: 'x', subject: '', body: 'Found!' }, null);
    await receiveReply(by(customerOfCase(happy), happy), 'en', 'Hurrah!');
    await receiveThanks(by(customerOfCase(happy), happy), 'en', 'Thank you!', { shareable: true, publicUse: false });
    acknowledged.push(await shelveFind(by(people.agent, happy), findIn(happy), 'Shelf'));
  }
}

/** What the copy holds. */
async function copied() {
  return withDatabase(copy, async (db) => {
    const [appeals, customers, messages, spares] = await Promise.all([
      db.collection<AppealRecord>('appeals').find().toArray(),
      db.collection<CustomerRecord>('customers').find().toArray(),
      db.collection<MessageRecord>('messages').find().toArray(),
      db.collection<SpareRecord>('spares').find().toArray(),
    ]);
    return { appeals, customers, messages, spares };
  });
}

/** References that lead nowhere. A customer is written before their case, so one without a case is no flaw. */
async function dangling({ appeals, customers, messages, spares }: Awaited<ReturnType<typeof copied>>) {
  const idsOf = (records: readonly { _id: Types.ObjectId }[]) => new Set(records.map(({ _id }) => _id.toHexString()));
  const [cases, words, shelf] = [idsOf(appeals), idsOf(messages), idsOf(spares)];
  const withCustomer = new Set(customers.map(({ appeal }) => appeal));
  const photoStore = createPhotoStore(copy.uploadsDir);
  const photos = [...appeals.flatMap(photosOf), ...spares.flatMap(({ photos }) => photos)];
  const there = await Promise.all(photos.map(({ id }) => photoStore.exists(id)));
  return {
    customers: [...cases].filter((id) => !withCustomer.has(id)),
    cases: [...messages, ...spares].filter(({ appeal }) => appeal !== null && !cases.has(appeal)),
    messages: appeals
      .flatMap(({ timeline }) => timeline)
      .filter((event) => 'messageId' in event && !words.has(event.messageId)),
    spares: appeals
      .flatMap(({ timeline }) => timeline)
      .filter((event) => 'spareId' in event && !shelf.has(event.spareId)),
    photos: photos.filter((_, i) => !there[i]),
  };
}

function photosOf({ photos, finds }: AppealRecord) {
  return [...photos, ...finds.flatMap(({ photo }) => photo ?? [])];
}

it('makes a copy of one moment while people write', async () => {
  const stop = new AbortController();
  const working = Promise.all(Array.from({ length: writers }, () => work(stop.signal)));
  await eventually('some cases', async () => (acknowledged.length > 30 ? true : undefined));
  const before = [...acknowledged];
  const archive = await archiveOf(placeOf(test.config));
  const after = acknowledged.length;
  stop.abort();
  await working;
  await bringBack(copy, archive);

  const there = await copied();
  expect(await dangling(there)).toEqual({ customers: [], cases: [], messages: [], spares: [], photos: [] });
  const versions = new Map(there.appeals.map(({ _id, version }) => [_id.toHexString(), version]));
  expect(before.filter(({ id, version }) => (versions.get(id) ?? 0) < version)).toEqual([]);
  // People were really at work all the time.
  expect(after).toBeGreaterThan(before.length);
});
