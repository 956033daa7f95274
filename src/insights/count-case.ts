import { isDeepStrictEqual } from 'node:util';
import type { Types } from 'mongoose';
import type { Appeal } from '../domain/appeal';
import { traitOf } from '../domain/insights/day-numbers';
import { marksOf } from '../domain/insights/marks';
import type { Calendar } from '../domain/working-days';
import { AppealModel } from '../models/appeal';
import { CaseNumbersModel, type CaseNumbersRecord } from '../models/case-numbers';
import { isFirst } from '../models/duplicate';

/** What of an appeal is counted. */
type Counted = Pick<Appeal, 'kind' | 'channel' | 'place' | 'version' | 'timeline'> & { _id: Types.ObjectId };

/** Read for counting: nothing else of the case leaves the store. */
export const countedFields = { kind: 1, channel: 1, place: 1, version: 1, timeline: 1 } as const;

/**
 * Writes what a case adds to the numbers, and marks the days that must learn of it: those it is on now, and those it
 * was on before. Only then is the appeal taken for counted, unless something happened meanwhile; so whatever falls over
 * in between is done again.
 * @param today `YYYY-MM-DD`
 */
export async function countCase(appeal: Counted, calendar: Calendar, today: string): Promise<void> {
  const before = await CaseNumbersModel.findById(appeal._id.toHexString()).lean();
  const written = before ? await rewrite(before, appeal, calendar, today) : await write(appeal, calendar, today);
  if (!written) return;
  await AppealModel.updateOne({ _id: appeal._id, version: appeal.version }, { $unset: { uncounted: 1 } });
}

/** @returns false when another process was faster; its count, or the next one, stands */
async function rewrite(before: CaseNumbersRecord, appeal: Counted, calendar: Calendar, today: string) {
  if (before.version > appeal.version) return false;
  const numbers = numbersOf(appeal, calendar, today);
  const stale = addsTheSame(before, numbers) ? [] : [...new Set([...before.days, ...numbers.days])];
  const { modifiedCount } = await CaseNumbersModel.updateOne(
    { _id: before._id, serial: before.serial },
    { $set: numbers, $addToSet: { staleDays: { $each: stale } }, $inc: { serial: 1 } },
  );
  return modifiedCount === 1;
}

/** Most of what happens to a case, such as a new follower or photo, is nothing to the numbers. */
function addsTheSame(
  before: CaseNumbersRecord,
  { kind, channel, place, marks }: ReturnType<typeof numbersOf>,
): boolean {
  const same = { kind: before.kind, channel: before.channel, place: before.place, marks: before.marks };
  return isDeepStrictEqual(same, { kind, channel, place, marks });
}

async function write(appeal: Counted, calendar: Calendar, today: string): Promise<boolean> {
  const numbers = numbersOf(appeal, calendar, today);
  const record = { _id: appeal._id.toHexString(), ...numbers, staleDays: numbers.days, serial: 1 };
  return isFirst(() => CaseNumbersModel.create(record));
}

function numbersOf(appeal: Counted, calendar: Calendar, today: string) {
  const { marks, openUntil } = marksOf(appeal, calendar, today);
  const days = [...new Set(marks.map(({ day }) => day))].sort();
  return { ...traitOf({ ...appeal, place: appeal.place ?? '' }), version: appeal.version, marks, days, openUntil };
}
