import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Types } from 'mongoose';
import { close } from '../../src/appeals/close';
import { appealFor } from '../../src/appeals/find-appeals';
import { customerOf } from '../../src/customers/customer';
import { NotFound } from '../../src/errors';
import { AppealModel } from '../../src/models/appeal';
import { AuditWordsModel } from '../../src/models/audit-words';
import { CustomerModel } from '../../src/models/customer';
import { TombstoneModel } from '../../src/models/tombstone';
import type { Account } from '../../src/people/accounts';
import { eraseAgain } from '../../src/retention/erase-again';
import { eraseOnRequest } from '../../src/retention/erase-on-request';
import { startTestApp, type TestApp } from '../support/app';
import { fact } from '../support/audit';
import { by, casesOf } from '../support/cases';
import { withDatabase } from '../support/contents';
import { colleague, agent as newAgent } from '../support/factories';
import { dropDatabase, ownDatabaseIfGiven } from '../support/own-database';
import { archiveOf, bringBack, makePlace } from '../support/place';
import { plainAppeal } from '../support/plain-appeal';
import { inDays, rulesOf } from '../support/retention';

let test: TestApp;
let agent: Account;
let cases: ReturnType<typeof casesOf>;
const tools = () => ({ photoStore: test.services.photoStore, dataDir: test.config.dataDir });
beforeAll(async () => {
  test = await startTestApp();
  agent = await newAgent();
  cases = casesOf(test.services, { agent, finder: await colleague() });
});
afterAll(() => test.stop());

/** As a backup of before would bring them back. */
async function recordsOf(id: string) {
  const [appeal, customer] = [
    await AppealModel.findById(id).lean(),
    await CustomerModel.findOne({ appeal: id }).lean(),
  ];
  const words = await AuditWordsModel.find({ appeal: id }).lean();
  return async () => {
    await AuditWordsModel.insertMany(words);
    await AppealModel.replaceOne({ _id: id }, appeal as object);
    await CustomerModel.create(customer as object);
  };
}

describe('what a restore brings back', () => {
  it.each(['database', 'file'])('is erased again, as the %s remembers', async (memory) => {
    const [asked, happy] = [await cases.closedInVain(), await cases.closedHappy()];
    const reason = { choice: 'other', words: 'Maria called' } as const;
    for (const { id: object } of [asked, happy])
      await test.services.audit.record(fact({ action: 'reason_given', object, reason }));
    const said = () => AuditWordsModel.countDocuments({ appeal: { $in: [asked.id, happy.id] } });
    const comeBack = [await recordsOf(asked.id), await recordsOf(happy.id)];
    await eraseOnRequest(by(agent, asked), tools());
    await rulesOf(test).keep(inDays(183));
    for (const bring of comeBack) await bring();
    expect([(await customerOf(happy.id))?.name, await said()]).toEqual(['Maria Muster', 2]);
    if (memory === 'file') await TombstoneModel.deleteMany({});

    expect([await eraseAgain(tools()), await said()]).toEqual([2, 0]);

    await expect(appealFor(agent, asked.id)).rejects.toThrow(NotFound);
    expect(await customerOf(asked.id)).toBeNull();
    expect((await appealFor(agent, happy.id)).title).toBe(happy.title);
    expect(await customerOf(happy.id)).toBeNull();
    expect(await TombstoneModel.countDocuments({ _id: { $in: [asked.id, happy.id] } })).toBe(2);
    expect(await eraseAgain(tools())).toBe(0);
  });

  it('is left alone where nobody was erased', async () => {
    const open = await cases.searching();
    expect(await eraseAgain(tools())).toBe(0);
    expect((await appealFor(agent, open.id)).version).toBe(open.version);
  });

  it('is not held up by a line that was cut short', async () => {
    const appeal = await close(by(agent, await cases.searching()), 'withdrawn');
    const bring = await recordsOf(appeal.id);
    await writeFile(path.join(test.config.dataDir, 'erased.ndjson'), '{"case":"', { flag: 'a' });
    await eraseOnRequest(by(agent, appeal), tools());
    await TombstoneModel.deleteMany({});
    await bring();
    expect(await eraseAgain(tools())).toBe(1);
  });
});

describe('the commands of backup and restore', () => {
  const place = makePlace(ownDatabaseIfGiven());
  afterAll(async () => {
    place.remove();
    if (place.mongodbUri) await dropDatabase(place.mongodbUri);
  });

  it('erase again who was erased since, whether or not the archive knows of it', async () => {
    const [erased, other] = [
      plainAppeal({ id: 'a'.repeat(24), status: 'closed' }),
      plainAppeal({ id: 'b'.repeat(24) }),
    ];
    await withDatabase(place, async (db) => {
      for (const { id, ...appeal } of [erased, other]) {
        await db
          .collection('appeals')
          .insertOne({ ...appeal, _id: new Types.ObjectId(id), tokens: [], erasedAt: null });
        await db.collection('customers').insertOne({ appeal: id, name: 'Maria Muster' });
      }
    });
    const archive = await archiveOf(place);
    await withDatabase(place, async (db) => {
      const tombstone = { _id: erased.id, goes: 'everything', at: new Date() };
      await db.collection<{ _id: string }>('tombstones').insertOne(tombstone);
    });

    const { code, output } = await place.restore(archive, '--replace');

    expect([code, output]).toEqual([0, expect.stringContaining('Erased since then, and erased again: 1')]);
    await withDatabase(place, async (db) => {
      const appeals = await db.collection('appeals').find().sort({ _id: 1 }).toArray();
      expect(appeals.map(({ title }) => title)).toEqual(['', other.title]);
      expect((await db.collection('customers').find().toArray()).map(({ appeal }) => appeal)).toEqual([other.id]);
      expect(await db.collection('tombstones').countDocuments()).toBe(1);
    });
    // An archive that knows of it, into a place that does as well.
    await bringBack(place, await archiveOf(place), '--replace');
  });
});
