import type { Appeal } from '../domain/appeal';
import type { PhotoStore } from '../photos/photo-store';
import { changePhoto, type PhotoTarget } from './change-photo';

/**
 * Takes one photo out of an appeal, with its original.
 * @throws LostRace when the photo is not there (any more)
 */
export function removePhoto(target: PhotoTarget, photoStore: PhotoStore): Promise<Appeal> {
  return changePhoto(target, photoStore, () => []);
}
