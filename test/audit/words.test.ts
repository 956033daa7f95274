import { auditPage } from '../../src/audit/find-entries';
import { forgetAuditBefore } from '../../src/audit/forget-before';
import { verifyAudit } from '../../src/audit/verify';
import { forgetWordsAbout } from '../../src/audit/words';
import { AuditEntryModel } from '../../src/models/audit-entry';
import { AuditHeadModel } from '../../src/models/audit-head';
import { AuditWordsModel } from '../../src/models/audit-words';
import { TombstoneModel } from '../../src/models/tombstone';
import { startTestApp, type TestApp } from '../support/app';
import { fact, seals, trailOf } from '../support/audit';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
beforeEach(async () => {
  for (const model of [AuditEntryModel, AuditHeadModel, AuditWordsModel, TombstoneModel])
    await (model as typeof AuditEntryModel).deleteMany({});
});
afterEach(() => void jest.useRealTimers());
afterAll(() => test.stop());

const [mine, other] = ['d'.repeat(24), 'e'.repeat(24)];
const because = (words: string, object = mine) =>
  fact({ action: 'reason_given', object, reason: { choice: 'other', words } });
const said = async () => (await auditPage({}, '')).entries.map(({ words, wordsErased }) => [words, wordsErased]);
const kept = async () => (await AuditWordsModel.find().sort({ words: 1 }).lean()).map(({ words }) => words);
const erase = async (appeal: string) => {
  await TombstoneModel.create({ _id: appeal, goes: 'customer', at: new Date() });
  await forgetWordsAbout(appeal);
};

/** @returns a trail in which two agents have said why in words, and one has not */
async function threeEntries() {
  const trail = trailOf();
  for (const given of [because('Maria called'), because('Ana wrote', other), fact()]) await trail.record(given);
  await trail.settled();
  return trail;
}

describe('what was said in words', () => {
  it('is read with its entry, in which it does not stand', async () => {
    await threeEntries();
    expect(JSON.stringify(await AuditEntryModel.find().lean())).not.toMatch(/Maria|Ana/);
    expect(await said()).toEqual([
      ['', false],
      ['Ana wrote', false],
      ['Maria called', false],
    ]);
    expect(await verifyAudit(seals)).toMatchObject({ entries: 3, broken: null });
  });

  it('goes with its case; the entry says so, and the audit stays whole', async () => {
    const trail = await threeEntries();
    await erase(mine);
    await trail.record(fact());
    expect(await said()).toEqual([
      ['', false],
      ['', false],
      ['Ana wrote', false],
      ['', true],
    ]);
    expect(await kept()).toEqual(['Ana wrote']);
    expect(await verifyAudit(seals)).toMatchObject({ entries: 4, broken: null });
  });

  it('tells nobody whether it was the same, nor what it was once it is erased', async () => {
    const trail = trailOf();
    for (const words of ['Maria', 'Maria']) await trail.record(because(words));
    const [one, two] = (await AuditEntryModel.find().lean()).map(({ words }) => words);
    expect([one, two]).toEqual([expect.stringMatching(/^[\w-]{43}$/), expect.not.stringMatching(String(one))]);
    const [record] = await AuditWordsModel.find().lean();
    const guess = { appeal: mine, words: 'Maria' };
    expect(seals.digestOf({ ...guess, salt: record?.salt ?? '' })).toBe(record?._id);
    expect([one, two]).not.toContain(seals.digestOf({ ...guess, salt: '' }));
  });

  it('is not kept of somebody who was erased meanwhile', async () => {
    await TombstoneModel.create({ _id: mine, goes: 'customer', at: new Date() });
    await threeEntries();
    expect(await kept()).toEqual(['Ana wrote']);
    expect((await verifyAudit(seals)).broken).toBeNull();
  });
});

describe('whoever has the database and not the secret is found out', () => {
  beforeEach(async () => void (await threeEntries()));

  it.each([{ words: 'Nobody called' }, { appeal: other }, { salt: 'x' }])('who changes %p', async (change) => {
    await AuditWordsModel.updateOne({ appeal: mine }, { $set: change });
    expect((await verifyAudit(seals)).broken).toEqual({ number: 1, fault: 'words_changed' });
  });

  it('who takes words away of a case nobody has erased', async () => {
    await AuditWordsModel.deleteMany({ appeal: other });
    expect(await verifyAudit(seals)).toMatchObject({ entries: 1, broken: { number: 2, fault: 'words_missing' } });
  });
});

describe('words that cannot be stored', () => {
  it('are not on record, and neither is that they were given', async () => {
    const trail = trailOf();
    const fault = jest.spyOn(AuditWordsModel, 'create').mockRejectedValueOnce(new Error('disk full') as never);
    await expect(trail.record(because('Maria called'))).rejects.toMatchObject({ status: 503 });
    fault.mockRestore();
    expect([trail.faults, await AuditEntryModel.countDocuments()]).toEqual([[new Error('disk full')], 0]);
  });
});

it('the words go with the oldest entries, and so do those of which a crash has kept the entry from being written', async () => {
  const trail = trailOf();
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setTimeout', 'setImmediate', 'queueMicrotask'] });
  jest.setSystemTime(new Date('2023-06-01T12:00:00Z'));
  await trail.record(because('long ago'));
  const fault = jest.spyOn(AuditEntryModel.collection, 'insertMany').mockRejectedValueOnce(new Error('no power'));
  await expect(trail.record(because('never written'))).rejects.toMatchObject({ status: 503 });
  fault.mockRestore();
  jest.useRealTimers();
  await trail.record(because('today'));
  expect(await kept()).toEqual(['long ago', 'never written', 'today']);

  expect(await forgetAuditBefore(new Date('2024-01-01T00:00:00Z'), trail)).toBe(1);

  expect(await kept()).toEqual(['today']);
  await trail.settled();
  expect(await verifyAudit(seals)).toMatchObject({ entries: 2, broken: null });
});
