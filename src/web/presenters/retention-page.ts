import { caseRules, pileRules, type RuleDays } from '../../domain/retention';
import type { DeletionRequest } from '../../retention/deletion-requests';

/** View `admin/retention`. Labels are locale keys. */
export interface RetentionPage {
  groups: {
    heading: string;
    rules: { id: string; label: string; days: number; usualDays: number; changed: boolean }[];
  }[];
  /** Cases by their numbers alone: admins know no more of customers than colleagues do. */
  requests: { number: string; askedAt: Date; agentName: string }[];
}

export function retentionPage(
  days: RuleDays,
  requests: readonly DeletionRequest[],
  names: ReadonlyMap<string, string>,
): RetentionPage {
  const groups = [
    { heading: 'retention.cases', rules: caseRules },
    { heading: 'retention.piles', rules: pileRules },
  ];
  return {
    groups: groups.map(({ heading, rules }) => ({
      heading,
      rules: rules.map(({ id, days: usualDays }) => ({
        ...{ id, label: `retention.rule.${id}`, days: days[id] ?? usualDays, usualDays },
        changed: days[id] !== undefined && days[id] !== usualDays,
      })),
    })),
    requests: requests.map(({ appealId, askedAt, openedBy }) => ({
      number: appealId,
      askedAt,
      agentName: names.get(openedBy) ?? '',
    })),
  };
}
