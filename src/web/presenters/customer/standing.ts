import type { Appeal } from '../../../domain/appeal';
import { approvalOf, isWithheld } from '../../../domain/approval';

/** @returns the end of the locale keys that say where the case stands, and what happens next */
export function standing(appeal: Appeal): string {
  const { kind, status, outcome } = appeal;
  if (status === 'draft') return `draft_${approvalOf(appeal)}`;
  if (status === 'searching' && isWithheld(appeal)) return 'withheld';
  // A closed case says how it ended.
  return `${kind}.${status === 'closed' ? `closed_${outcome}` : status}`;
}
