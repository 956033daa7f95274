import { setTimeout } from 'node:timers/promises';
import { AuditEntryModel, type AuditEntryRecord } from '../models/audit-entry';
import { genuineHead } from './head';
import { beginning, type Link, type Seals } from './seal';
import type { WordlessFact } from './words';

/** How often an entry is chained anew because others wrote first; each round means that somebody got through. */
const mostRounds = 200;

/**
 * Appends to the chain. The number is the key of an entry, so of two processes that chain to the same entry one is
 * refused, and chains again to what the other wrote: no lock, no lease, nothing to hang after a crash.
 * @param end where this process last saw the chain end
 * @returns where the chain ends now; all entries are stored
 */
export async function append(facts: readonly WordlessFact[], end: Link, seals: Seals): Promise<Link> {
  let [left, last] = [facts, end];
  for (let round = 0; round < mostRounds; round++) {
    const entries = chained(left, last, seals);
    const written = await insert(entries);
    const newest = entries[written - 1];
    if (newest) last = linkOf(newest);
    left = left.slice(written);
    if (left.length === 0) return last;
    // Not all at once again.
    await setTimeout(Math.random() * Math.min(round, 20));
    last = await endOfChain(last, seals);
  }
  throw new Error('the audit is too busy');
}

/**
 * @param known what this process knows already
 * @returns where to go on. What is missing at the end of the entries is not taken for the end: the gap stays to be seen.
 */
export async function endOfChain(known: Link, seals: Seals): Promise<Link> {
  const [newest, head] = await Promise.all([
    AuditEntryModel.findOne({}, { seal: 1 }).sort({ _id: -1 }).lean(),
    genuineHead(seals),
  ]);
  const links = [known, head, newest ? linkOf(newest) : beginning];
  return links.reduce((one, other) => (other.number > one.number ? other : one));
}

function chained(facts: readonly WordlessFact[], after: Link, seals: Seals): AuditEntryRecord[] {
  let former = after;
  return facts.map((fact) => {
    const entry = entryOf(fact, former.number + 1);
    const sealed = { ...entry, seal: seals.sealOf(entry, former.seal) };
    former = linkOf(sealed);
    return sealed;
  });
}

function entryOf(fact: WordlessFact, number: number): Omit<AuditEntryRecord, 'seal'> {
  const { by, roles, action, object, reason, words, detail = '', request = '' } = fact;
  return { _id: number, at: new Date(), by, roles, action, object, reason, words, detail, request };
}

/** @returns how many were stored before one met the number of another's */
async function insert(entries: readonly AuditEntryRecord[]): Promise<number> {
  try {
    // The driver's own, which says how far it came; it takes our numbers for keys as it takes anything.
    await AuditEntryModel.collection.insertMany(entries as never[], { ordered: true });
    return entries.length;
  } catch (error) {
    const { code, writeErrors } = error as { code?: unknown; writeErrors?: readonly { index: number }[] };
    const [first] = [writeErrors ?? []].flat();
    if (code !== 11000 || !first) throw error;
    return first.index;
  }
}

function linkOf({ _id, seal }: Pick<AuditEntryRecord, '_id' | 'seal'>): Link {
  return { number: _id, seal };
}
