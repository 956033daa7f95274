import { usualWait } from '../promise';
import { isOurWord, whatWasSaid } from '../said';
import type { TimelineEvent } from '../timeline-event';
import { type Calendar, dayOf, workingDayAfter } from '../working-days';

/** A promise that came to an end, on the day it did: when we were heard of, or should have been. */
export interface SettledPromise {
  day: string;
  kept: boolean;
}

/** What became of the promises of a case, and the day by which it is heard of next; null where nothing is open. */
export interface Promises {
  settled: SettledPromise[];
  openUntil: string | null;
}

/**
 * The promises of a case, told from its timeline. One ends with our next word. Closing the case in time ends it without
 * a verdict, and a case taken up again owes nothing until somebody promises anew.
 * @param today a promise is broken once its day is over
 */
export function promisesOf(timeline: readonly TimelineEvent[], calendar: Calendar, today: string): Promises {
  const settled: SettledPromise[] = [];
  let due: string | null = null;
  for (const event of whatWasSaid(timeline)) {
    const day = dayOf(event.at, calendar);
    if (due && (isOurWord(event) || (isEnd(event) && day > due))) settled.push(verdict(due, day));
    due = dueAfter(event, due, calendar);
  }
  if (!due || due >= today) return { settled, openUntil: due };
  return { settled: [...settled, { day: due, kept: false }], openUntil: null };
}

function verdict(due: string, heard: string): SettledPromise {
  return heard <= due ? { day: heard, kept: true } : { day: due, kept: false };
}

function dueAfter(event: TimelineEvent, due: string | null, calendar: Calendar): string | null {
  if (event.type === 'appeal_published') return workingDayAfter(event.at, usualWait.firstWord, calendar);
  if (isEnd(event)) return null;
  if (!isOurWord(event)) return due;
  return ('hearsBy' in event && event.hearsBy) || workingDayAfter(event.at, usualWait.nextWord, calendar);
}

function isEnd({ type }: TimelineEvent): boolean {
  return type === 'closed' || type === 'merged_into';
}
