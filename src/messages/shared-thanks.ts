import type { Appeal } from '../domain/appeal';
import { wordsOf } from './find-messages';

/** @returns the thanks the customers of these cases agreed to show, by message id */
export async function sharedThanks(appeals: readonly Pick<Appeal, 'timeline'>[]): Promise<Map<string, string>> {
  const events = appeals.flatMap(({ timeline }) => timeline);
  return wordsOf(
    events.flatMap((event) => (event.type === 'customer_thanked' && event.shareable ? [event.messageId] : [])),
  );
}
