import { NotFound } from '../errors';
import { nextAttempt } from '../messages/retry';
import { EventDeliveryModel, type EventDeliveryRecord } from '../models/event-delivery';
import type { Post } from '../webhook/post-outside';
import { isOthersFault, Unreachable } from '../webhook/unreachable';
import { WebhookRefused } from '../webhook/webhook-refused';
import { type EventHook, eventHookOf, type HookSecretOf } from './hooks';
import { signedHead } from './sign';
import { type OnSwitchedOff, rememberFailure, rememberSuccess } from './trouble';

const leaseMs = 60_000;

/** What events are told with. */
export interface EventHookTools {
  post: Post;
  secretOf: HookSecretOf;
  /** Told of whoever is told nothing any more. */
  onSwitchedOff: OnSwitchedOff;
}

/**
 * Tells what is due. Safe in several processes and again after a crash: a delivery is taken by moving its time, and
 * comes back by itself when we fall over; whoever hears it twice knows it by its id.
 * @throws AggregateError when something was our fault; whatever was not taken is tried again
 */
export async function deliverEvents(tools: EventHookTools): Promise<void> {
  const faults: unknown[] = [];
  for (let delivery = await take(); delivery; delivery = await take())
    await deliver(delivery, tools).catch((error) => faults.push(error));
  if (faults.length > 0) throw new AggregateError(faults, 'some events could not be told');
}

async function take(): Promise<EventDeliveryRecord | null> {
  const now = new Date();
  const change = { $set: { dueAt: new Date(now.getTime() + leaseMs), triedAt: now }, $inc: { attempts: 1 } };
  return EventDeliveryModel.findOneAndUpdate({ dueAt: { $lte: now } }, change, {
    sort: { dueAt: 1 },
    returnDocument: 'after',
  }).lean();
}

async function deliver(delivery: EventDeliveryRecord, tools: EventHookTools): Promise<void> {
  const hook = await hookOf(delivery);
  if (!hook || hook.switchedOffAt) return settle(delivery, 'failed', hook ? 'switched off' : 'removed');
  try {
    await settle(delivery, 'delivered', String(await send(hook, delivery, tools)));
    await rememberSuccess(hook);
  } catch (error) {
    const dueAt = nextAttempt(delivery.attempts, error);
    await settle(delivery, dueAt ? 'waiting' : 'failed', reasonOf(error), dueAt);
    if (!isOthersFault(error)) throw error;
    await rememberFailure(hook, error instanceof WebhookRefused && error.final, tools.onSwitchedOff);
  }
}

async function hookOf({ hook }: EventDeliveryRecord): Promise<EventHook | undefined> {
  return eventHookOf(hook).catch((error) => {
    if (error instanceof NotFound) return undefined;
    throw error;
  });
}

/**
 * @returns the status they answered with
 * @throws WebhookRefused when they did not take it; for good where they say that they are gone
 */
async function send(
  { url, nonce }: Pick<EventHook, 'url' | 'nonce'>,
  { event, body }: Pick<EventDeliveryRecord, 'event' | 'body'>,
  { post, secretOf }: Pick<EventHookTools, 'post' | 'secretOf'>,
): Promise<number> {
  const { status } = await post(url, signedHead(event, body, secretOf({ nonce })), body);
  if (status < 200 || status >= 300) throw new WebhookRefused(String(status), status === 410);
  return status;
}

/** Only whoever took it last says what came of it; one that took too long has lost it to another. */
async function settle(
  { _id, triedAt }: EventDeliveryRecord,
  state: EventDeliveryRecord['state'],
  lastAnswer: string,
  dueAt: Date | null = null,
): Promise<void> {
  const change = { state, lastAnswer };
  await EventDeliveryModel.updateOne(
    { _id, triedAt },
    dueAt ? { $set: { ...change, dueAt } } : { $set: change, $unset: { dueAt: 1 } },
  );
}

function reasonOf(error: unknown): string {
  if (error instanceof Unreachable) return error.code.slice(0, 60);
  return error instanceof WebhookRefused ? error.message.slice(0, 60) : 'fault';
}
