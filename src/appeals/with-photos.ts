import { type Photo, type Picture, pictureIdsOf } from '../domain/photo';
import { InvalidInput } from '../errors';
import { forgetFingerprints, rememberFingerprint } from '../matching/fingerprints';
import { AppealModel } from '../models/appeal';
import { CatalogueEntryModel } from '../models/catalogue-entry';
import { MessageModel } from '../models/message';
import { SpareModel } from '../models/spare';
import { acceptPhoto } from '../photos/accept';
import type { PreparedPhoto } from '../photos/photo-files';
import type { PhotoStore } from '../photos/photo-store';

/** A file as it came in with a form. */
export interface Upload {
  fileName: string;
  bytes: Buffer;
}

/** Most photos an appeal may have. */
export const mostPhotos = 6;

/**
 * Stores uploads first and writes the record that names them second; when the write fails, what was stored is
 * removed again, unless another record shows the same picture.
 * @param write makes the record from the photos, in the order of the uploads
 * @throws InvalidInput on `photos` when an upload is refused; then nothing was stored
 */
export async function withPhotos<Result>(
  store: PhotoStore,
  uploads: readonly Upload[],
  write: (photos: Photo[]) => Promise<Result>,
): Promise<Result> {
  if (uploads.length > mostPhotos) throw new InvalidInput('photo.tooMany', { photos: 'photo.tooMany' }, { mostPhotos });
  const prepared = [];
  for (const upload of uploads) prepared.push(await acceptPhoto(upload.bytes, { fileName: upload.fileName }));
  return withPrepared(store, prepared, write);
}

/** The same with photos that are ready for the store. */
export async function withPrepared<Result>(
  store: PhotoStore,
  prepared: readonly PreparedPhoto[],
  write: (photos: Picture[]) => Promise<Result>,
): Promise<Result> {
  const created: string[] = [];
  try {
    for (const photo of prepared) if (await keep(store, photo)) created.push(photo.id);
    return await write(distinct(prepared.map(({ id, width, height }) => ({ id, width, height }))));
  } catch (error) {
    await removeUnused(store, created);
    throw error;
  }
}

/**
 * What a record shows after an edit: photos that stay, then those that came.
 * @throws InvalidInput when there are too many
 */
export function editedPhotos(before: readonly Photo[], kept: readonly string[], added: readonly Photo[]): Photo[] {
  const photos = distinct([...before.filter(({ id }) => kept.includes(id)), ...added]);
  if (photos.length > mostPhotos) throw new InvalidInput('photo.tooMany', { photos: 'photo.tooMany' }, { mostPhotos });
  return photos;
}

/** @returns ids of the pictures that are in the first list alone */
export function idsWithout(before: readonly Photo[], after: readonly Photo[]): string[] {
  const kept = after.flatMap(pictureIdsOf);
  return before.flatMap(pictureIdsOf).filter((id) => !kept.includes(id));
}

/** @returns whether the picture is new here; what it looks like is written before any record names it */
async function keep(store: PhotoStore, photo: PreparedPhoto): Promise<boolean> {
  const { created } = await store.save(photo);
  await rememberFingerprint(photo.id, photo.fingerprint);
  return created;
}

/** The same picture twice is one photo. */
export function distinct(photos: readonly Photo[]): Photo[] {
  return [...new Map(photos.map((photo) => [photo.id, photo])).values()];
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
  ]);
  return named.some((record) => record !== null);
}
