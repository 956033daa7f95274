import { mongo } from 'mongoose';
import { firstNumber } from '../domain/fingerprint';
import { BandModel } from '../models/photo-band';

/** What the server answers when another process has just made the same record. */
const duplicateKey = 11000;

/** Names a photo in its bands; doing it again changes nothing. */
export async function fileUnder(photoId: string, numbers: readonly number[]): Promise<void> {
  const named = { $addToSet: { photos: photoId } };
  const writes = numbers.map((_id) => ({ updateOne: { filter: { _id }, update: named, upsert: true } }));
  const file = () => BandModel.collection.bulkWrite(writes as never, { ordered: false });
  await file().catch((error: unknown) => {
    if (error instanceof mongo.MongoServerError && error.code === duplicateKey) return file();
    throw error;
  });
}

/** The way back. */
export async function takeOut(photoId: string, numbers: readonly number[]): Promise<void> {
  await BandModel.updateMany({ _id: { $in: numbers } }, { $pull: { photos: photoId } });
  await BandModel.deleteMany({ _id: { $in: numbers }, photos: [] });
}

/** Forgets the bands of older versions, which nobody looks up any more. */
export async function dropOldBands(): Promise<void> {
  await BandModel.deleteMany({ _id: { $lt: firstNumber } });
}

/**
 * The photos that have most in common with one: a band that few of them have tells more than one that many have.
 * @param numbers bands of the one, and such as are nearly those
 * @param known how many photos there are
 * @param most how many are given at most
 * @returns their ids, in no order
 */
export async function mostInCommon(numbers: readonly number[], known: number, most: number): Promise<string[]> {
  const shared = await BandModel.find({ _id: { $in: numbers } }, null, { batchSize: numbers.length }).lean();
  const lists = shared.map(({ photos }) => photos);
  return weightiest(lists, known, most);
}

/**
 * @param lists ids of those that have something in common, of each thing in common
 * @param known how many there are in all
 * @param most how many are given at most
 * @returns the ids that are in the most telling lists; to be in a list tells the more the fewer are
 */
export function weightiest<Id>(lists: readonly (readonly Id[])[], known: number, most: number): Id[] {
  const weights = new Map<Id, number>();
  for (const list of lists) {
    const weight = Math.log(Math.max(2, known / list.length));
    for (const id of list) weights.set(id, (weights.get(id) ?? 0) + weight);
  }
  const ranked = [...weights].sort((one, other) => other[1] - one[1]);
  return ranked.slice(0, most).map(([id]) => id);
}
