import type { Appeal } from '../appeal';
import type { Outcome } from '../appeal-status';
import type { EventType, TimelineEvent } from '../timeline-event';
import { type Calendar, dayOf } from '../working-days';
import { type Promises, promisesOf } from './promises';

/** How an appeal has ended, or that it has not. */
export type Standing = Outcome | 'open';

/** What one case adds to the numbers of one day. */
export type Mark = { day: string } & (
  | { measure: 'published'; standing: Standing }
  | { measure: 'firstFind'; minutes: number }
  | { measure: 'arrival'; minutes: number }
  | { measure: 'promise'; kept: boolean }
);

/** All a case adds to the numbers, and the day after which it adds more though nothing happens. */
export interface Marks {
  marks: Mark[];
  openUntil: Promises['openUntil'];
}

const minuteMs = 60_000;

/**
 * What a case adds to the numbers, told from its timeline alone. A draft adds nothing.
 * An appeal counts on the day it was published, with how it stands now; a find, an arrival and a promise on their own.
 * @param today `YYYY-MM-DD`; promises are judged as of that day
 */
export function marksOf(
  { kind, timeline }: Pick<Appeal, 'kind' | 'timeline'>,
  calendar: Calendar,
  today: string,
): Marks {
  const published = timeline.find(({ type }) => type === 'appeal_published');
  if (!published) return { marks: [], openUntil: null };
  const { settled, openUntil } = promisesOf(timeline, calendar, today);
  const after = (event: TimelineEvent) => ({
    day: dayOf(event.at, calendar),
    minutes: Math.max(0, Math.round((event.at.getTime() - published.at.getTime()) / minuteMs)),
  });
  const [find, arrival] = [firstFind(kind, timeline), arrivalIn(timeline)];
  return {
    openUntil,
    marks: [
      { measure: 'published', day: dayOf(published.at, calendar), standing: standingOf(timeline) },
      ...(find ? [{ measure: 'firstFind' as const, ...after(find) }] : []),
      ...(arrival ? [{ measure: 'arrival' as const, ...after(arrival) }] : []),
      ...settled.map((promise) => ({ measure: 'promise' as const, ...promise })),
    ],
  };
}

/** A thing is found when somebody has one; a person or an owner is found by words. */
const answers: Record<Appeal['kind'], readonly EventType[]> = {
  item: ['find_offered', 'spare_reserved'],
  person: ['contact_shared'],
  owner: ['lead_given', 'owner_named'],
};

function firstFind(kind: Appeal['kind'], timeline: readonly TimelineEvent[]): TimelineEvent | undefined {
  return timeline.find(({ type }) => answers[kind].includes(type));
}

/** The delivery or, where nothing travels, the happy end; none where the case was taken up again since. */
function arrivalIn(timeline: readonly TimelineEvent[]): TimelineEvent | undefined {
  const sinceReopened = timeline.slice(timeline.findLastIndex(isReopening) + 1);
  return (
    sinceReopened.find(({ type }) => type === 'delivered' || type === 'handed_to_owner') ??
    sinceReopened.find((event) => event.type === 'closed' && event.outcome === 'happy')
  );
}

function standingOf(timeline: readonly TimelineEvent[]): Standing {
  const last = timeline.findLast((event) => isReopening(event) || /^(closed|merged_into)$/.test(event.type));
  if (last?.type === 'closed') return last.outcome;
  return last?.type === 'merged_into' ? 'duplicate' : 'open';
}

function isReopening({ type }: TimelineEvent): boolean {
  return type === 'reopened' || type === 'merge_undone';
}
