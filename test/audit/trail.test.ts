import { endOfChain } from '../../src/audit/append';
import { forgetAuditBefore } from '../../src/audit/forget-before';
import { beginning, createSeals } from '../../src/audit/seal';
import { verifyAudit } from '../../src/audit/verify';
import { AuditEntryModel } from '../../src/models/audit-entry';
import { AuditHeadModel } from '../../src/models/audit-head';
import { startTestApp, type TestApp } from '../support/app';
import { fact, seals, trailOf } from '../support/audit';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
beforeEach(async () => {
  await AuditEntryModel.deleteMany({});
  await AuditHeadModel.deleteMany({});
});
afterAll(() => test.stop());

const entries = () => test.connection.collection<{ _id: number }>('auditentries');
const heads = () => test.connection.collection<{ _id: string }>('auditheads');
const numbers = async () => (await AuditEntryModel.find().sort({ _id: 1 }).lean()).map(({ _id }) => _id);

/** @returns what a record is replaced with: all but its key */
function contentOf(record: object | null | undefined): never {
  return Object.fromEntries(Object.entries(record ?? {}).filter(([name]) => name !== '_id')) as never;
}

/** @returns an audit of ten entries, by one process that has ended */
async function tenEntries(): Promise<void> {
  const trail = trailOf();
  for (let number = 1; number <= 10; number++) await trail.record(fact({ object: `case ${number}` }));
  await trail.settled();
}

