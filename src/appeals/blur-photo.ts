import type { Appeal } from '../domain/appeal';
import { originalOf, type Photo, type Picture, type Region } from '../domain/photo';
import { NotFound } from '../errors';
import { blurFromFile } from '../photos/from-file';
import type { PhotoStore } from '../photos/photo-store';
import { changePhoto, type PhotoTarget } from './change-photo';
import { appealFor } from './find-appeals';
import { withPrepared } from './with-photos';

/**
 * Puts a picture in a photo's place in which parts cannot be recognized. It is always made of the original, which stays
 * with the case for agents; what was blurred before and is not named again can be seen again.
 * @throws NotFound when there is no such photo
 * @throws LostRace when somebody else changed it meanwhile
 */
export async function blurPhoto(
  target: PhotoTarget,
  regions: readonly Region[],
  photoStore: PhotoStore,
): Promise<Appeal> {
  const { photos } = await appealFor(target.actor, target.appealId);
  const photo = photos.find(({ id }) => id === target.photoId);
  if (!photo) throw new NotFound();
  const prepared = await blurFromFile(photoStore.fileOf(originalOf(photo).id, 'large.jpg'), regions);
  return withPrepared(photoStore, [prepared], (pictures) =>
    changePhoto(target, photoStore, (before) => pictures.map((picture) => blurred(before, picture, regions))),
  );
}

/** A part of one colour looks the same afterwards: then the picture is its own original. */
function blurred(before: Photo, picture: Picture, regions: readonly Region[]): Photo {
  const original = originalOf(before);
  return original.id === picture.id
    ? { ...before, ...original, original: undefined, blurred: undefined }
    : { ...before, ...picture, original, blurred: [...regions] };
}
