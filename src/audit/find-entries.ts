import type { AuditAction } from '../domain/audit';
import { AuditEntryModel, type AuditEntryRecord } from '../models/audit-entry';
import { wordsBy } from './words';

/** An entry, as it is read, with its words where they are there. */
export interface AuditEntry extends Omit<AuditEntryRecord, '_id' | 'seal'> {
  readonly number: number;
  /** Whether words were given that are erased. */
  readonly wordsErased: boolean;
}

/** Which entries are wanted; what is undefined does not matter. */
export interface AuditFilter {
  /** Account ids, `customer` or `system`. */
  readonly by?: readonly string[] | undefined;
  readonly action?: AuditAction | undefined;
  readonly object?: string | undefined;
  readonly from?: Date | undefined;
  /** Not this hour any more. */
  readonly until?: Date | undefined;
}

const pageSize = 50;
const batchSize = 500;

/**
 * @param after `next` of the page before; anything else begins with the newest
 * @returns a page, the newest first, and where the next one begins; null at the end
 */
export async function auditPage(
  filter: AuditFilter,
  after: string,
): Promise<{ entries: AuditEntry[]; next: string | null }> {
  const records = await AuditEntryModel.find({ $and: [asked(filter), behind(after)] })
    .sort({ at: -1, _id: -1 })
    .limit(pageSize + 1)
    .lean();
  const shown = records.slice(0, pageSize);
  const last = shown.at(-1);
  const next = last && records.length > pageSize ? `${last.at.getTime()}.${last._id}` : null;
  return { entries: await entriesOf(shown), next };
}

/** @returns all of them, the newest first, some at a time: they may be many */
export async function* auditBatches(filter: AuditFilter): AsyncGenerator<AuditEntry[]> {
  const found = AuditEntryModel.find(asked(filter)).sort({ at: -1, _id: -1 }).lean();
  let batch: AuditEntryRecord[] = [];
  for await (const record of found.cursor({ batchSize })) {
    batch.push(record);
    if (batch.length < batchSize) continue;
    yield entriesOf(batch);
    batch = [];
  }
  yield entriesOf(batch);
}

/** @returns whether something is on record about what has this id */
export async function isOnRecord(object: string): Promise<boolean> {
  return (await AuditEntryModel.exists({ object })) !== null;
}

function asked({ by, action, object, from, until }: AuditFilter): Record<string, unknown> {
  return {
    ...(by ? { by: { $in: by } } : {}),
    ...(action ? { action } : {}),
    ...(object ? { object } : {}),
    ...(from || until ? { at: { ...(from && { $gte: from }), ...(until && { $lt: until }) } } : {}),
  };
}

function behind(after: string): Record<string, unknown> {
  const [, time, number] = /^(\d{1,15})\.(\d{1,15})$/.exec(after) ?? [];
  if (!time || !number) return {};
  const at = new Date(Number(time));
  // The first condition says no more than the second, but it tells where in an index to begin.
  return { at: { $lte: at }, $or: [{ at: { $lt: at } }, { _id: { $lt: Number(number) } }] };
}

async function entriesOf(records: readonly AuditEntryRecord[]): Promise<AuditEntry[]> {
  const kept = await wordsBy(records.flatMap(({ words }) => words || []));
  return records.map(({ _id, seal: _, words, ...entry }) => {
    const said = kept.get(words);
    return { ...entry, number: _id, words: said ?? '', wordsErased: words !== '' && said === undefined };
  });
}
