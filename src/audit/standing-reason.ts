import { type ReadingReason, reasonHours } from '../domain/audit';
import { AuditEntryModel } from '../models/audit-entry';

const hourMs = 60 * 60 * 1000;

/**
 * The entry itself is what opens the case, so that none is open without one.
 * @param accountId of the agent; @param appealId of the case
 * @returns why the agent reads this case today; null when they have not said
 */
export async function standingReason(accountId: string, appealId: string): Promise<ReadingReason | null> {
  const since = new Date(Date.now() - reasonHours * hourMs);
  const given = { object: appealId, by: accountId, action: 'reason_given' as const, at: { $gte: since } };
  const entry = await AuditEntryModel.findOne(given, { reason: 1 }).sort({ at: -1, _id: -1 }).lean();
  return entry?.reason ?? null;
}
