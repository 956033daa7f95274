import type { CustomerTarget } from '../appeals/transition';
import { AppError } from '../errors';
import { MessageModel } from '../models/message';
import { settle } from './settle';

/**
 * The customer has written: a mail that waits to be sent may no longer fit, so it is stopped, and the agent decides
 * anew. One that is under way is not stopped any more.
 */
export async function stopScheduled(target: CustomerTarget): Promise<void> {
  const from = { state: 'queued' as const, sendingSince: null };
  const waiting = await MessageModel.find({ appeal: target.appealId, ...from }, { _id: 1 }).lean();
  for (const { _id } of waiting) {
    const stopped = { from, set: { state: 'taken_back' as const, dueAt: null }, event: 'update_stopped' as const };
    await settle(target, _id.toHexString(), stopped).catch(ifTooLate);
  }
}

/** It has just been sent, or taken back. */
function ifTooLate(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
}
