import type { TimelineEvent } from './timeline-event';

/** @returns what happened, without the updates that were taken back before anybody could read them */
export function whatWasSaid(timeline: readonly TimelineEvent[]): TimelineEvent[] {
  const takenBack = new Set(timeline.flatMap((event) => (event.type === 'update_taken_back' ? [event.messageId] : [])));
  if (takenBack.size === 0) return [...timeline];
  return timeline.filter((event) => !('messageId' in event) || !takenBack.has(event.messageId));
}

/** @returns whether we had the word: an update went out, or a call was noted, which nobody has to post any more */
export function isOurWord(event: TimelineEvent): boolean {
  return event.type === 'update_sent' || (event.type === 'update_posted' && event.hearsBy !== undefined);
}
