import { type CustomerTarget, transition, unlessBroughtAbout } from '../appeals/transition';
import { type SentPhoto, withPhotos } from '../appeals/with-photos';
import type { Action } from '../domain/actions';
import type { Appeal } from '../domain/appeal';
import type { Language } from '../domain/languages';
import type { Photo } from '../domain/photo';
import type { ThanksConsent } from '../domain/thanks-consent';
import type { EventFact } from '../domain/timeline-event';
import type { PhotoStore } from '../photos/photo-store';
import { stopScheduled } from './stop-scheduled';
import { type NewMessage, withMessage } from './with-message';

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
  const reply = fromCustomer(target, 'reply', language, words);
  const appeal = await recorded({ ...target, action: 'reply' }, reply, enclosed, (messageId) => ({
    type: 'customer_replied',
    messageId,
  }));
  await stopScheduled(target);
  return appeal;
}

/** The customer says what should be otherwise before colleagues see the appeal. */
export async function receiveWishes(target: CustomerTarget, language: Language, words: string): Promise<Appeal> {
  const wishes = fromCustomer(target, 'reply', language, words);
  const appeal = await recorded({ ...target, action: 'wish_changes' }, wishes, undefined, (messageId) => ({
    type: 'changes_wished',
    messageId,
  }));
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
  const thanks = fromCustomer(target, 'thanks', language, words);
  return recorded({ ...target, action: 'thank' }, thanks, enclosed, (messageId) => ({
    type: 'customer_thanked',
    messageId,
    shareable,
    publicUse,
  }));
}

/** Writes the words with what came along, and the event that names them. */
async function recorded(
  command: CustomerTarget & { action: Action },
  message: NewMessage,
  enclosed: Enclosed | undefined,
  fact: (messageId: string) => EventFact,
): Promise<Appeal> {
  const record = (messageId: string) => transition({ ...command, apply: () => ({ fact: fact(messageId) }) });
  const write = (photos: Photo[]) => withMessage({ ...message, photos }, record, command.submission);
  if (!enclosed) return write([]);
  const { photoStore, sent } = enclosed;
  return unlessBroughtAbout(command, command.action, () => withPhotos(photoStore, sent, write));
}

function fromCustomer(target: CustomerTarget, kind: 'reply' | 'thanks', language: Language, body: string) {
  return { appeal: target.appealId, kind, state: 'received' as const, channel: 'other' as const, language, body };
}
