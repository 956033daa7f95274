import { isAllowed } from '../domain/allowed-actions';
import type { Appeal } from '../domain/appeal';
import { AppError, InvalidInput, NotFound } from '../errors';
import { AppealModel } from '../models/appeal';
import { toObjectId } from './appeal-record';
import { appealFor } from './find-appeals';
import { LostRace } from './lost-race';
import { stamped } from './touch';
import { type AccountTarget, type Target, transition } from './transition';

/**
 * Merges an appeal into another for the same thing: it is closed as a duplicate, the other takes it in, and whoever
 * followed the one follows the other. Each timeline tells of it; the first is written first, so that a crash leaves an
 * appeal that says where it went.
 * @param intoId the appeal that goes on
 * @throws InvalidInput when the two cannot be the same
 * @throws LostRace when either does not allow it (any more); then neither is changed
 */
export async function mergeAppeals(target: AccountTarget, intoId: string): Promise<Appeal> {
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
  // Sent again after all was undone: what it says of the first time is over.
  if (merged.mergedInto !== intoId) throw new LostRace(merged, target.seenVersion);
  await takeIn(target, merged, intoId);
  return merged;
}

async function takeIn({ actor, submission }: AccountTarget, { id, followers }: Appeal, intoId: string): Promise<void> {
  try {
    await transition({
      actor,
      submission,
      appealId: intoId,
      action: 'take_in',
      apply: () => ({ fact: { type: 'took_in', appealId: id } }),
    });
  } catch (error) {
    // After any other fault the other may have taken it in all the same; then sending it again ends it.
    if (error instanceof AppError) await separate({ actor, appealId: id }, intoId);
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
export async function unmergeAppeal(target: AccountTarget): Promise<Appeal> {
  const { mergedInto } = await appealFor(target.actor, target.appealId);
  const apart = await separate(target, mergedInto ?? '');
  await giveBack(target, apart);
  return apart;
}

function separate(target: Target, intoId: string): Promise<Appeal> {
  return transition({
    ...target,
    action: 'unmerge',
    apply: () => ({ fact: { type: 'merge_undone', appealId: intoId }, change: { outcome: null, mergedInto: null } }),
  });
}

/** The other appeal may be gone; then there is nothing to tell it. */
async function giveBack({ actor, submission }: AccountTarget, { id, timeline }: Appeal): Promise<void> {
  const undone = timeline.findLast((event) => event.type === 'merge_undone');
  try {
    await transition({
      actor,
      submission,
      appealId: undone?.appealId ?? '',
      action: 'give_back',
      apply: () => ({ fact: { type: 'gave_back', appealId: id } }),
    });
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
  }
}
