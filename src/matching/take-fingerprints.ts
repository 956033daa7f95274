import { setTimeout as pause } from 'node:timers/promises';
import { fingerprintInBackground } from '../photos/fingerprint/in-background';
import { takeFromFile } from '../photos/from-file';
import type { PreparedPhoto } from '../photos/photo-files';
import type { PhotoStore } from '../photos/photo-store';
import { filedPhotos, forgetFingerprints, rememberFingerprint } from './fingerprints';

/** A fingerprint that is about to be taken. */
interface Taking {
  readonly done: Promise<void>;
  /** Somebody waits for it. */
  hurry(): void;
}

/** Until whoever sent a photo has seen it; before that, a fingerprint would be in the way. */
const untilSeenMs = 1000;

/** Those this process is at; another process, or this one after a crash, takes them anew from the file. */
const underWay = new Map<string, Taking>();

/** Takes the fingerprint of a photo that came, and keeps it. */
export async function rememberLook({ id, view }: PreparedPhoto): Promise<void> {
  await rememberFingerprint(id, await fingerprintInBackground(view));
}

/** The same, once the photo was seen: whoever needs it sooner asks `ensureFingerprints`, which also mends what goes wrong. */
export function rememberLookLater(photo: PreparedPhoto, store: Pick<PhotoStore, 'exists'>): void {
  const waiting = new AbortController();
  const seen = pause(untilSeenMs, undefined, { ref: false, signal: waiting.signal }).catch(() => undefined);
  const done = seen
    .then(() => rememberLook(photo))
    .then(() => forgetIfGone(photo.id, store))
    .catch(() => undefined)
    .finally(() => underWay.delete(photo.id));
  underWay.set(photo.id, { done, hurry: () => waiting.abort() });
}

/** Whoever removes a photo takes the files first: what is remembered after its fingerprint was forgotten finds none. */
async function forgetIfGone(photoId: string, store: Pick<PhotoStore, 'exists'>): Promise<void> {
  if (!(await store.exists(photoId))) await forgetFingerprints([photoId]);
}

/** Takes those at once that were to be taken later, and waits for them. */
export async function fingerprintsTaken(): Promise<void> {
  await hurried([...underWay.values()]);
}

async function hurried(takings: readonly Taking[]): Promise<void> {
  for (const taking of takings) taking.hurry();
  await Promise.all(takings.map(({ done }) => done));
}

/** Waits until these photos can be compared with others, and takes the fingerprints that are missing. */
export async function ensureFingerprints(store: PhotoStore, photoIds: readonly string[]): Promise<void> {
  await hurried(photoIds.flatMap((id) => underWay.get(id) ?? []));
  const filed = await filedPhotos(photoIds);
  for (const id of photoIds)
    if (!filed.has(id)) await rememberFingerprint(id, await takeFromFile(store.fileOf(id, 'large.jpg')));
}
