import type { Appeal } from '../../domain/appeal';

type Standing = Pick<Appeal, 'kind' | 'status' | 'outcome'>;

/** @returns the locale key of a case's status as all may read it: how the search for a person ended is not told */
export function statusLabel(appeal: Standing): string {
  return appeal.kind === 'person' ? `status.${appeal.status}` : agentStatusLabel(appeal);
}

/** @returns the same for agents; a closed case says how it ended */
export function agentStatusLabel({ status, outcome }: Omit<Standing, 'kind'>): string {
  return status === 'closed' && outcome ? `outcome.${outcome}` : `status.${status}`;
}
