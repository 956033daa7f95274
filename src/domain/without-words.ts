import type { TimelineEvent } from './timeline-event';

/** @returns the event as it may stay when a case is erased: that it happened and when, without what anybody said or who did it */
export function withoutWords(event: TimelineEvent): TimelineEvent {
  const actor = event.actor.kind === 'account' ? { kind: 'account' as const, id: '' } : event.actor;
  if ('words' in event) return { ...event, actor, words: '' };
  if ('place' in event) return { ...event, actor, place: '' };
  return { ...event, actor };
}
