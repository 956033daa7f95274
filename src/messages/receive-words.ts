import { type Target, transition } from '../appeals/transition';
import type { CustomerActor } from '../domain/actor';
import type { Appeal } from '../domain/appeal';
import type { Language } from '../domain/languages';
import { withMessage } from './with-message';

/** A customer on their status page. */
type CustomerTarget = Target & { actor: CustomerActor };

/** The customer answers on the status page. */
export async function receiveReply(target: CustomerTarget, language: Language, words: string): Promise<Appeal> {
  return withMessage(fromCustomer(target, 'reply', language, words), (messageId) =>
    transition({ ...target, action: 'reply', apply: () => ({ fact: { type: 'customer_replied', messageId } }) }),
  );
}

/**
 * The customer says thank you.
 * @param shareable they agreed that their words may be shown
 * @throws Conflict when they have thanked before, or the case did not end well
 */
export async function receiveThanks(
  target: CustomerTarget,
  language: Language,
  words: string,
  shareable: boolean,
): Promise<Appeal> {
  return withMessage(fromCustomer(target, 'thanks', language, words), (messageId) =>
    transition({
      ...target,
      action: 'thank',
      apply: () => ({ fact: { type: 'customer_thanked', messageId, shareable } }),
    }),
  );
}

function fromCustomer(target: CustomerTarget, kind: 'reply' | 'thanks', language: Language, body: string) {
  return { appeal: target.appealId, kind, state: 'received' as const, channel: 'other' as const, language, body };
}
