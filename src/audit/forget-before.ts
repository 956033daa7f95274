import { AuditEntryModel } from '../models/audit-entry';
import type { AuditTrail } from './trail';
import { forgetWordsBefore } from './words';

/**
 * Erases the oldest entries, and the words beside them. What follows them stays verifiable: an entry written first says
 * up to which number they are gone, and with which seal the last of them ended. Falling over in between is mended by
 * doing it again.
 * @param before older entries go
 * @returns how many are gone
 */
export async function forgetAuditBefore(before: Date, trail: Pick<AuditTrail, 'record'>): Promise<number> {
  const last = await lastBefore(before);
  if (!last) return 0;
  const checkpoint = { action: 'audit_forgotten', object: String(last._id), detail: last.seal } as const;
  await trail.record({ by: 'system', roles: '', ...checkpoint });
  const { deletedCount } = await AuditEntryModel.deleteMany({ _id: { $lte: last._id } });
  await forgetWordsBefore(before);
  return deletedCount;
}

/** @returns how many entries would go, and touches none */
export async function countAuditBefore(before: Date): Promise<number> {
  const last = await lastBefore(before);
  return last ? AuditEntryModel.countDocuments({ _id: { $lte: last._id } }) : 0;
}

/** The last one of those that go: all before the first that stays, by their numbers, as clocks may differ. */
async function lastBefore(before: Date) {
  const firstKept = await AuditEntryModel.findOne({ at: { $gte: before } }, { _id: 1 })
    .sort({ _id: 1 })
    .lean();
  // What is written just now stays.
  const below = firstKept ? { _id: { $lt: firstKept._id } } : { at: { $lt: before } };
  return AuditEntryModel.findOne(below, { seal: 1 }).sort({ _id: -1 }).lean();
}
