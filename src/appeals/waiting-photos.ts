import { randomUUID } from 'node:crypto';
import type { Actor } from '../domain/actor';
import type { Picture } from '../domain/photo';
import { InvalidInput } from '../errors';
import { ensureFingerprints, rememberLookLater } from '../matching/take-fingerprints';
import { WaitingPhotoModel } from '../models/waiting-photo';
import { acceptPhoto } from '../photos/accept';
import type { PhotoStore } from '../photos/photo-store';
import { asNamed, removeUnused } from './keep-photos';

/** A photo that waits for its form to be sent. */
export interface WaitingPhoto {
  /** What the form names it by. */
  readonly id: string;
  readonly photo: Picture;
}

/** Long enough to finish a form after lunch, or tomorrow. */
const patienceMs = 24 * 60 * 60 * 1000;

/** Nobody fills in that many forms at once; a customer has one case and one form. */
const mostWaiting = { account: 60, customer: 12 };

/** Photos of one sweep; the next one comes soon. */
const mostSwept = 1000;

/**
 * Takes in a photo ahead of its form. When it returns, the photo survives a power cut.
 * @throws InvalidInput on `photos` when it is refused
 */
export async function awaitForm(
  owner: Actor,
  { fileName, bytes }: { fileName: string; bytes: Buffer },
  store: PhotoStore,
): Promise<WaitingPhoto> {
  const [prepared] = await Promise.all([acceptPhoto(bytes, { fileName }), refuseTooMany(owner)]);
  const waiting = { id: randomUUID(), photo: asNamed(prepared) };
  const named = { _id: waiting.id, owner: keyOf(owner), photo: waiting.photo, arrivedAt: new Date() };
  // Should we fall over before the record has its files, the sweep finds it.
  await store.save(prepared, WaitingPhotoModel.create(named));
  rememberLookLater(prepared, store);
  return waiting;
}

async function refuseTooMany(owner: Actor): Promise<void> {
  if ((await WaitingPhotoModel.countDocuments({ owner: keyOf(owner) })) >= mostWaiting[owner.kind])
    throw new InvalidInput('photo.tooManyWaiting', { photos: 'photo.tooManyWaiting' });
}

/** @returns those of the photos that wait for this person, in the order asked for */
export async function waitingPhotos(owner: Actor, ids: readonly string[]): Promise<WaitingPhoto[]> {
  if (ids.length === 0) return [];
  const records = await WaitingPhotoModel.find({ _id: { $in: ids }, owner: keyOf(owner) }).lean();
  const byId = new Map(records.map(({ _id, photo }) => [_id, { id: _id, photo }]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** @returns the photos the customer of a case has sent ahead of a form, the oldest first */
export async function waitingPhotosOfCase(appealId: string): Promise<Picture[]> {
  const records = await WaitingPhotoModel.find({ owner: keyOfCase(appealId) })
    .sort({ arrivedAt: 1 })
    .lean();
  return records.map(({ photo }) => photo);
}

/**
 * Its form has come: its patience begins anew, so that no sweep takes it away while the form is being written. What it
 * looks like is known before any record names it.
 * @returns null when it does not wait for this person
 */
export async function claimWaiting(owner: Actor, id: string, store: PhotoStore): Promise<WaitingPhoto | null> {
  const record = await WaitingPhotoModel.findOneAndUpdate(
    { _id: id, owner: keyOf(owner) },
    { $set: { arrivedAt: new Date() } },
    { returnDocument: 'after' },
  ).lean();
  if (!record) return null;
  await ensureFingerprints(store, [record.photo.id]);
  return { id: record._id, photo: record.photo };
}

/** They wait no more: what names them is written. */
export async function endWaiting(ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await WaitingPhotoModel.deleteMany({ _id: { $in: ids } });
}

/** Clears away photos whose form never came, and what a crash left half written. */
export async function sweepPhotos(store: PhotoStore, now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - patienceMs);
  const forgotten = await WaitingPhotoModel.find({ arrivedAt: { $lt: before } })
    .limit(mostSwept)
    .lean();
  for (const { _id, photo } of forgotten) {
    const { deletedCount } = await WaitingPhotoModel.deleteOne({ _id, arrivedAt: { $lt: before } });
    if (deletedCount > 0) await removeUnused(store, [photo.id]);
  }
  await store.sweep(before);
}

/** A customer is known by their case alone. */
function keyOf(owner: Actor): string {
  return owner.kind === 'account' ? owner.id : keyOfCase(owner.appealId);
}

/** @returns as whose the photos wait that the customer of a case has sent */
export function keyOfCase(appealId: string): string {
  return `case ${appealId}`;
}
