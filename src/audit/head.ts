import { AuditHeadModel } from '../models/audit-head';
import { beginning, isSame, type Link, type Seals } from './seal';

const only = 'head';

/** What is kept about the end: nothing yet, something that was tampered with, or where it is. */
export type KeptHead = { kept: false } | { kept: true; genuine: boolean; link: Link };

/** @returns where the audit ended when that was last written down */
export async function keptHead(seals: Seals): Promise<KeptHead> {
  const record = await AuditHeadModel.findById(only).lean();
  if (!record) return { kept: false };
  const link = { number: record.number, seal: record.seal };
  return { kept: true, genuine: isSame(String(record.proof), seals.proofOf(link)), link };
}

/** @returns the same, or the beginning when nothing can be said */
export async function genuineHead(seals: Seals): Promise<Link> {
  const head = await keptHead(seals);
  return head.kept && head.genuine ? head.link : beginning;
}

/** Writes down where the audit ends, unless somebody has come further. */
export async function keepHead(head: Link, seals: Seals): Promise<void> {
  const change = { $set: { ...head, proof: seals.proofOf(head) } };
  try {
    await AuditHeadModel.updateOne({ _id: only, number: { $lt: head.number } }, change, { upsert: true });
  } catch (error) {
    // One that is further is there already, so that the filter finds none and a second cannot be made.
    if ((error as { code?: unknown }).code !== 11000) throw error;
  }
}
