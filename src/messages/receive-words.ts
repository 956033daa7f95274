import { type Target, transition } from '../appeals/transition';
import { type SentPhoto, withPhotos } from '../appeals/with-photos';
import type { CustomerActor } from '../domain/actor';
import type { Appeal } from '../domain/appeal';
import type { Language } from '../domain/languages';
import type { Photo } from '../domain/photo';
import type { ThanksConsent } from '../domain/thanks-consent';
import type { PhotoStore } from '../photos/photo-store';
import { stopScheduled } from './stop-scheduled';
import { withMessage } from './with-message';

/** A customer on their status page. */
type CustomerTarget = Target & { actor: CustomerActor };

/** Pictures that came along, and where they are kept. */
export interface Enclosed {
  sent: readonly SentPhoto[];
  photoStore: PhotoStore;
}

/**
 * The customer answers on the status page; what we were about to send waits for the agent.
 * @throws InvalidInput when a photo is refused
 */
export async function receiveReply(
  target: CustomerTarget,
  language: Language,
  words: string,
  enclosed?: Enclosed,
): Promise<Appeal> {
  const appeal = await withEnclosed(enclosed, (photos) =>
    withMessage({ ...fromCustomer(target, 'reply', language, words), photos }, (messageId) =>
      transition({ ...target, action: 'reply', apply: () => ({ fact: { type: 'customer_replied', messageId } }) }),
    ),
  );
  await stopScheduled(target);
  return appeal;
}

/** The customer says what should be otherwise before colleagues see the appeal. */
export async function receiveWishes(target: CustomerTarget, language: Language, words: string): Promise<Appeal> {
  const appeal = await withMessage(fromCustomer(target, 'reply', language, words), (messageId) =>
    transition({ ...target, action: 'wish_changes', apply: () => ({ fact: { type: 'changes_wished', messageId } }) }),
  );
  await stopScheduled(target);
  return appeal;
}

/**
 * The customer says thank you.
 * @param consent who may read their words and see their photos
 * @throws Conflict when they have thanked before, or the case did not end well
 * @throws InvalidInput when a photo is refused
 */
export async function receiveThanks(
  target: CustomerTarget,
  language: Language,
  words: string,
  { shareable, publicUse }: ThanksConsent,
  enclosed?: Enclosed,
): Promise<Appeal> {
  return withEnclosed(enclosed, (photos) =>
    withMessage({ ...fromCustomer(target, 'thanks', language, words), photos }, (messageId) =>
      transition({
        ...target,
        action: 'thank',
        apply: () => ({ fact: { type: 'customer_thanked', messageId, shareable, publicUse } }),
      }),
    ),
  );
}

function withEnclosed(enclosed: Enclosed | undefined, write: (photos: Photo[]) => Promise<Appeal>): Promise<Appeal> {
  return enclosed ? withPhotos(enclosed.photoStore, enclosed.sent, write) : write([]);
}

function fromCustomer(target: CustomerTarget, kind: 'reply' | 'thanks', language: Language, body: string) {
  return { appeal: target.appealId, kind, state: 'received' as const, channel: 'other' as const, language, body };
}
