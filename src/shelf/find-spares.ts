import { toObjectId } from '../appeals/appeal-record';
import { type Page, pageOf, since } from '../appeals/cursor';
import type { Deadlines, Spare } from '../domain/spare';
import { NotFound } from '../errors';
import { textFilters } from '../matching/text-filters';
import { SpareModel } from '../models/spare';
import { toSpare } from './spare-record';

const pageSize = 24;

/** `free`: pieces nobody has taken; `taken`: reserved or out; `all`: whatever stands or stood there. */
export const shelfStates = ['free', 'taken', 'all'] as const;

/** What the shelf is asked for. */
export interface ShelfQuery {
  /** What every spare must say, in these or other words; empty for all. */
  text: string;
  state: (typeof shelfStates)[number];
  /** `next` of the page before, or empty. */
  cursor: string;
}

/** Marks a cursor among the spares nobody has confirmed for long, which come last. */
const longUnconfirmed = 'z';

/** The shelf, newest first; what nobody has seen for long comes after everything else. */
export async function spares(query: ShelfQuery, { overdue }: Deadlines): Promise<Page<Spare>> {
  const inTail = query.cursor.startsWith(longUnconfirmed);
  const after = since('shelvedAt', inTail ? query.cursor.slice(1) : query.cursor);
  const fresh = inTail ? [] : await part(query, [{ confirmedAt: { $gt: overdue } }, after], pageSize + 1);
  const tail = [{ confirmedAt: { $lte: overdue } }, inTail ? after : {}];
  const stale = fresh.length > pageSize ? [] : await part(query, tail, pageSize + 1 - fresh.length);
  const page = pageOf([...fresh, ...stale], pageSize, (spare) => spare.shelvedAt);
  const last = page.items.at(-1);
  return { ...page, next: page.next && (last && stale.includes(last) ? longUnconfirmed : '') + page.next };
}

async function part(query: ShelfQuery, filters: Record<string, unknown>[], limit: number): Promise<Spare[]> {
  const records = await SpareModel.find({ $and: [...(await filtersOf(query)), ...filters] })
    .sort({ shelvedAt: -1, _id: -1 })
    .limit(limit)
    .lean();
  return records.map(toSpare);
}

async function filtersOf({ text, state }: ShelfQuery): Promise<Record<string, unknown>[]> {
  const words = await textFilters(text);
  switch (state) {
    case 'free':
      return [...words, { free: { $gt: 0 }, withdrawnAt: null }];
    case 'taken':
      return [...words, { 'reservations.state': { $in: ['reserved', 'out'] } }];
    case 'all':
      return words;
  }
}

/** @throws NotFound */
export async function spareOf(id: string): Promise<Spare> {
  const record = await SpareModel.findById(toObjectId(id)).lean();
  if (!record) throw new NotFound();
  return toSpare(record);
}

/** @returns what somebody keeps for the next customer, what was not seen for longest first */
export async function sparesHeldBy(accountId: string): Promise<Spare[]> {
  const records = await SpareModel.find({ holder: accountId, withdrawnAt: null, free: { $gt: 0 } })
    .sort({ confirmedAt: 1 })
    .limit(200)
    .lean();
  return records.map(toSpare);
}
