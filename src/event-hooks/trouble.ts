import { toObjectId } from '../appeals/appeal-record';
import { EventHookModel } from '../models/event-hook';
import { type EventHook, toEventHook } from './hooks';

/** As long may somebody take nothing before we stop. */
const patienceMs = 5 * 24 * 60 * 60 * 1000;

/** Told of somebody who is told nothing any more. */
export type OnSwitchedOff = (hook: EventHook) => Promise<void>;

export async function rememberSuccess({ id, failingSince }: EventHook): Promise<void> {
  if (failingSince) await EventHookModel.updateOne({ _id: toObjectId(id) }, { $set: { failingSince: null } });
}

/**
 * Whoever takes nothing for days, or says that they are gone, is told nothing any more.
 * @param isGone they say so themselves
 * @param onSwitchedOff told once, however many processes find out
 */
export async function rememberFailure({ id }: EventHook, isGone: boolean, onSwitchedOff: OnSwitchedOff): Promise<void> {
  const [_id, now] = [toObjectId(id), new Date()];
  await EventHookModel.updateOne({ _id, failingSince: null }, { $set: { failingSince: now } });
  const since = isGone ? now : new Date(now.getTime() - patienceMs);
  const off = await EventHookModel.findOneAndUpdate(
    { _id, switchedOffAt: null, failingSince: { $lte: since } },
    { $set: { switchedOffAt: now } },
    { returnDocument: 'after' },
  ).lean();
  if (off) await onSwitchedOff(toEventHook(off));
}
