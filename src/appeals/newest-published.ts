import type { Appeal } from '../domain/appeal';
import { publishedStatuses } from '../domain/appeal-status';
import { AppealModel } from '../models/appeal';
import { toAppeal } from './appeal-record';

/** @returns the appeals that were published last, the newest first */
export async function newestPublished(count: number): Promise<Appeal[]> {
  const records = await AppealModel.find({ status: { $in: publishedStatuses } })
    .sort({ publishedAt: -1, _id: -1 })
    .limit(count)
    .lean();
  return records.map(toAppeal);
}
