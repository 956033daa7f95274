import type { DayNumbers } from '../domain/insights/day-numbers';
import { DayNumbersModel } from '../models/day-numbers';

/** @returns the numbers of each day from `first` to `last`, both `YYYY-MM-DD` and included; days without any are missing */
export async function numbersBetween(first: string, last: string): Promise<DayNumbers[]> {
  const records = await DayNumbersModel.find({ _id: { $gte: first, $lte: last } })
    .sort({ _id: 1 })
    .lean();
  return records.map(({ _id, cells }) => ({ day: _id, cells }));
}
