import { appealAllowing } from '../appeals/appeal-allowing';
import { toObjectId } from '../appeals/appeal-record';
import { type Target, transition } from '../appeals/transition';
import type { Actor } from '../domain/actor';
import type { Appeal } from '../domain/appeal';
import type { PendingEvent } from '../domain/message';
import { AppError, Conflict, NotFound } from '../errors';
import { MessageModel, type MessageRecord } from '../models/message';

/** An event not written within this time was left behind by a crash. */
const pendingMs = 60_000;

/** How a message must be, or one of several ways. */
export type Standing = Partial<MessageRecord> | { $or: Partial<MessageRecord>[] };

/** What becomes of a message, and the event that says so. */
interface Settlement {
  /** The message must be like this, or nothing happens. */
  from: Standing;
  set: Partial<MessageRecord>;
  event: PendingEvent['type'];
}

const actionOf = {
  update_posted: 'mark_posted',
  update_taken_back: 'take_back_update',
  update_stopped: 'reply',
} as const;

/**
 * Changes a message and writes the event that says so. The message is changed first and remembers the event until it
 * is written; should the process end in between, `finishPending` writes it.
 * @throws NotFound when the case has no such message
 * @throws Conflict when the message is no longer like that
 */
export async function settle(target: Target, messageId: string, { from, set, event }: Settlement): Promise<Appeal> {
  await appealAllowing(target, actionOf[event]);
  const filter = { _id: toObjectId(messageId), appeal: target.appealId };
  const pending = { type: event, by: idOf(target.actor), at: new Date() };
  const before = await MessageModel.findOneAndUpdate({ ...filter, ...from }, { $set: { ...set, pending } }).lean();
  if (!before) throw (await MessageModel.exists(filter)) ? new Conflict('conflict.notNow') : new NotFound();
  try {
    return await writeEvent(target, { ...before, pending });
  } catch (error) {
    // After any other fault the event may stand all the same; then it is looked for later.
    if (error instanceof AppError)
      await MessageModel.updateOne(filter, { $set: { ...formerly(before, set), pending: null } });
    throw error;
  }
}

/** Writes the events that a crash has left unwritten. */
export async function finishPending(): Promise<void> {
  const left = await MessageModel.find({ 'pending.at': { $lt: new Date(Date.now() - pendingMs) } }).lean();
  for (const message of left) {
    await writeEvent({ actor: actorOf(message), appealId: message.appeal }, message).catch((error) =>
      leave(message, error),
    );
  }
}

async function writeEvent(target: Target, message: MessageRecord): Promise<Appeal> {
  const { pending, channel } = message;
  if (!pending) throw new Conflict('conflict.notNow');
  const messageId = message._id.toHexString();
  const appeal = await transition({
    ...target,
    // One form may settle several messages; what has been said of this one is known from its id.
    submission: undefined,
    action: actionOf[pending.type],
    apply: ({ timeline }) => {
      const stands = timeline.some((event) => event.type === pending.type && event.messageId === messageId);
      if (stands) throw new Conflict('conflict.notNow');
      return { fact: { type: pending.type, messageId, channel } };
    },
  });
  await MessageModel.updateOne({ _id: message._id }, { $set: { pending: null } });
  return appeal;
}

/** The event stands already, or the case is gone: there is nothing left to write. */
async function leave({ _id }: MessageRecord, error: unknown): Promise<void> {
  if (!(error instanceof AppError)) throw error;
  await MessageModel.updateOne({ _id }, { $set: { pending: null } });
}

function idOf(actor: Actor): string | null {
  return actor.kind === 'account' ? actor.id : null;
}

function actorOf({ pending, appeal }: MessageRecord): Actor {
  const id = pending?.by;
  return id ? { kind: 'account', id, roles: ['agent'] } : { kind: 'customer', appealId: appeal };
}

function formerly(before: MessageRecord, set: Partial<MessageRecord>): Partial<MessageRecord> {
  const names = Object.keys(set) as (keyof MessageRecord)[];
  return Object.fromEntries(names.map((name) => [name, before[name]]));
}
