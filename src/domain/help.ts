import type { Appeal } from './appeal';
import { takenStates } from './find';

/** What somebody did for a search, the most first. */
export const helps = ['gave', 'offered', 'hinted', 'looked'] as const;
export type Help = (typeof helps)[number];

/** @returns the most that an account did for the case; null when it did nothing */
export function helpOf({ finds, timeline }: Pick<Appeal, 'finds' | 'timeline'>, accountId: string): Help | null {
  const own = finds.filter(({ finder, state }) => finder === accountId && state !== 'withdrawn');
  if (own.some(({ state }) => takenStates.includes(state))) return 'gave';
  if (own.length > 0) return 'offered';
  const did = (type: string) =>
    timeline.some(({ type: done, actor }) => done === type && actor.kind === 'account' && actor.id === accountId);
  if (did('lead_given')) return 'hinted';
  return did('looked') ? 'looked' : null;
}
