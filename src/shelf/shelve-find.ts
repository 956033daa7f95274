import { Types } from 'mongoose';
import { changeFind } from '../appeals/change-find';
import { appealFor } from '../appeals/find-appeals';
import { type AccountTarget, findTransition, type Target } from '../appeals/transition';
import { type Appeal, findOf, remainingOf } from '../domain/appeal';
import { NotFound } from '../errors';
import { learnTokens } from '../matching/learn-tokens';
import { SpareModel } from '../models/spare';
import { changeSpare } from './change-spare';
import { derived, newSpare } from './spare-record';

/**
 * Puts the surplus of a find on the shelf, for the next customer.
 * The spare is written first, under the find's own id, so that doing it again after a crash makes no second one. Should
 * one be there already, left over or by somebody who was slower, it says in the end what was asked for here.
 * @param place where it stands now
 * @throws Conflict when nothing of the find is left over (any more)
 */
export async function shelveFind(target: AccountTarget, findId: string, place: string): Promise<Appeal> {
  const spare = spareFrom(await appealFor(target.actor, target.appealId), findId, target.actor.id, place);
  const spareId = await writeSpare(findId, spare);
  const shelved = await recordShelving(target, findId, spareId);
  await learnTokens([], derived({ ...newSpare, ...spare }).tokens);
  await changeSpare(spareId, () => spare);
  return shelved;
}

function spareFrom(appeal: Appeal, findId: string, holder: string, place: string) {
  const find = findOf(appeal, findId);
  if (!find) throw new NotFound();
  return {
    title: appeal.title,
    words: find.words,
    attributes: appeal.sought,
    tags: appeal.hashtags,
    condition: find.condition,
    quantity: remainingOf(appeal, find),
    place,
    holder,
    photos: find.photo ? [find.photo] : [],
    entryId: appeal.entryId ?? null,
    appeal: appeal.id,
    shelvedAt: new Date(),
    confirmedAt: new Date(),
  };
}

/** @returns the id of the find's spare, the one that is there or a new one */
async function writeSpare(findId: string, spare: ReturnType<typeof spareFrom>): Promise<string> {
  const id = new Types.ObjectId();
  const stored = await SpareModel.findOneAndUpdate(
    { find: findId },
    { $setOnInsert: { _id: id, ...newSpare, ...spare, ...derived({ ...newSpare, ...spare }) } },
    { upsert: true, returnDocument: 'after' },
  ).lean();
  return (stored?._id ?? id).toHexString();
}

async function recordShelving(target: Target, findId: string, spareId: string): Promise<Appeal> {
  try {
    return await findTransition({
      ...target,
      findId,
      action: 'shelve_find',
      apply: (find, now) => ({
        fact: { type: 'surplus_shelved', findId, spareId, quantity: remainingOf(now, find) },
        change: changeFind(now, find, { state: 'shelved' }),
      }),
    });
  } catch (error) {
    await removeUnlessShelved(target, findId);
    throw error;
  }
}

/** Somebody else may have shelved it meanwhile; then the spare is theirs. */
async function removeUnlessShelved({ actor, appealId }: Target, findId: string): Promise<void> {
  const find = findOf(await appealFor(actor, appealId), findId);
  if (find?.state !== 'shelved') await SpareModel.deleteOne({ find: findId });
}
