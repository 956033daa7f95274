import { toAppeal } from '../appeals/appeal-record';
import type { Appeal } from '../domain/appeal';
import type { Spare } from '../domain/spare';
import { AppealModel, seenByAll } from '../models/appeal';
import { SpareModel } from '../models/spare';
import { toSpare } from '../shelf/spare-record';

/** Most things of one entry that are shown or compared. */
const mostLinked = 100;

/** @returns spares linked to a catalogue entry of which pieces are free, those seen last first */
export async function sparesOfCatalogueEntry(entryId: string): Promise<Spare[]> {
  const filter = { entryId, free: { $gt: 0 }, withdrawnAt: null };
  const records = await SpareModel.find(filter).sort({ confirmedAt: -1, _id: -1 }).limit(mostLinked).lean();
  return records.map(toSpare);
}

/** @returns published appeals linked to a catalogue entry, the newest first */
export async function appealsOfCatalogueEntry(entryId: string): Promise<Appeal[]> {
  const filter = { entryId, ...seenByAll };
  const records = await AppealModel.find(filter).sort({ publishedAt: -1, _id: -1 }).limit(mostLinked).lean();
  return records.map(toAppeal);
}
