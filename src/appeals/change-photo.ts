import type { Appeal } from '../domain/appeal';
import type { Photo } from '../domain/photo';
import type { PhotoStore } from '../photos/photo-store';
import { removeUnused } from './keep-photos';
import { LostRace } from './lost-race';
import { type Target, transition } from './transition';
import { distinct, idsWithout } from './with-photos';

/** Which photo of which case. */
export interface PhotoTarget extends Target {
  photoId: string;
}

/**
 * Puts something else in a photo's place; what nothing names any more is removed.
 * @param change pure: gives what stands there afterwards
 * @throws LostRace when the photo is not there (any more)
 */
export async function changePhoto(
  { photoId, ...target }: PhotoTarget,
  photoStore: PhotoStore,
  change: (photo: Photo) => Photo[],
): Promise<Appeal> {
  let dropped: string[] = [];
  const appeal = await transition({
    ...target,
    action: 'retouch_photo',
    apply: (before) => {
      if (!before.photos.some(({ id }) => id === photoId)) throw new LostRace(before, target.seenVersion);
      const photos = distinct(before.photos.flatMap((photo) => (photo.id === photoId ? change(photo) : [photo])));
      dropped = idsWithout(before.photos, photos);
      return { fact: { type: 'appeal_edited', fields: ['photos'] }, change: { photos } };
    },
  });
  await removeUnused(photoStore, dropped);
  return appeal;
}
