import { toObjectId } from '../appeals/appeal-record';
import { appealFor } from '../appeals/find-appeals';
import type { AccountActor } from '../domain/actor';
import { InvalidInput, NotFound } from '../errors';
import { WatchModel, type WatchRecord } from '../models/watch';

/** A search an agent keeps. */
export type Watch = Omit<WatchRecord, '_id'> & { id: string };

/** What is to be watched for: words, or what an appeal seeks. */
export type WatchFor = { text: string } | { appealId: string };

const mostWatches = 30;
const lifeMs = 365 * 24 * 60 * 60_000;

/**
 * Keeps a search for twelve months; keeping it again begins them anew.
 * @throws InvalidInput when the agent keeps very many
 * @throws NotFound when the appeal is not there
 */
export async function keepWatch(actor: AccountActor, wanted: WatchFor): Promise<void> {
  const what = 'text' in wanted ? { text: wanted.text, appeal: null } : await ofAppeal(actor, wanted.appealId);
  const kept = { owner: actor.id, ...what };
  const others = await WatchModel.countDocuments({ owner: actor.id });
  if (others >= mostWatches && !(await WatchModel.exists(kept)))
    throw new InvalidInput('refusal.watches', {}, { most: mostWatches });
  const expiresAt = new Date(Date.now() + lifeMs);
  await WatchModel.updateOne(kept, { $set: { expiresAt }, $setOnInsert: { seenAt: new Date() } }, { upsert: true });
}

async function ofAppeal(actor: AccountActor, appealId: string) {
  const { id } = await appealFor(actor, appealId);
  return { text: '', appeal: id };
}

/** Calls what has come so far no news. @throws NotFound when the watch is not the agent's */
export async function watchSeen(actor: AccountActor, watchId: string): Promise<void> {
  const { matchedCount } = await WatchModel.updateOne(own(actor, watchId), { $set: { seenAt: new Date() } });
  if (matchedCount === 0) throw new NotFound();
}

/** Lets go of a search. @throws NotFound when the watch is not the agent's */
export async function endWatch(actor: AccountActor, watchId: string): Promise<void> {
  const { deletedCount } = await WatchModel.deleteOne(own(actor, watchId));
  if (deletedCount === 0) throw new NotFound();
}

/** @returns the searches an agent keeps, the newest first */
export async function watchesOf({ id }: AccountActor): Promise<Watch[]> {
  const records = await WatchModel.find({ owner: id, expiresAt: { $gt: new Date() } })
    .sort({ _id: -1 })
    .limit(mostWatches)
    .lean();
  return records.map(({ _id, ...rest }) => ({ ...rest, id: _id.toHexString() }));
}

function own({ id }: AccountActor, watchId: string) {
  return { _id: toObjectId(watchId), owner: id };
}
