import type { Appeal } from '../domain/appeal';
import { thanksConsent } from '../domain/thanks-consent';
import { wordsOf } from './find-messages';

/** @returns the thanks the customers of these cases agree to show to colleagues, by message id */
export async function sharedThanks(appeals: readonly Pick<Appeal, 'timeline'>[]): Promise<Map<string, string>> {
  const shared = appeals.filter((appeal) => thanksConsent(appeal)?.shareable);
  const events = shared.flatMap(({ timeline }) => timeline);
  return wordsOf(events.flatMap((event) => (event.type === 'customer_thanked' ? [event.messageId] : [])));
}
