import { toObjectId } from '../appeals/appeal-record';
import { type Page, pageOf, since } from '../appeals/cursor';
import { NotFound } from '../errors';
import { SpareModel, type SpareRecord } from '../models/spare';

const pageSize = 24;

/** A spare as anybody in the company sees it. */
export type Spare = Omit<SpareRecord, '_id'> & { id: string };

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

function toSpare({ _id, ...rest }: SpareRecord): Spare {
  return { ...rest, id: _id.toHexString() };
}
