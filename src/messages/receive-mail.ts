import { createHash } from 'node:crypto';
import { Types } from 'mongoose';
import { appealAllowing } from '../appeals/appeal-allowing';
import { transition } from '../appeals/transition';
import { mostPhotos, type Upload, withPhotos } from '../appeals/with-photos';
import { customerOf } from '../customers/customer';
import type { CustomerActor } from '../domain/actor';
import { Conflict, InvalidInput, NotFound } from '../errors';
import { isDuplicate } from '../models/duplicate';
import { MessageModel } from '../models/message';
import { acceptPhoto } from '../photos/accept';
import type { PhotoStore } from '../photos/photo-store';
import { stopScheduled } from './stop-scheduled';

/** What a customer wrote by mail. */
export interface MailedWords {
  /** What tells it from other mails: its own id, or a hash where it has none. */
  mailId: string;
  words: string;
  photos: readonly Upload[];
}

/** What became of it. */
export interface Received {
  messageId: string;
  /** How many photos could not be taken. */
  refused: number;
}

/**
 * A mail becomes the customer's words, and what we were about to send waits for the agent. It may be called again, at once or after a crash, with the same mail: then what
 * is missing is done, and nothing twice.
 * @throws NotFound when the case is not there or not published, or its customer was erased
 * @throws LostRace when it takes no words
 */
export async function receiveMail(appealId: string, mail: MailedWords, photoStore: PhotoStore): Promise<Received> {
  const actor: CustomerActor = { kind: 'customer', appealId };
  await appealAllowing({ actor, appealId }, 'reply');
  const taken = await acceptable(mail.photos);
  const mailKey = keyOf(appealId, mail);
  const messageId =
    (await storedUnder(mailKey)) ??
    (await withPhotos(photoStore, taken, (photos) => store(appealId, { mailKey, body: mail.words, photos })));
  await record(actor, messageId);
  await stopScheduled({ actor, appealId });
  return { messageId, refused: mail.photos.length - taken.length };
}

/** The same words under the same id are the same mail, whatever way it came. */
function keyOf(appealId: string, { mailId, words }: MailedWords): string {
  return createHash('sha256')
    .update(JSON.stringify([appealId, mailId, words]))
    .digest('hex');
}

/** Each photo is tried by itself: one that is none must not keep the words back. */
async function acceptable(photos: readonly Upload[]): Promise<Upload[]> {
  const good: Upload[] = [];
  for (const photo of photos.slice(0, mostPhotos)) if (await isAcceptable(photo)) good.push(photo);
  return good;
}

async function isAcceptable({ bytes, fileName }: Upload): Promise<boolean> {
  try {
    await acceptPhoto(bytes, { fileName });
    return true;
  } catch (error) {
    if (error instanceof InvalidInput) return false;
    throw error;
  }
}

async function storedUnder(mailKey: string): Promise<string | undefined> {
  return (await MessageModel.findOne({ mailKey }, { _id: 1 }).lean())?._id.toHexString();
}

/** @returns the id of the words; of those somebody else has stored, if they were faster */
async function store(appeal: string, given: { mailKey: string; body: string; photos: object[] }): Promise<string> {
  const customer = await customerOf(appeal);
  if (!customer) throw new NotFound();
  const _id = new Types.ObjectId();
  const from = { kind: 'reply', state: 'received', channel: 'email', language: customer.language } as const;
  try {
    await MessageModel.create({ ...given, ...from, _id, appeal, writtenAt: new Date() });
    return _id.toHexString();
  } catch (error) {
    const other = isDuplicate(error) ? await storedUnder(given.mailKey) : undefined;
    if (other === undefined) throw error;
    return other;
  }
}

/** Writes the event, unless it stands already. */
async function record(actor: CustomerActor, messageId: string): Promise<void> {
  const stands = new Conflict('conflict.notNow');
  try {
    await transition({
      actor,
      appealId: actor.appealId,
      action: 'reply',
      apply: ({ timeline }) => {
        if (timeline.some((event) => 'messageId' in event && event.messageId === messageId)) throw stands;
        return { fact: { type: 'customer_replied', messageId } };
      },
    });
  } catch (error) {
    if (error !== stands) throw error;
  }
}
