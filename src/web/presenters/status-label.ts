import type { Appeal } from '../../domain/appeal';

/** @returns the locale key of a case's status; a closed one says how it ended */
export function statusLabel({ status, outcome }: Pick<Appeal, 'status' | 'outcome'>): string {
  return status === 'closed' && outcome ? `outcome.${outcome}` : `status.${status}`;
}
