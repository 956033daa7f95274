import type { Actor } from '../domain/actor';
import { type Photo, type Picture, pictureIdsOf } from '../domain/photo';
import { InvalidInput } from '../errors';
import { acceptPhoto } from '../photos/accept';
import type { PreparedPhoto } from '../photos/photo-files';
import type { PhotoStore } from '../photos/photo-store';
import { asNamed, keepFiles, removeUnused } from './keep-photos';
import { claimWaiting, endWaiting } from './waiting-photos';

/** A file as it came in. */
export interface Upload {
  fileName: string;
  bytes: Buffer;
  /** What is to be seen on it. */
  alt?: string;
}

/** A photo that came in before, and waits. */
export interface SentAhead {
  owner: Actor;
  waitingId: string;
  alt: string;
}

/** A photo that belongs to what is being written. */
export type SentPhoto = Upload | SentAhead;

/** Most photos an appeal may have. */
export const mostPhotos = 6;

/**
 * Stores uploads first and writes the record that names them second; when the write fails, what was stored is
 * removed again, unless another record shows the same picture. Photos sent ahead wait on when the write fails.
 * @param write makes the record from the photos, in the order of the uploads; a photo that waited is known to it by
 * its waiting id, too
 * @throws InvalidInput on `photos` when an upload is refused, or waits no more; then nothing was stored
 */
export async function withPhotos<Result>(
  store: PhotoStore,
  sent: readonly SentPhoto[],
  write: (photos: Photo[], byWait: ReadonlyMap<string, Photo>) => Promise<Result>,
): Promise<Result> {
  if (sent.length > mostPhotos) throw tooManyPhotos();
  const arrived: Arrived[] = [];
  for (const one of sent) arrived.push(await arrivedPhoto(store, one));
  const byWait = new Map(arrived.flatMap(({ waitingId, photo }) => (waitingId ? [[waitingId, photo]] : [])));
  const prepared = arrived.flatMap((one) => one.prepared ?? []);
  const photos = distinct(arrived.map(({ photo }) => photo));
  const result = await withPrepared(store, prepared, () => write(photos, byWait));
  await endWaiting([...byWait.keys()]);
  return result;
}

/** The same with photos that are ready for the store. */
export async function withPrepared<Result>(
  store: PhotoStore,
  prepared: readonly PreparedPhoto[],
  write: (photos: Picture[]) => Promise<Result>,
): Promise<Result> {
  const created: string[] = [];
  try {
    for (const photo of prepared) if (await keepFiles(store, photo)) created.push(photo.id);
    return await write(distinct(prepared.map(asNamed)));
  } catch (error) {
    await removeUnused(store, created);
    throw error;
  }
}

interface Arrived {
  photo: Photo;
  waitingId?: string;
  prepared?: PreparedPhoto;
}

async function arrivedPhoto(store: PhotoStore, sent: SentPhoto): Promise<Arrived> {
  if ('waitingId' in sent) return { photo: await sentAhead(store, sent), waitingId: sent.waitingId };
  const prepared = await acceptPhoto(sent.bytes, { fileName: sent.fileName });
  return { photo: { ...asNamed(prepared), ...(sent.alt && { alt: sent.alt }) }, prepared };
}

async function sentAhead(store: PhotoStore, { owner, waitingId, alt }: SentAhead): Promise<Photo> {
  const waiting = await claimWaiting(owner, waitingId, store);
  if (!waiting) throw new InvalidInput('photo.gone', { photos: 'photo.gone' });
  return { ...waiting.photo, ...(alt && { alt }) };
}

/** @returns the refusal of more photos than a record may show */
export function tooManyPhotos(): InvalidInput {
  return new InvalidInput('photo.tooMany', { photos: 'photo.tooMany' }, { mostPhotos });
}

/** @returns ids of the pictures that are in the first list alone */
export function idsWithout(before: readonly Photo[], after: readonly Photo[]): string[] {
  const kept = after.flatMap(pictureIdsOf);
  return before.flatMap(pictureIdsOf).filter((id) => !kept.includes(id));
}

/** The same picture twice is one photo. */
export function distinct<One extends Picture>(photos: readonly One[]): One[] {
  return [...new Map(photos.map((photo) => [photo.id, photo])).values()];
}
