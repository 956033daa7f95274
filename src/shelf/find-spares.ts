import { toObjectId } from '../appeals/appeal-record';
import { type Page, pageOf, since } from '../appeals/cursor';
import type { Spare } from '../domain/spare';
import { NotFound } from '../errors';
import { SpareModel } from '../models/spare';
import { toSpare } from './spare-record';

const pageSize = 24;

/**
 * The shelf, newest first.
 * @param cursor `next` of the page before, or empty
 */
export async function spares(cursor: string): Promise<Page<Spare>> {
  const records = await SpareModel.find(since('shelvedAt', cursor))
    .sort({ shelvedAt: -1, _id: -1 })
    .limit(pageSize + 1)
    .lean();
  return pageOf(records.map(toSpare), pageSize, (spare) => spare.shelvedAt);
}

/** @throws NotFound */
export async function spareOf(id: string): Promise<Spare> {
  const record = await SpareModel.findById(toObjectId(id)).lean();
  if (!record) throw new NotFound();
  return toSpare(record);
}