describe('an audit nobody has touched', () => {
  it('is whole, and tells how long and from when to when', async () => {
    const began = new Date();
    await tenEntries();
    const verdict = await verifyAudit(seals);
    expect(verdict).toMatchObject({ entries: 10, broken: null, end: { number: 10 } });
    expect(Number(verdict.first)).toBeGreaterThanOrEqual(began.getTime());
    expect(Number(verdict.last)).toBeGreaterThanOrEqual(Number(verdict.first));
  });

  it('is whole where nothing has happened yet', async () => {
    expect(await verifyAudit(seals)).toEqual({ entries: 0, first: null, last: null, end: beginning, broken: null });
  });

  it('says nothing to another secret', async () => {
    await tenEntries();
    const { broken } = await verifyAudit(createSeals('another secret, as long as the first'));
    expect(broken).toEqual({ number: 1, fault: 'changed' });
  });

  it('goes on after a restart, and its end is known then', async () => {
    await tenEntries();
    const trail = trailOf();
    expect(await trail.end()).toMatchObject({ number: 10 });
    await trail.record(fact());
    expect(await numbers()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect((await verifyAudit(seals)).broken).toBeNull();
  });

  it('takes many at once in the order they came', async () => {
    const trail = trailOf();
    const objects = Array.from({ length: 450 }, (_, index) => `case ${index}`);
    await Promise.all(objects.map((object) => trail.record(fact({ object }))));
    const stored = await AuditEntryModel.find().sort({ _id: 1 }).lean();
    expect(stored.map(({ object }) => object)).toEqual(objects);
    expect((await verifyAudit(seals)).broken).toBeNull();
  });
});

describe('whoever has the database and not the secret is found out', () => {
  beforeEach(tenEntries);

  const fields = { by: 'c'.repeat(24), roles: '', action: 'audit_read', object: 'x', reason: 'cover', words: 'x' };
  const others = { detail: 'x', request: 'x', at: new Date(0), seal: 'A'.repeat(43) };
  it.each(Object.entries({ ...fields, ...others }))('who changes %s', async (field, value) => {
    await entries().updateOne({ _id: 4 }, { $set: { [field]: value } });
    expect((await verifyAudit(seals)).broken).toEqual({ number: 4, fault: 'changed' });
  });

  it('who changes the type of a field, adds one or takes one away', async () => {
    const found = [];
    for (const change of [{ $set: { at: 'yesterday' } }, { $set: { more: 1 } }, { $unset: { words: 1 } }]) {
      const before = await entries().findOne({ _id: 6 });
      await entries().updateOne({ _id: 6 }, change as never);
      found.push((await verifyAudit(seals)).broken);
      await entries().replaceOne({ _id: 6 }, contentOf(before));
    }
    expect(found).toEqual([1, 2, 3].map(() => ({ number: 6, fault: 'changed' })));
    expect((await verifyAudit(seals)).broken).toBeNull();
  });

  it.each([1, 5, 9])('who removes entry %d', async (number) => {
    await entries().deleteOne({ _id: number });
    expect(await verifyAudit(seals)).toMatchObject({ entries: number - 1, broken: { number, fault: 'missing' } });
  });

  it('who swaps two', async () => {
    const [third, fourth] = await Promise.all([3, 4].map((_id) => entries().findOne({ _id })));
    await entries().replaceOne({ _id: 3 }, contentOf(fourth));
    await entries().replaceOne({ _id: 4 }, contentOf(third));
    expect((await verifyAudit(seals)).broken).toEqual({ number: 3, fault: 'changed' });
  });

  it.each([
    [11, 'changed'],
    [4.5, 'foreign'],
    [0, 'foreign'],
    [-3, 'foreign'],
    ['5', 'foreign'],
  ])('who inserts an entry of number %p', async (number, fault) => {
    const stolen = await entries().findOne({ _id: 5 });
    await entries().insertOne({ ...stolen, _id: number } as never);
    expect((await verifyAudit(seals)).broken?.fault).toBe(fault);
  });

  it('who removes one and numbers the others anew', async () => {
    await entries().deleteOne({ _id: 4 });
    for (let number = 5; number <= 10; number++) {
      const entry = await entries().findOne({ _id: number });
      await entries().deleteOne({ _id: number });
      await entries().insertOne({ ...entry, _id: number - 1 } as never);
    }
    expect((await verifyAudit(seals)).broken).toEqual({ number: 4, fault: 'changed' });
  });

  it('who cuts off the end', async () => {
    await entries().deleteMany({ _id: { $gt: 7 } });
    expect((await verifyAudit(seals)).broken).toEqual({ number: 8, fault: 'cut_off' });
  });

  it('who cuts off the end, although it went on since', async () => {
    const running = trailOf();
    await running.record(fact());
    await entries().deleteMany({ _id: { $gt: 7 } });
    await running.record(fact());
    const restarted = trailOf();
    await restarted.record(fact());
    await restarted.settled();
    expect(await numbers()).toEqual([1, 2, 3, 4, 5, 6, 7, 12, 13]);
    expect((await verifyAudit(seals)).broken).toEqual({ number: 8, fault: 'missing' });
  });

  it('who removes the note of where it ends, or makes one of their own', async () => {
    await heads().updateOne({ _id: 'head' }, { $set: { number: 7 } });
    expect((await verifyAudit(seals)).broken).toEqual({ number: 11, fault: 'head_changed' });
    await heads().deleteMany({});
    expect((await verifyAudit(seals)).broken).toEqual({ number: 11, fault: 'head_missing' });
  });

  it('who turns back entries and note, if the log has told the end', async () => {
    const [kept, end] = [await heads().findOne({}), await endOfChain(beginning, seals)];
    const trail = trailOf();
    for (let more = 0; more < 5; more++) await trail.record(fact());
    await trail.settled();
    const later = await trail.end();
    await entries().deleteMany({ _id: { $gt: 10 } });
    await heads().replaceOne({ _id: 'head' }, contentOf(kept));
    expect((await verifyAudit(seals)).broken).toBeNull();
    expect((await verifyAudit(seals, end)).broken).toBeNull();
    expect((await verifyAudit(seals, later)).broken).toEqual({ number: 11, fault: 'cut_off' });
    const other = trailOf();
    for (let more = 0; more < 5; more++) await other.record(fact({ object: 'another' }));
    expect((await verifyAudit(seals, later)).broken).toEqual({ number: 15, fault: 'other_end' });
  });

  it('who takes the oldest away as if they were forgotten', async () => {
    const last = await entries().findOne({ _id: 4 });
    const made = { _id: 11, action: 'audit_forgotten', object: '4', detail: (last as { seal?: string })?.seal };
    await entries().deleteMany({ _id: { $lte: 4 } });
    expect((await verifyAudit(seals)).broken).toEqual({ number: 1, fault: 'missing' });
    await entries().insertOne({ ...last, ...made } as never);
    expect((await verifyAudit(seals)).broken).toEqual({ number: 11, fault: 'changed' });
  });
});

describe('several processes', () => {
  it('write one chain at the same time, and lose nothing', async () => {
    const trails = [trailOf(), trailOf(), trailOf()];
    const each = Array.from({ length: 60 }, (_, index) => index);
    await Promise.all(
      trails.map(async ({ record }, process) => {
        for (const index of each) await record(fact({ object: `case ${index} of ${process}` }));
      }),
    );
    await Promise.all(trails.map(({ settled }) => settled()));
    const stored = await AuditEntryModel.find().lean();
    expect(new Set(stored.map(({ object }) => object)).size).toBe(180);
    expect(await verifyAudit(seals)).toMatchObject({ entries: 180, broken: null });
    expect(trails.flatMap(({ faults }) => faults)).toEqual([]);
  });

  it('write batches that meet in the middle', async () => {
    const trails = [trailOf(), trailOf()];
    await Promise.all(trails.map(({ record }) => record(fact())));
    await Promise.all(
      trails.flatMap(({ record }) => Array.from({ length: 150 }, (_, index) => record(fact({ object: `${index}` })))),
    );
    expect(await verifyAudit(seals)).toMatchObject({ entries: 302, broken: null });
  });
});

describe('an entry that cannot be stored', () => {
  it('is not acknowledged, is no gap, and stops nobody after it', async () => {
    const trail = trailOf();
    await trail.record(fact());
    const fault = jest.spyOn(AuditEntryModel.collection, 'insertMany').mockRejectedValueOnce(new Error('disk full'));
    await expect(trail.record(fact({ object: 'lost' }))).rejects.toMatchObject({ status: 503 });
    fault.mockRestore();
    await trail.record(fact({ object: 'next' }));
    expect(trail.faults).toHaveLength(1);
    expect((await AuditEntryModel.find().lean()).map(({ object }) => object)).not.toContain('lost');
    expect(await verifyAudit(seals)).toMatchObject({ entries: 2, broken: null });
  });

  it('does not matter when only the note of the end is late: the next one takes it along', async () => {
    const trail = trailOf();
    await trail.record(fact());
    await trail.settled();
    const fault = jest.spyOn(AuditHeadModel, 'updateOne').mockImplementationOnce(() => {
      throw new Error('gone');
    });
    await trail.record(fact());
    await trail.settled();
    fault.mockRestore();
    expect((await verifyAudit(seals)).broken).toBeNull();
    await trail.record(fact());
    await trail.settled();
    expect(await AuditHeadModel.findById('head').lean()).toMatchObject({ number: 3 });
  });
});

describe('what is only read', () => {
  it('is recorded once in a while, by everybody who reads it', async () => {
    const trail = trailOf();
    for (const by of ['one', 'two', 'one', 'one']) await trail.recordReading(fact({ by }));
    await trail.recordReading(fact({ by: 'one', object: 'another' }));
    expect(await AuditEntryModel.countDocuments()).toBe(3);
  });

  it('is tried again when it could not be recorded', async () => {
    const trail = trailOf();
    const fault = jest.spyOn(AuditEntryModel.collection, 'insertMany').mockRejectedValueOnce(new Error('disk full'));
    await expect(trail.recordReading(fact())).rejects.toMatchObject({ status: 503 });
    fault.mockRestore();
    await trail.recordReading(fact());
    expect(await AuditEntryModel.countDocuments()).toBe(1);
  });
});

describe('forgetting the oldest', () => {
  const before = new Date('2024-01-01T00:00:00Z');

  /** @returns a trail whose first six entries are from long ago */
  async function oldAndNew() {
    const trail = trailOf();
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setTimeout', 'setImmediate', 'queueMicrotask'] });
    jest.setSystemTime(new Date('2023-06-01T12:00:00Z'));
    for (let number = 1; number <= 6; number++) await trail.record(fact());
    jest.useRealTimers();
    for (let number = 7; number <= 9; number++) await trail.record(fact());
    return trail;
  }
  afterEach(() => void jest.useRealTimers());

  it('leaves a chain that can be verified, and goes on', async () => {
    const trail = await oldAndNew();
    expect(await forgetAuditBefore(before, trail)).toBe(6);
    expect(await numbers()).toEqual([7, 8, 9, 10]);
    await trail.record(fact());
    expect(await verifyAudit(seals)).toMatchObject({ entries: 5, broken: null, end: { number: 11 } });
    expect(await forgetAuditBefore(before, trail)).toBe(0);
    expect(await numbers()).toEqual([7, 8, 9, 10, 11]);
  });

  it('does not hide that more was taken away', async () => {
    const trail = await oldAndNew();
    await forgetAuditBefore(before, trail);
    await entries().deleteOne({ _id: 7 });
    expect((await verifyAudit(seals)).broken).toEqual({ number: 7, fault: 'missing' });
  });

  it('is finished the next time where it was interrupted', async () => {
    const trail = await oldAndNew();
    const fault = jest.spyOn(AuditEntryModel, 'deleteMany').mockImplementationOnce(() => {
      throw new Error('gone');
    });
    await expect(forgetAuditBefore(before, trail)).rejects.toThrow('gone');
    fault.mockRestore();
    expect((await verifyAudit(seals)).broken).toBeNull();
    expect(await forgetAuditBefore(before, trail)).toBe(6);
    expect(await verifyAudit(seals)).toMatchObject({ entries: 5, broken: null });
  });

  it('can forget everything but that it did so', async () => {
    const trail = await oldAndNew();
    expect(await forgetAuditBefore(new Date(Date.now() + 1000), trail)).toBe(9);
    await trail.settled();
    expect(await numbers()).toEqual([10]);
    expect(await verifyAudit(seals)).toMatchObject({ entries: 1, broken: null });
    const restarted = trailOf();
    await restarted.record(fact());
    expect(await verifyAudit(seals)).toMatchObject({ entries: 2, broken: null });
  });
});
