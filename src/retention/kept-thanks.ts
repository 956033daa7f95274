import type { Appeal } from '../domain/appeal';
import { thanksConsent } from '../domain/thanks-consent';

/** @returns ids of messages that stay when a customer's time is over: thanks all colleagues may read */
export function keptThanks({ timeline }: Pick<Appeal, 'timeline'>): string[] {
  if (!thanksConsent({ timeline })?.shareable) return [];
  return timeline.flatMap((event) => (event.type === 'customer_thanked' ? event.messageId : []));
}
