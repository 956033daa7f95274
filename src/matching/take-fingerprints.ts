import { fingerprintInBackground } from '../photos/fingerprint/in-background';
import { takeFromFile } from '../photos/from-file';
import type { PreparedPhoto } from '../photos/photo-files';
import type { PhotoStore } from '../photos/photo-store';
import { currentFingerprints, rememberFingerprint } from './fingerprints';

/** Those this process is at; another process, or this one after a crash, takes them anew from the file. */
const underWay = new Map<string, Promise<void>>();

/** Takes the fingerprint of a photo that came, and keeps it. */
export async function rememberLook({ id, view }: PreparedPhoto): Promise<void> {
  await rememberFingerprint(id, await fingerprintInBackground(view));
}

/** The same, while nobody waits for it: whoever needs it asks `ensureFingerprints`, which also mends what goes wrong. */
export function rememberLookLater(photo: PreparedPhoto): void {
  const taking = rememberLook(photo)
    .catch(() => undefined)
    .finally(() => underWay.delete(photo.id));
  underWay.set(photo.id, taking);
}

/** Waits until these photos can be compared with others, and takes the fingerprints that are missing. */
export async function ensureFingerprints(store: PhotoStore, photoIds: readonly string[]): Promise<void> {
  await Promise.all(photoIds.map((id) => underWay.get(id)));
  const current = new Set((await currentFingerprints(photoIds)).map(({ photoId }) => photoId));
  for (const id of photoIds)
    if (!current.has(id)) await rememberFingerprint(id, await takeFromFile(store.fileOf(id, 'large.jpg')));
}
