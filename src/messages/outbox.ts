import { isNativeError } from 'node:util/types';
import { customerOf } from '../customers/customer';
import type { StatusLink } from '../models/customer';
import { MessageModel, type MessageRecord } from '../models/message';
import { fillLink } from './link-placeholder';
import { mailHtml } from './mail-html';
import type { Mailer } from './mailer';
import { nextAttempt } from './retry';
import { isRecorded } from './waiting-messages';

/** Longest a delivery may take before the mail may be tried again. The mailer gives up much earlier. */
export const leaseMs = 2 * 60_000;
/** The event of a mail is written within this time, or never. */
const eventMs = 5000;
/** A mail that may have arrived is sent once more, not again and again. */
const mostRepeats = 1;

/** What the outbox needs to work. */
export interface OutboxTools {
  mailer: Mailer;
  /** Address of a customer's status page. */
  statusUrlOf: (link: StatusLink) => string;
}

/**
 * Hands one mail over, if it is due and still wanted. Safe to be called by several processes and again after a crash:
 * a mail is taken by moving its due time, so nobody else takes it meanwhile, and comes back by itself when we fall
 * over. Nobody can know whether a mail under way at that moment has arrived; it is sent once more, and marked.
 * @returns when to come back; null when there is nothing left to do
 */
export async function deliver(messageId: string, tools: OutboxTools): Promise<Date | null> {
  const waiting = await MessageModel.findOne({ _id: messageId, state: 'queued' }).lean();
  if (!waiting) return null;
  if (!isDue(waiting)) return waiting.dueAt;
  if (!(await isRecorded(waiting))) return comeBack(waiting);
  const message = await take(waiting);
  if (!message) return new Date(Date.now() + leaseMs);
  return message.repeats > mostRepeats ? giveUp(message, 'outcome unknown') : send(message, tools);
}

function isDue({ dueAt }: MessageRecord): boolean {
  return dueAt === null || dueAt <= new Date();
}

async function comeBack({ _id }: MessageRecord): Promise<Date> {
  const dueAt = new Date(Date.now() + eventMs);
  await MessageModel.updateOne({ _id, state: 'queued' }, { $set: { dueAt } });
  return dueAt;
}

/** @returns null when somebody else was faster */
async function take({ _id, dueAt, sendingSince }: MessageRecord): Promise<MessageRecord | null> {
  const now = new Date();
  return MessageModel.findOneAndUpdate(
    { _id, state: 'queued', dueAt },
    {
      $set: { dueAt: new Date(now.getTime() + leaseMs), sendingSince: now },
      $inc: { attempts: 1, repeats: sendingSince ? 1 : 0 },
    },
    { returnDocument: 'after' },
  ).lean();
}

async function send(message: MessageRecord, { mailer, statusUrlOf }: OutboxTools): Promise<Date | null> {
  const link = (await customerOf(message.appeal))?.statusLink;
  const text = fillLink(message.body, link ? statusUrlOf(link) : null);
  try {
    await mailer({
      to: message.recipient,
      subject: message.subject,
      text,
      html: mailHtml(text, message.language),
      messageId: `<${message._id.toHexString()}@fundus>`,
    });
  } catch (error) {
    return putOff(message, error);
  }
  await settle(message, { state: 'sent', dueAt: null, lastError: '' });
  return null;
}

async function putOff(message: MessageRecord, error: unknown): Promise<Date | null> {
  const lastError = isNativeError(error) ? error.message.slice(0, 500) : 'unknown';
  const dueAt = nextAttempt(message.attempts, error);
  if (!dueAt) return giveUp(message, lastError);
  await settle(message, { dueAt, lastError });
  return dueAt;
}

async function giveUp(message: MessageRecord, lastError: string): Promise<null> {
  await settle(message, { state: 'failed', dueAt: null, lastError });
  return null;
}

/** Only whoever took the mail last says what came of it; one that took too long has lost it to another. */
async function settle({ _id, sendingSince }: MessageRecord, change: Partial<MessageRecord>): Promise<void> {
  await MessageModel.updateOne({ _id, sendingSince }, { $set: { ...change, sendingSince: null } });
}
