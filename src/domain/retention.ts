import type { Appeal, Kind } from './appeal';
import { type Outcome, outcomes, type Status } from './appeal-status';
import type { EventType } from './timeline-event';

/**
 * How a case has ended: with an outcome; `delivered`, where nobody has closed it since; `draft`, where it never went
 * any further.
 */
export type Ending = Outcome | 'delivered' | 'draft';

/**
 * What of a case goes. `everything`: all but what is counted; `customer`: the customer's record, what was written with
 * them, and their photos as they were sent; `claims`: what was said of a found thing by those whose it was not.
 */
export type Goes = 'everything' | 'customer' | 'claims';

const ended: readonly Ending[] = [...outcomes, 'delivered'];
const all: readonly Ending[] = [...ended, 'draft'];

/**
 * The table of what is kept how long: of which cases what goes, so many days after their end. A case that is open is
 * kept. Not found things are kept for a year, in which a new spare may yet wake them, and a month.
 */
export const caseRules = [
  { id: 'personCase', kinds: ['person'], endings: ended, goes: 'everything', days: 30 },
  { id: 'ownerClaims', kinds: ['owner'], endings: ended, goes: 'claims', days: 30 },
  { id: 'ownerCase', kinds: ['owner'], endings: ended, goes: 'everything', days: 182 },
  { id: 'happyCustomer', kinds: ['item'], endings: ['happy', 'delivered'], goes: 'customer', days: 182 },
  { id: 'withdrawnCustomer', kinds: ['item'], endings: ['withdrawn'], goes: 'customer', days: 30 },
  { id: 'waitingCustomer', kinds: ['item'], endings: ['not_found', 'duplicate'], goes: 'customer', days: 396 },
  { id: 'itemCase', kinds: ['item'], endings: ended, goes: 'everything', days: 1095 },
  { id: 'forgottenDraft', kinds: ['item', 'person', 'owner'], endings: ['draft'], goes: 'everything', days: 182 },
] as const satisfies readonly CaseRule[];

/** The rest of the table: what belongs to no case, or goes by its own age. */
export const pileRules = [
  { id: 'takenBackMessages', days: 30 },
  { id: 'keptMails', days: 90 },
  { id: 'lostReports', days: 182 },
  { id: 'customersWithoutCase', days: 1 },
  { id: 'outboxFiles', days: 30 },
  { id: 'backups', days: 30 },
  { id: 'audit', days: 1095 },
] as const;

/** Who of the cases ended how loses what, and when. */
export interface CaseRule {
  readonly id: string;
  readonly kinds: readonly Kind[];
  readonly endings: readonly Ending[];
  readonly goes: Goes;
  /** After the end. */
  readonly days: number;
}

export type PileRuleId = (typeof pileRules)[number]['id'];
export type RuleId = (typeof caseRules)[number]['id'] | PileRuleId;

/** Days that are to be otherwise than in the table. */
export type RuleDays = Readonly<Partial<Record<RuleId, number>>>;

export const ruleIds: readonly RuleId[] = [...caseRules, ...pileRules].map(({ id }) => id);

const dayMs = 24 * 60 * 60 * 1000;

/** @returns the table with the days a house wants */
export function caseRulesWith(days: RuleDays): CaseRule[] {
  return caseRules.map((rule) => ({ ...rule, days: days[rule.id] ?? rule.days }));
}

/** @returns how many days what a rule is about is kept in a house */
export function daysOf(id: PileRuleId, days: RuleDays): number {
  return days[id] ?? pileRules.find((rule) => rule.id === id)?.days ?? Number.POSITIVE_INFINITY;
}

/** @returns before which hour something must have ended, or come, to go now */
export function cutOff({ days }: { days: number }, now: Date): Date {
  return new Date(now.getTime() - days * dayMs);
}

/** By what a case ends. A case that was taken up again is as old as its last end. */
const endEvents: readonly EventType[] = ['closed', 'merged_into'];

type Ended = Pick<Appeal, 'kind' | 'status' | 'outcome' | 'timeline'>;

/** @returns how and when a case has ended; null while it is open */
function endingOf({ status, outcome, timeline }: Ended): { ending: Ending; at: Date } | null {
  const last = timeline.at(-1);
  const end = timeline.findLast(({ type }) => endEvents.includes(type));
  if (status === 'closed') return end && outcome ? { ending: outcome, at: end.at } : null;
  return last && (status === 'draft' || status === 'delivered') ? { ending: status, at: last.at } : null;
}

/** @returns since when a rule holds for a case, where it is time; null where it is not, or the rule is not about it */
export function dueSince(rule: CaseRule, appeal: Ended, now: Date): { ending: Ending; at: Date } | null {
  const end = endingOf(appeal);
  if (!end || !rule.kinds.includes(appeal.kind) || !rule.endings.includes(end.ending)) return null;
  return end.at <= cutOff(rule, now) ? end : null;
}

/** @returns in which statuses a rule finds its cases */
export function statusesOf({ endings }: CaseRule): Status[] {
  const own = all.filter((ending) => endings.includes(ending));
  return [...new Set(own.map((ending) => (ending === 'draft' || ending === 'delivered' ? ending : 'closed')))];
}
