import type { Picture } from '../domain/photo';
import { forgetFingerprints } from '../matching/fingerprints';
import { rememberLook } from '../matching/take-fingerprints';
import { AppealModel } from '../models/appeal';
import { CatalogueEntryModel } from '../models/catalogue-entry';
import { MessageModel } from '../models/message';
import { SpareModel } from '../models/spare';
import { WaitingPhotoModel } from '../models/waiting-photo';
import type { PreparedPhoto } from '../photos/photo-files';
import type { PhotoStore } from '../photos/photo-store';

/**
 * Stores a photo; what it looks like is written before any record names it.
 * @returns whether the picture is new here
 */
export async function keepFiles(store: PhotoStore, photo: PreparedPhoto): Promise<boolean> {
  const { created } = await store.save(photo);
  await rememberLook(photo);
  return created;
}

/** @returns the picture as a record names it */
export function asNamed({ id, width, height, placeholder }: PreparedPhoto): Picture {
  return { id, width, height, placeholder };
}

/** Removes photos from the store that no record names. */
export async function removeUnused(store: PhotoStore, photoIds: readonly string[]): Promise<void> {
  for (const id of photoIds) {
    if (await isNamed(id)) continue;
    await store.remove(id);
    await forgetFingerprints([id]);
  }
}

async function isNamed(photoId: string): Promise<boolean> {
  const named = await Promise.all([
    AppealModel.exists({ 'photos.id': photoId }),
    AppealModel.exists({ 'photos.original.id': photoId }),
    AppealModel.exists({ 'finds.photo.id': photoId }),
    MessageModel.exists({ 'photos.id': photoId }),
    SpareModel.exists({ 'photos.id': photoId }),
    CatalogueEntryModel.exists({ 'photos.id': photoId }),
    WaitingPhotoModel.exists({ 'photo.id': photoId }),
  ]);
  return named.some((record) => record !== null);
}
