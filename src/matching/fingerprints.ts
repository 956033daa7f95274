import type { mongo } from 'mongoose';
import { bands, type Fingerprint, fingerprintVersion } from '../domain/fingerprint';
import { FingerprintModel, type FingerprintRecord } from '../models/photo-fingerprint';
import { fileUnder, takeOut } from './bands';

/**
 * Keeps what a photo looks like, and files it under its bands. Taken of another of its files a fingerprint differs a
 * little, so the one before goes first: whatever names a photo in a band follows from its record, and can be taken out
 * again wherever a process may have stopped.
 */
export async function rememberFingerprint(photoId: string, fingerprint: Fingerprint): Promise<void> {
  await forgetFingerprints([photoId]);
  await FingerprintModel.replaceOne({ _id: photoId }, fingerprintRecord(fingerprint), { upsert: true });
  await fileUnder(photoId, bands(fingerprint));
  await FingerprintModel.updateOne({ _id: photoId }, { filed: true });
}

/** @returns what is kept of a fingerprint that is not filed yet, beside the photo's id */
export function fingerprintRecord(fingerprint: Fingerprint): Omit<FingerprintRecord, '_id'> {
  const { version, hashes, colours, layout, edges, spots } = fingerprint;
  return {
    version,
    hashes: [...hashes],
    colours: Buffer.from(colours),
    layout: Buffer.from(layout),
    edges: Buffer.from(edges),
    spots: Buffer.from(spots),
    filed: false,
  };
}

/** Forgets photos that are gone. */
export async function forgetFingerprints(photoIds: readonly string[]): Promise<void> {
  const records = await FingerprintModel.find({ _id: { $in: photoIds } }).lean();
  for (const record of records) await takeOut(record._id, bands(toFingerprint(record)));
  await FingerprintModel.deleteMany({ _id: { $in: photoIds } });
}

/** @returns what a photo looks like, or null when that was never taken or is of an older version */
export async function fingerprintOfPhoto(photoId: string): Promise<Fingerprint | null> {
  const [fingerprint] = await currentFingerprints([photoId]);
  return fingerprint?.fingerprint ?? null;
}

/** @returns those photos' fingerprints that are of the present version, in no order */
export async function currentFingerprints(
  photoIds: readonly string[],
): Promise<{ photoId: string; fingerprint: Fingerprint }[]> {
  const wanted = { _id: { $in: photoIds }, version: fingerprintVersion };
  // Told how many they are, a server gives them all at once.
  const records = await FingerprintModel.find(wanted, null, { batchSize: photoIds.length + 1 }).lean();
  return records.map((record) => ({ photoId: record._id, fingerprint: toFingerprint(record) }));
}

/** @returns those of some photos that are found by their looks */
export async function filedPhotos(photoIds: readonly string[]): Promise<Set<string>> {
  return new Set(await FingerprintModel.distinct('_id', { _id: { $in: photoIds }, ...isFiled }));
}

/** @returns all photos that are found by their looks */
export async function allFiledPhotos(): Promise<Set<string>> {
  return new Set(await FingerprintModel.distinct('_id', isFiled));
}

const isFiled = { version: fingerprintVersion, filed: true };

function toFingerprint({ version, hashes, colours, layout, edges, spots }: FingerprintRecord): Fingerprint {
  const [ofColours, ofLayout, ofEdges, ofSpots] = [colours, layout, edges, spots].map(bytesOf) as Quartet;
  return { version, hashes, colours: ofColours, layout: ofLayout, edges: ofEdges, spots: ofSpots };
}

type Quartet = [Uint8Array, Uint8Array, Uint8Array, Uint8Array];

/** The driver gives bytes in a wrapping of its own. */
function bytesOf(stored: Buffer | mongo.Binary): Uint8Array {
  return stored instanceof Uint8Array ? stored : stored.value();
}
