import type { TimelineEvent } from './timeline-event';

/** @returns what happened, without the updates that were taken back or stopped before anybody could read them */
export function whatWasSaid(timeline: readonly TimelineEvent[]): TimelineEvent[] {
  const unsaid = new Set(timeline.flatMap((event) => (isUnsaying(event) ? [event.messageId] : [])));
  if (unsaid.size === 0) return [...timeline];
  return timeline.filter((event) => !('messageId' in event) || !unsaid.has(event.messageId));
}

function isUnsaying(event: TimelineEvent) {
  return event.type === 'update_taken_back' || event.type === 'update_stopped';
}

/** @returns whether we had the word: an update went out, or a call was noted, which nobody has to post any more */
export function isOurWord(event: TimelineEvent): boolean {
  return event.type === 'update_sent' || (event.type === 'update_posted' && event.hearsBy !== undefined);
}
