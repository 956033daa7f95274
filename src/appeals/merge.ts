import type { AccountActor } from '../domain/actor';
import { isAllowed } from '../domain/allowed-actions';
import type { Appeal } from '../domain/appeal';
import { InvalidInput, NotFound } from '../errors';
import { AppealModel } from '../models/appeal';
import { toObjectId } from './appeal-record';
import { appealFor } from './find-appeals';
import { LostRace } from './lost-race';
import { stamped } from './touch';
import { type Target, transition } from './transition';

/**
 * Merges an appeal into another for the same thing: it is closed as a duplicate, the other takes it in, and whoever
 * followed the one follows the other. Each timeline tells of it; the first is written first, so that a crash leaves an
 * appeal that says where it went.
 * @param intoId the appeal that goes on
 * @throws InvalidInput when the two cannot be the same
 * @throws LostRace when either does not allow it (any more); then neither is changed
 */
export async function mergeAppeals(target: Target & { actor: AccountActor }, intoId: string): Promise<Appeal> {
  const [appeal, into] = await Promise.all([appealFor(target.actor, target.appealId), appealFor(target.actor, intoId)]);
  if (appeal.id === into.id || appeal.kind !== into.kind)
    throw new InvalidInput('refusal.merge', { into: 'refusal.merge' });
  if (!isAllowed(target.actor, into, 'take_in')) throw new LostRace(into, undefined);
  const merged = await transition({
    ...target,
    action: 'merge',
    apply: () => ({
      fact: { type: 'merged_into', appealId: intoId },
      change: { outcome: 'duplicate', mergedInto: intoId },
    }),
  });
  await takeIn(target.actor, merged, intoId);
  return merged;
}

async function takeIn(actor: AccountActor, { id, followers }: Appeal, intoId: string): Promise<void> {
  try {
    await transition({
      actor,
      appealId: intoId,
      action: 'take_in',
      apply: () => ({ fact: { type: 'took_in', appealId: id } }),
    });
  } catch (error) {
    await separate(actor, id, intoId);
    throw error;
  }
  await AppealModel.updateOne(
    { _id: toObjectId(intoId) },
    { $addToSet: { followers: { $each: followers } }, ...stamped },
  );
}

/**
 * Undoes a merge: the appeal is sought for again, and the other tells that it gave it back. Followers stay with both.
 * @throws LostRace when the appeal is not merged (any more)
 */
export async function unmergeAppeal(target: Target & { actor: AccountActor }): Promise<Appeal> {
  const { id, mergedInto } = await appealFor(target.actor, target.appealId);
  const apart = await separate(target.actor, id, mergedInto ?? '', target.seenVersion);
  await giveBack(target.actor, id, mergedInto ?? '');
  return apart;
}

function separate(actor: AccountActor, appealId: string, intoId: string, seenVersion?: number): Promise<Appeal> {
  return transition({
    actor,
    appealId,
    ...(seenVersion === undefined ? {} : { seenVersion }),
    action: 'unmerge',
    apply: () => ({ fact: { type: 'merge_undone', appealId: intoId }, change: { outcome: null, mergedInto: null } }),
  });
}

/** The other appeal may be gone; then there is nothing to tell it. */
async function giveBack(actor: AccountActor, id: string, intoId: string): Promise<void> {
  try {
    await transition({
      actor,
      appealId: intoId,
      action: 'give_back',
      apply: () => ({ fact: { type: 'gave_back', appealId: id } }),
    });
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
  }
}
