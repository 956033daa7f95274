import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import type { Types } from 'mongoose';
import { readConfig } from '../../src/config';
import { type Kind, kinds } from '../../src/domain/appeal';
import type { CaseMarks, DayNumbers } from '../../src/domain/insights/day-numbers';
import { marksOf } from '../../src/domain/insights/marks';
import type { EventFact } from '../../src/domain/timeline-event';
import { dayOf } from '../../src/domain/working-days';
import { count } from '../../src/insights/count';
import { countDay } from '../../src/insights/count-day';
import { numbersBetween } from '../../src/insights/numbers-between';
import { rebuild } from '../../src/insights/rebuild';
import { AppealModel } from '../../src/models/appeal';
import { CaseNumbersModel } from '../../src/models/case-numbers';
import { DayNumbersModel } from '../../src/models/day-numbers';
import { connectStore } from '../../src/store/connect';
import { ownDatabase } from '../support/own-database';
import { plainAppeal, plainEvent } from '../support/plain-appeal';

const calendar = { timeZone: 'Europe/Berlin', holidays: ['2026-03-04'] };
const hourMs = 3_600_000;
const start = new Date('2026-02-27T09:30:00Z').getTime();

let folder: string;
let store: Awaited<ReturnType<typeof connectStore>>;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fundus-test-'));
  const places = { DATA_DIR: path.join(folder, 'data'), UPLOADS_DIR: path.join(folder, 'uploads') };
  store = await connectStore(readConfig({ NODE_ENV: 'test', MONGODB_URI: ownDatabase(), ...places }));
});
afterAll(async () => {
  await store.connection.dropDatabase();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() =>
  Promise.all([AppealModel, CaseNumbersModel, DayNumbersModel].map((model) => model.collection.deleteMany({}))),
);
afterEach(() => jest.restoreAllMocks());

const places = ['Hamburg', ' Hamburg', 'Bonn', ''];
const facts: EventFact[] = [
  { type: 'appeal_published' },
  { type: 'find_offered', findId: 'f', quantity: 1 },
  { type: 'spare_reserved', findId: 'f', spareId: 's', quantity: 1 },
  { type: 'lead_given', words: '' },
  { type: 'looked', place: '' },
  { type: 'update_sent', messageId: 'a', channel: 'email', hearsBy: '2026-03-05' },
  { type: 'update_sent', messageId: 'b', channel: 'email', hearsBy: '' },
  { type: 'update_taken_back', messageId: 'a', channel: 'email' },
  { type: 'delivered' },
  { type: 'closed', outcome: 'happy' },
  { type: 'closed', outcome: 'not_found' },
  { type: 'reopened' },
  { type: 'merged_into', appealId: 'x' },
  { type: 'merge_undone', appealId: 'x' },
];

/** What may come in any order: an event of a case, one that arrives late, a count, one that falls over, two at once. */
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ happens: fc.constantFrom(...facts), to: fc.nat({ max: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ late: fc.constantFrom(...facts), to: fc.nat({ max: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ moves: fc.constantFrom(...places), to: fc.nat({ max: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ hours: fc.integer({ min: 1, max: 60 }) }) },
  { weight: 2, arbitrary: fc.constant('count' as const) },
  { weight: 2, arbitrary: fc.constant('two at once' as const) },
  { weight: 2, arbitrary: fc.record({ fallsOverAt: fc.nat({ max: 12 }) }) },
);

it('counts what scanning the whole timeline counts, whatever comes in between', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const now = await play(steps);
      await count(calendar, now);
      expect(await stored()).toEqual(await scanned(now));
      expect(await CaseNumbersModel.countDocuments({ staleDays: { $ne: [] } })).toBe(0);
      expect(await AppealModel.countDocuments({ uncounted: true })).toBe(0);
    }),
    { numRuns: 25 },
  );
}, 240_000);

/** @returns the hour it is at the end */
async function play(steps: readonly (typeof step extends fc.Arbitrary<infer Step> ? Step : never)[]): Promise<Date> {
  await Promise.all([AppealModel, CaseNumbersModel, DayNumbersModel].map((model) => model.collection.deleteMany({})));
  const ids = await openCases();
  let now = start;
  for (const one of steps) {
    if (one === 'count') await count(calendar, new Date(now));
    else if (one === 'two at once') await Promise.all([1, 2].map(() => count(calendar, new Date(now))));
    else if ('hours' in one) now += one.hours * hourMs;
    else if ('happens' in one) await happen(ids[one.to], one.happens, new Date(now));
    else if ('late' in one) await happen(ids[one.to], one.late, new Date(now - 50 * hourMs));
    else if ('moves' in one)
      await AppealModel.updateOne({ _id: ids[one.to] }, { ...changed(one.moves), $inc: { version: 1 } });
    else await countAndFallOver(one.fallsOverAt, new Date(now));
    now += 7 * 60_000;
  }
  return new Date(now);
}

async function openCases() {
  const records = [0, 1, 2, 3, 4].map((index) => {
    const { id: _, ...appeal } = plainAppeal({
      kind: kinds[index % 3] as Kind,
      place: places[index % 4] ?? '',
      version: 1,
    });
    return appeal;
  });
  return (await AppealModel.create(records)).map(({ _id }) => _id);
}

const changed = (place: string) => ({ $set: { place, uncounted: true } });

