import type { Appeal } from '../domain/appeal';
import { originalOf } from '../domain/photo';
import type { PhotoStore } from '../photos/photo-store';
import { changePhoto, type PhotoTarget } from './change-photo';

/**
 * Puts the original back in the place of a blurred photo.
 * @throws LostRace when the photo is not there (any more)
 */
export function unblurPhoto(target: PhotoTarget, photoStore: PhotoStore): Promise<Appeal> {
  return changePhoto(target, photoStore, (photo) => [
    { ...photo, ...originalOf(photo), original: undefined, blurred: undefined },
  ]);
}
