import { numbersOfDay } from '../domain/insights/day-numbers';
import { CaseNumbersModel } from '../models/case-numbers';
import { DayNumbersModel } from '../models/day-numbers';
import { isFirst } from '../models/duplicate';

/**
 * Adds up one day anew from the cases that are on it, and no others. It is written only if nobody else has written it
 * since we began, and a case counted again meanwhile keeps its mark; so the last one to count has seen everything.
 */
export async function countDay(day: string): Promise<void> {
  const before = await DayNumbersModel.findById(day, { serial: 1 }).lean();
  const stale = await CaseNumbersModel.find({ staleDays: day }, { serial: 1 }).lean();
  const cases = await CaseNumbersModel.find({ days: day }, { kind: 1, channel: 1, place: 1, marks: 1 }).lean();
  const { cells } = numbersOfDay(day, cases);
  if (!(await write(day, before?.serial, cells)) || stale.length === 0) return;
  await CaseNumbersModel.bulkWrite(
    stale.map(({ _id, serial }) => ({ updateOne: { filter: { _id, serial }, update: { $pull: { staleDays: day } } } })),
  );
}

/** @returns false when another process was faster */
async function write(day: string, serial: number | undefined, cells: object[]): Promise<boolean> {
  if (serial !== undefined) {
    const { modifiedCount } = await DayNumbersModel.updateOne(
      { _id: day, serial },
      { $set: { cells }, $inc: { serial: 1 } },
    );
    return modifiedCount === 1;
  }
  return isFirst(() => DayNumbersModel.create({ _id: day, serial: 1, cells }));
}
