import { toObjectId } from '../appeals/appeal-record';
import type { CatalogueEntry } from '../domain/catalogue-entry';
import { NotFound } from '../errors';
import { CatalogueEntryModel, type CatalogueEntryRecord } from '../models/catalogue-entry';

/** More promo gifts than any house has had; beyond it the list would need pages. */
const mostEntries = 1000;

/** @returns the whole catalogue, by name */
export async function catalogueEntries(): Promise<CatalogueEntry[]> {
  const records = await CatalogueEntryModel.find().sort({ name: 1, _id: 1 }).limit(mostEntries).lean();
  return records.map(toEntry);
}

/** @throws NotFound */
export async function catalogueEntryOf(id: string): Promise<CatalogueEntry> {
  const record = await CatalogueEntryModel.findById(toObjectId(id)).lean();
  if (!record) throw new NotFound();
  return toEntry(record);
}

/** @returns the domain's entry of a stored one */
export function toEntry({ _id, ...rest }: CatalogueEntryRecord): CatalogueEntry {
  return { ...rest, id: _id.toHexString() };
}
