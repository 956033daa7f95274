import { isNativeError } from 'node:util/types';
import { touch } from '../appeals/touch';
import { customerOf } from '../customers/customer';
import { channelFacts } from '../domain/channels';
import type { StatusLink } from '../models/customer';
import { MessageModel, type MessageRecord } from '../models/message';
import type { Webhook } from '../webhook/webhook';
import { WebhookRefused } from '../webhook/webhook-refused';
import { fillLink } from './link-placeholder';
import { mailHtml } from './mail-html';
import type { Mailer } from './mailer';
import { postBySuite } from './post-by-suite';
import type { ReplyAddresses } from './reply-addresses';
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
  /** Where answers to a message go; without it to our own address, as nobody reads them for us. */
  replyAddresses?: Pick<ReplyAddresses, 'addressOf'> | null;
  /** Posts texts for the channels that are no mail. */
  webhook?: Webhook | null;
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

async function send(message: MessageRecord, tools: OutboxTools): Promise<Date | null> {
  const link = (await customerOf(message.appeal))?.statusLink;
  const text = fillLink(message.body, link ? tools.statusUrlOf(link) : null);
  try {
    await handOver(message, text, tools);
  } catch (error) {
    return putOff(message, error);
  }
  return null;
}

/** A mail to its server, any other text to the suite that posts it. */
async function handOver(message: MessageRecord, text: string, tools: OutboxTools): Promise<void> {
  if (channelFacts[message.channel].delivery !== 'mail') {
    if (!tools.webhook) throw new WebhookRefused('there is no suite any more', true);
    return postBySuite(message, text, tools.webhook);
  }
  await mail(message, text, tools);
  await settle(message, { state: 'sent', dueAt: null, lastError: '' });
}

async function mail(message: MessageRecord, text: string, { mailer, replyAddresses }: OutboxTools): Promise<void> {
  const replyTo = replyAddresses?.addressOf(message._id.toHexString());
  await mailer({
    to: message.recipient,
    subject: message.subject,
    text,
    html: mailHtml(text, message.language),
    messageId: `<${message._id.toHexString()}@fundus>`,
    // Reports that it did not arrive go to the envelope's sender, and say by it which mail they are about.
    ...(replyTo ? { replyTo, envelope: { from: replyTo, to: message.recipient } } : {}),
  });
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
async function settle({ _id, appeal, sendingSince }: MessageRecord, change: Partial<MessageRecord>): Promise<void> {
  await MessageModel.updateOne({ _id, sendingSince }, { $set: { ...change, sendingSince: null } });
  await touch(appeal);
}
