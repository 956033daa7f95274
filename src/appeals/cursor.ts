import { Types } from 'mongoose';

/** One page of a list, and where the next one starts; null at the end. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
}

/**
 * Cuts a page out of one item more than it shows.
 * @param dateOf the date the list is sorted by, newest first
 */
export function pageOf<Item extends { id: string }>(
  items: Item[],
  size: number,
  dateOf: (item: Item) => Date,
): Page<Item> {
  const shown = items.slice(0, size);
  const last = shown.at(-1);
  return { items: shown, next: last && items.length > size ? `${dateOf(last).getTime()}.${last.id}` : null };
}

/**
 * @param field the date the list is sorted by, newest first, then by id
 * @param cursor `next` of the page before; anything else starts at the beginning
 * @returns a filter for what comes after it
 */
export function since(field: string, cursor: string): Record<string, unknown> {
  const [, time, id] = /^(\d{1,15})\.([0-9a-f]{24})$/.exec(cursor) ?? [];
  if (!time || !id) return {};
  const at = new Date(Number(time));
  // The first condition says no more than the second, but it tells where in an index to begin.
  return { [field]: { $lte: at }, $or: [{ [field]: { $lt: at } }, { _id: { $lt: new Types.ObjectId(id) } }] };
}
