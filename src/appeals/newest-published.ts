import type { Appeal } from '../domain/appeal';
import { AppealModel, seenByAll } from '../models/appeal';
import { toAppeal } from './appeal-record';

/** @returns the appeals that were published last, the newest first */
export async function newestPublished(count: number): Promise<Appeal[]> {
  const records = await AppealModel.find(seenByAll).sort({ publishedAt: -1, _id: -1 }).limit(count).lean();
  return records.map(toAppeal);
}
