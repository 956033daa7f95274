import { customerOf } from '../customers/customer';
import { AppealModel } from '../models/appeal';
import type { StatusLink } from '../models/customer';
import { MessageModel, type MessageRecord } from '../models/message';
import { fillLink } from './link-placeholder';
import type { Mailer } from './mailer';

const minute = 60_000;
/** Longest a delivery may take before another round may try the mail again. */
const leaseMs = 2 * minute;
/** Waits after the first, second ... failure; after the last one we give up. */
const retryMs = [minute, 5 * minute, 30 * minute, 120 * minute, 720 * minute];
/** Words without an event are left over from a crash once no request can still be writing it. */
const orphanMs = 10 * minute;

/** What the outbox needs to work. */
export interface OutboxTools {
  mailer: Mailer;
  /** Address of a customer's status page. */
  statusUrlOf: (link: StatusLink) => string;
}

/**
 * Sends every mail that is due, one after the other. Safe to run in several processes and again after a crash: a mail
 * is taken by moving its due time, so nobody else takes it meanwhile, and comes back by itself when we fall over.
 * @returns how many were sent
 */
export async function deliverDue(tools: OutboxTools): Promise<number> {
  let sent = 0;
  for (let message = await takeNext(); message; message = await takeNext()) {
    if (await deliver(message, tools)) sent++;
  }
  return sent;
}

async function takeNext(): Promise<MessageRecord | null> {
  const now = Date.now();
  return MessageModel.findOneAndUpdate(
    { state: 'queued', dueAt: { $lte: new Date(now) } },
    { $set: { dueAt: new Date(now + leaseMs) }, $inc: { attempts: 1 } },
    { sort: { dueAt: 1 }, returnDocument: 'after' },
  ).lean();
}

async function deliver(message: MessageRecord, { mailer, statusUrlOf }: OutboxTools): Promise<boolean> {
  if (!(await isRecorded(message))) return sweepOrphan(message);
  const link = (await customerOf(message.appeal))?.statusLink;
  try {
    await mailer({
      to: message.recipient,
      subject: message.subject,
      text: fillLink(message.body, link ? statusUrlOf(link) : null),
      messageId: `<${message._id.toHexString()}@fundus>`,
    });
  } catch (error) {
    await putOff(message, error);
    return false;
  }
  await MessageModel.updateOne({ _id: message._id }, { $set: { state: 'sent', dueAt: null, lastError: '' } });
  return true;
}

/** Only what the timeline names is sent. */
async function isRecorded(message: MessageRecord): Promise<boolean> {
  const named = { _id: message.appeal, 'timeline.messageId': message._id.toHexString() };
  return (await AppealModel.exists(named)) !== null;
}

async function sweepOrphan(message: MessageRecord): Promise<false> {
  if (message.writtenAt.getTime() < Date.now() - orphanMs) await MessageModel.deleteOne({ _id: message._id });
  else await MessageModel.updateOne({ _id: message._id }, { $set: { dueAt: new Date(Date.now() + 5000) } });
  return false;
}

async function putOff(message: MessageRecord, error: unknown): Promise<void> {
  const wait = retryMs[message.attempts - 1];
  const lastError = error instanceof Error ? error.message.slice(0, 500) : 'unknown';
  const next = wait === undefined ? { state: 'failed', dueAt: null } : { dueAt: new Date(Date.now() + wait) };
  await MessageModel.updateOne({ _id: message._id }, { $set: { ...next, lastError } });
}
