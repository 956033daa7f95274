import { toObjectId } from '../appeals/appeal-record';
import { appealFor } from '../appeals/find-appeals';
import type { AccountActor } from '../domain/actor';
import { AppError, Conflict, NotFound } from '../errors';
import { receiveMail } from '../messages/receive-mail';
import { KeptMailModel, type KeptMailRecord } from '../models/kept-mail';
import type { PhotoStore } from '../photos/photo-store';
import { readMail } from './read-mail';

type Filter = Record<string, unknown>;

/** A mail that waits for an agent. */
export type KeptMail = Omit<KeptMailRecord, '_id' | 'raw' | 'key'> & { id: string };

/** One that was given to a case, but is not there yet, waits still: a crash came in between. */
const undecided: Filter = { $or: [{ state: 'waiting' }, { state: 'assigned', message: null }] };
const mostListed = 200;

/** @returns mails nobody has decided on, the newest first */
export async function keptMails(): Promise<KeptMail[]> {
  const records = await KeptMailModel.find(undecided, { raw: 0 }).sort({ receivedAt: -1 }).limit(mostListed).lean();
  return records.map(({ _id, key: _, ...rest }) => ({ ...rest, id: _id.toHexString() }));
}

/** @returns how many mails wait for a person to decide; those a program sent do not press */
export async function countKeptMails(): Promise<number> {
  return KeptMailModel.countDocuments({ ...undecided, reason: { $ne: 'automatic' } });
}

/**
 * @returns the mail as it came, and the case it was given to; null while that is a guess
 * @throws NotFound when there is none, or it was discarded
 */
export async function originalOf(id: string): Promise<{ raw: Buffer; appeal: string | null }> {
  const record = await KeptMailModel.findById(toObjectId(id), { raw: 1, appeal: 1, message: 1 }).lean();
  if (!record?.raw) throw new NotFound();
  return { raw: bytesOf(record.raw), appeal: record.message === null ? null : record.appeal };
}

/** @returns ids of the mails that hold more than their words in a case show, by message id */
export async function originalsIn(appealId: string): Promise<Map<string, string>> {
  const kept = { appeal: appealId, message: { $ne: null }, raw: { $ne: null } };
  const records = await KeptMailModel.find(kept, { message: 1 }).lean();
  return new Map(records.map(({ _id, message }) => [message ?? '', _id.toHexString()]));
}

/**
 * An agent says which case a mail belongs to: it becomes the customer's words there.
 * @throws NotFound when mail or case is not there
 * @throws Conflict when somebody has decided already, or the case takes no words
 */
export async function assignMail(
  actor: AccountActor,
  id: string,
  appealId: string,
  photoStore: PhotoStore,
): Promise<void> {
  await appealFor(actor, appealId);
  const { raw } = await originalOf(id);
  await decide(id, { state: 'assigned', appeal: appealId, decidedBy: actor.id }, appealId);
  try {
    const { messageId, whole } = await becomeWords(raw, appealId, photoStore);
    await KeptMailModel.updateOne({ _id: id }, { $set: { message: messageId, ...(whole ? { raw: null } : {}) } });
  } catch (error) {
    if (error instanceof AppError) await KeptMailModel.updateOne({ _id: id }, { $set: { state: 'waiting' } });
    throw error;
  }
}

async function becomeWords(raw: Buffer, appealId: string, photoStore: PhotoStore) {
  const mail = await readMail(raw).catch(() => null);
  const words = mail?.words || mail?.subject || raw.toString('utf8', 0, 2000).replace(/(?![\n\t])\p{Cc}/gu, '');
  const mailed = { mailId: mail?.messageId || mail?.key || '', words, photos: mail?.photos ?? [] };
  const { messageId, refused } = await receiveMail(appealId, mailed, photoStore);
  return { messageId, whole: mail !== null && refused + mail.others === 0 };
}

/**
 * A mail is of no use. Of what was in it nothing is kept.
 * @throws NotFound when there is none
 * @throws Conflict when somebody has decided already
 */
export async function discardMail(actor: AccountActor, id: string): Promise<void> {
  const nothing = { raw: null, words: '', from: '', subject: '', messageId: '', appeal: null };
  await decide(id, { ...nothing, state: 'discarded', decidedBy: actor.id }, null);
}

async function decide(id: string, change: Partial<KeptMailRecord>, appealId: string | null): Promise<void> {
  const _id = toObjectId(id);
  const half: Filter[] = appealId ? [{ state: 'assigned', message: null, appeal: appealId }] : [];
  const open: Filter = { _id, $or: [{ state: 'waiting' }, ...half] };
  const { matchedCount } = await KeptMailModel.updateOne(open, { $set: change });
  if (matchedCount > 0) return;
  throw (await KeptMailModel.exists({ _id })) ? new Conflict('conflict.notNow') : new NotFound();
}

/** The driver hands bytes out in its own wrapping. */
export function bytesOf(raw: Buffer | { buffer: Uint8Array }): Buffer {
  return Buffer.isBuffer(raw) ? raw : Buffer.from(raw.buffer);
}
