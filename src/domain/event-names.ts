import type { Appeal } from './appeal';
import { isWithheld } from './approval';
import { audienceOf } from './timeline-audience';
import type { EventType, TimelineEvent } from './timeline-event';

/** What programs outside call what happens. */
const names = {
  appeal_opened: 'appeal.opened',
  appeal_published: 'appeal.published',
  appeal_edited: 'appeal.edited',
  closed: 'appeal.closed',
  reopened: 'appeal.reopened',
  merged_into: 'appeal.merged',
  merge_undone: 'appeal.unmerged',
  find_offered: 'find.offered',
  find_withdrawn: 'find.withdrawn',
  find_accepted: 'find.accepted',
  find_released: 'find.released',
  find_handed_over: 'find.handed_over',
  find_received: 'find.received',
  spare_reserved: 'spare.reserved',
  reservation_released: 'spare.released',
  spare_handed_over: 'spare.handed_over',
  spare_taken_back: 'spare.taken_back',
  surplus_shelved: 'spare.shelved',
  shipped: 'shipment.sent',
  delivered: 'shipment.delivered',
  update_sent: 'update.sent',
  update_posted: 'update.posted',
} as const satisfies Partial<Record<EventType, string>>;

export const eventNames = Object.values(names);
export type EventName = (typeof eventNames)[number];

/**
 * @returns what an event is called where it is told outside; undefined where it is told to nobody: only what every
 * colleague may know is, and besides that there is a new case
 */
export function eventNameOf(appeal: Appeal, event: TimelineEvent): EventName | undefined {
  const told: Partial<Record<EventType, EventName>> = names;
  if (event.type === 'appeal_opened') return names.appeal_opened;
  const isKnown = appeal.status !== 'draft' && !isWithheld(appeal);
  return isKnown && audienceOf(event, appeal.kind).includes('colleague') ? told[event.type] : undefined;
}