async function happen(id: Types.ObjectId | undefined, fact: EventFact, at: Date): Promise<void> {
  const change = {
    $push: { timeline: plainEvent(fact, 'agent', at) },
    $inc: { version: 1 },
    $set: { uncounted: true },
  };
  await AppealModel.updateOne({ _id: id }, change);
}

/** The power goes at the given write. */
async function countAndFallOver(at: number, now: Date): Promise<void> {
  let writes = 0;
  for (const collection of [AppealModel.collection, CaseNumbersModel.collection, DayNumbersModel.collection]) {
    for (const name of ['updateOne', 'insertOne', 'bulkWrite'] as const) {
      const real = collection[name].bind(collection) as (...given: unknown[]) => Promise<unknown>;
      jest.spyOn(collection, name).mockImplementation((async (...given: unknown[]) => {
        if (writes++ >= at) throw new Error('the power is gone');
        return real(...given);
      }) as never);
    }
  }
  await count(calendar, now).catch((error: Error) => expect(error.message).toBe('the power is gone'));
  jest.restoreAllMocks();
}

async function stored(): Promise<DayNumbers[]> {
  const days = await numbersBetween('0000', '9999');
  return days.filter(({ cells }) => cells.length > 0);
}

/** The plain way: every mark of every case, added up day by day. */
async function scanned(now: Date): Promise<DayNumbers[]> {
  const appeals = await AppealModel.find().lean();
  const all: CaseMarks[] = appeals.map(({ kind, channel, place, timeline }) => {
    const { marks } = marksOf({ kind, timeline }, calendar, dayOf(now, calendar));
    return { kind, channel, place: kind === 'person' ? '' : place.trim(), marks };
  });
  const days = [...new Set(all.flatMap(({ marks }) => marks.map(({ day }) => day)))].sort();
  return days.map((day) => ({ day, cells: cellsOf(all, day) }));
}

function cellsOf(all: readonly CaseMarks[], day: string): DayNumbers['cells'] {
  const traits = [...new Set(all.filter(({ marks }) => marks.some((mark) => mark.day === day)).map(nameOf))].sort();
  return traits.map((trait) => {
    const same = all.filter((one) => nameOf(one) === trait);
    const marks = same.flatMap((one) => one.marks.filter((mark) => mark.day === day));
    const minutesOf = (measure: 'firstFind' | 'arrival') =>
      marks.flatMap((mark) => (mark.measure === measure ? [mark.minutes] : [])).sort((one, other) => one - other);
    const kept = marks.filter((mark) => mark.measure === 'promise' && mark.kept).length;
    const promises = marks.filter(({ measure }) => measure === 'promise').length;
    const standings = marks.flatMap((mark) => (mark.measure === 'published' ? [mark.standing] : []));
    const [{ kind, channel, place }] = same as [CaseMarks];
    return {
      kind,
      channel,
      place,
      published: Object.fromEntries(standings.map((one) => [one, standings.filter((other) => other === one).length])),
      firstFind: minutesOf('firstFind'),
      arrival: minutesOf('arrival'),
      kept,
      broken: promises - kept,
    };
  });
}

const nameOf = ({ kind, channel, place }: CaseMarks) => [kind, channel, place].join('\n');

it('is made anew by a rebuild, whatever stood there', async () => {
  const [first, second] = await openCases();
  await happen(first, { type: 'appeal_published' }, new Date(start));
  await happen(second, { type: 'appeal_published' }, new Date(start));
  const now = new Date();
  await count(calendar, now);
  const right = await scanned(now);
  await DayNumbersModel.updateMany({}, { cells: [] });
  await DayNumbersModel.create({ _id: '2020-01-01', serial: 4, cells: right[0]?.cells });
  await CaseNumbersModel.updateMany({}, { marks: [], days: [] });
  await rebuild(calendar);
  expect(await stored()).toEqual(right);
});

it('forgets in a rebuild the cases that are gone', async () => {
  const [first] = await openCases();
  await happen(first, { type: 'appeal_published' }, new Date(start));
  await count(calendar);
  expect(await stored()).not.toEqual([]);
  await AppealModel.deleteMany({});
  await rebuild(calendar);
  expect(await stored()).toEqual([]);
});

it('reads no case but those on the day, and counts no case in which nothing happened', async () => {
  const [first] = await openCases();
  await happen(first, { type: 'appeal_published' }, new Date(start));
  expect(await count(calendar, new Date(start))).toEqual({ cases: 5, days: 1 });
  expect(await count(calendar, new Date(start))).toEqual({ cases: 0, days: 0 });
  await happen(first, { type: 'looked', place: '' }, new Date(start + hourMs));
  expect(await count(calendar, new Date(start + hourMs))).toEqual({ cases: 1, days: 0 });
});

it('does not overwrite what a faster process has counted', async () => {
  const [first] = await openCases();
  await happen(first, { type: 'appeal_published' }, new Date(start));
  await count(calendar, new Date(start));
  const read = CaseNumbersModel.find.bind(CaseNumbersModel);
  jest.spyOn(CaseNumbersModel, 'find').mockImplementationOnce(((...given: Parameters<typeof read>) => {
    const query = read(...given);
    return { lean: async () => [await query.lean(), await faster()][0] };
  }) as never);
  const faster = async () => {
    await happen(first, { type: 'closed', outcome: 'withdrawn' }, new Date(start + hourMs));
    await count(calendar, new Date(start + hourMs));
  };
  await countDay('2026-02-27');
  expect((await stored())[0]?.cells[0]?.published).toEqual({ withdrawn: 1 });
});
