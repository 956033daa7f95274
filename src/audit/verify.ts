import { AuditEntryModel, type AuditEntryRecord } from '../models/audit-entry';
import { type KeptHead, keptHead } from './head';
import { beginning, isSame, type Link, type Seals } from './seal';
import { type WordsFault, wordsFault } from './words-fault';

/** What is wrong, in the order it would be found. */
export type Fault = ChainFault | WordsFault | 'cut_off' | 'head_missing' | 'head_changed';
type ChainFault = 'foreign' | 'missing' | 'changed' | 'other_end';

/** What an audit's check has found. */
export interface Verdict {
  /** How many entries were read and are right. */
  readonly entries: number;
  readonly first: Date | null;
  readonly last: Date | null;
  /** Where it ends. */
  readonly end: Link;
  /** The first entry that is not as it was written. */
  readonly broken: { readonly number: number; readonly fault: Fault } | null;
}

const fields = ['_id', 'at', 'by', 'roles', 'action', 'object', 'reason', 'words', 'detail', 'request', 'seal'];

/**
 * Reads the audit from its beginning, or from where what was before was forgotten, to its end.
 * @param anchor where it ended once, as the log says; undefined when nobody has looked it up
 */
export async function verifyAudit(seals: Seals, anchor?: Link): Promise<Verdict> {
  const [head, start] = [await keptHead(seals), await whereItBegins()];
  const known = [anchor, head.kept && head.genuine ? head.link : undefined].filter((link) => link !== undefined);
  const reading = new Reading(start, known, seals);
  const entries = AuditEntryModel.find({ _id: { $gt: start.number } }).sort({ _id: 1 });
  for await (const entry of entries.lean().cursor({ batchSize: 1000 })) if (!(await reading.takes(entry))) break;
  return reading.verdict(reading.broken ?? (await whatElse(reading, head, known)));
}

/** Of entries that are gone, the newest checkpoint knows how they ended. Reading on shows whether it is genuine. */
async function whereItBegins(): Promise<Link> {
  const checkpoint = await AuditEntryModel.findOne({ action: 'audit_forgotten' }).sort({ _id: -1 }).lean();
  return checkpoint ? { number: Number(checkpoint.object), seal: checkpoint.detail } : beginning;
}

type Broken = NonNullable<Verdict['broken']>;

/** What only shows once all entries are read. */
async function whatElse({ end }: Reading, head: KeptHead, known: readonly Link[]): Promise<Broken | null> {
  const after = { number: end.number + 1 };
  if (known.some(({ number }) => number > end.number)) return { ...after, fault: 'cut_off' };
  // Whatever has no number of ours was never written by us.
  if ((await AuditEntryModel.collection.countDocuments({ _id: { $not: { $gt: 0 } } as never })) > 0)
    return { number: 0, fault: 'foreign' };
  if (head.kept && !head.genuine) return { ...after, fault: 'head_changed' };
  return !head.kept && end.number > 0 ? { ...after, fault: 'head_missing' } : null;
}

class Reading {
  broken: Broken | null = null;
  private count = 0;
  private first: Date | null = null;
  private last: Date | null = null;

  constructor(
    public end: Link,
    private readonly known: readonly Link[],
    private readonly seals: Seals,
  ) {}

  /** @returns whether the entry is the next one, as it was written */
  async takes(entry: AuditEntryRecord): Promise<boolean> {
    const fault = this.faultOf(entry) ?? (await wordsFault(entry, this.seals));
    if (fault) {
      this.broken = { number: fault === 'missing' ? this.end.number + 1 : entry._id, fault };
      return false;
    }
    this.end = { number: entry._id, seal: entry.seal };
    this.count += 1;
    this.first ??= entry.at;
    this.last = entry.at;
    return true;
  }

  verdict(broken: Broken | null): Verdict {
    return { entries: this.count, first: this.first, last: this.last, end: this.end, broken };
  }

  private faultOf(entry: AuditEntryRecord): ChainFault | null {
    const next = this.end.number + 1;
    if (entry._id !== next) return entry._id > next ? 'missing' : 'foreign';
    if (!isAsWritten(entry, this.end.seal, this.seals)) return 'changed';
    const other = this.known.some(({ number, seal }) => number === entry._id && seal !== entry.seal);
    return other ? 'other_end' : null;
  }
}

function isAsWritten(entry: AuditEntryRecord, former: string, seals: Seals): boolean {
  const names = Object.keys(entry);
  if (names.length !== fields.length || names.some((name) => !fields.includes(name))) return false;
  if (!(entry.at instanceof Date) || Number.isNaN(entry.at.getTime())) return false;
  return isSame(String(entry.seal), seals.sealOf(entry, former));
}
