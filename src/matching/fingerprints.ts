import type { mongo } from 'mongoose';
import { bands, type Fingerprint, fingerprintVersion } from '../domain/fingerprint';
import { FingerprintModel, type FingerprintRecord } from '../models/photo-fingerprint';

/** Keeps what a photo looks like; keeping it again changes nothing. */
export async function rememberFingerprint(photoId: string, fingerprint: Fingerprint): Promise<void> {
  await FingerprintModel.replaceOne({ _id: photoId }, fingerprintRecord(fingerprint), { upsert: true });
}

/** @returns what is kept of a fingerprint, beside the photo's id */
export function fingerprintRecord(fingerprint: Fingerprint): Omit<FingerprintRecord, '_id'> {
  const { version, hashes, colours, layout, edges, spots } = fingerprint;
  const found = bands(fingerprint);
  return {
    version,
    hashes: [...hashes],
    colours: Buffer.from(colours),
    layout: Buffer.from(layout),
    edges: Buffer.from(edges),
    spots: Buffer.from(spots),
    spotBands: [...found.spots],
    lookBands: [...found.look],
  };
}

/** Forgets photos that are gone. */
export async function forgetFingerprints(photoIds: readonly string[]): Promise<void> {
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
  const records = await FingerprintModel.find(wanted, { spotBands: 0, lookBands: 0 }).lean();
  return records.map((record) => ({ photoId: record._id, fingerprint: toFingerprint(record) }));
}

type Stored = Omit<FingerprintRecord, 'spotBands' | 'lookBands'>;

function toFingerprint({ version, hashes, colours, layout, edges, spots }: Stored): Fingerprint {
  const [ofColours, ofLayout, ofEdges, ofSpots] = [colours, layout, edges, spots].map(bytesOf) as Quartet;
  return { version, hashes, colours: ofColours, layout: ofLayout, edges: ofEdges, spots: ofSpots };
}

type Quartet = [Uint8Array, Uint8Array, Uint8Array, Uint8Array];

/** The driver gives bytes in a wrapping of its own. */
function bytesOf(stored: Buffer | mongo.Binary): Uint8Array {
  return stored instanceof Uint8Array ? stored : stored.value();
}
