import type { Appeal } from './appeal';
import { approvalOf, isOpenToCustomer } from './approval';
import { isOurWord, whatWasSaid } from './said';
import type { UpdateTemplate } from './update-template';
import { type Calendar, workingDayAfter } from './working-days';

/** How many working days after each milestone the customer hears next; null where nothing is left to say. */
const daysAfter: Record<UpdateTemplate, number | null> = {
  approval: 3,
  opened: 3,
  opened_person: 3,
  opened_owner: 3,
  searching_still: 5,
  found: 3,
  travelling: 5,
  at_desk: 2,
  shipped: 4,
  arrived: 5,
  not_found: null,
  thank_you: null,
};

/** How many working days a customer waits while nobody has told them anything, and after an update that promised nothing. */
export const usualWait = { firstWord: 1, nextWord: 5 };

/** @returns the day that is promised with an update of that milestone, `YYYY-MM-DD`; empty where none is */
export function usualPromise(template: UpdateTemplate, at: Date, calendar: Calendar): string {
  const days = daysAfter[template];
  return days === null ? '' : workingDayAfter(at, days, calendar);
}

/**
 * Every open case has a day by which its customer hears next: the one we promised last, or else the usual one.
 * @returns `YYYY-MM-DD`; null for closed cases, and drafts the customer knows nothing of
 */
export function hearsBy(
  { status, timeline, publishedAt }: Pick<Appeal, 'status' | 'timeline' | 'publishedAt'>,
  calendar: Calendar,
): string | null {
  if (!isOpenToCustomer({ status, timeline }) || status === 'closed') return null;
  const told = whatWasSaid(timeline).findLast(({ type }) => type === 'update_sent' || type === 'update_posted');
  if (!told && status === 'draft' && approvalOf({ timeline }) === 'unasked') return null;
  if (!told) return workingDayAfter(publishedAt ?? timeline[0]?.at ?? new Date(), usualWait.firstWord, calendar);
  const promised = whatWasSaid(timeline).findLast(isOurWord);
  return (
    (promised && 'hearsBy' in promised && promised.hearsBy) || workingDayAfter(told.at, usualWait.nextWord, calendar)
  );
}
