import { type SentPhoto, withPhotos } from '../appeals/with-photos';
import type { AccountActor } from '../domain/actor';
import type { Spare, SpareWords } from '../domain/spare';
import { learnTokens } from '../matching/learn-tokens';
import { SpareModel } from '../models/spare';
import type { PhotoStore } from '../photos/photo-store';
import { recordIdFor } from '../submissions/ids';
import { derived, newSpare, toSpare } from './spare-record';

/** What somebody says of a thing they could give away. */
export type OfferedSpare = SpareWords & Pick<Spare, 'quantity' | 'place' | 'nameForCustomer'>;

/**
 * "I could give away ...": puts a thing on the shelf that nobody has asked for yet. It stays where it is, with whoever
 * offers it.
 * @param submission fingerprint of the form: the spare it has offered is not offered again
 * @throws InvalidInput when a photo is refused
 */
export async function offerSpare(
  actor: AccountActor,
  offered: OfferedSpare,
  sent: readonly SentPhoto[],
  photoStore: PhotoStore,
  submission?: string,
): Promise<Spare> {
  const _id = recordIdFor(submission, 'spare');
  const before = submission ? await SpareModel.findById(_id).lean() : null;
  if (before) return toSpare(before);
  return withPhotos(photoStore, sent, async (photos) => {
    const at = new Date();
    const spare = { ...newSpare, ...offered, photos, holder: actor.id, appeal: null, shelvedAt: at, confirmedAt: at };
    const record = await SpareModel.create({ ...spare, ...derived(spare), _id });
    await learnTokens([], record.tokens);
    return toSpare(record.toObject());
  });
}
