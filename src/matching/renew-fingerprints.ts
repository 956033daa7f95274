import { fingerprintVersion } from '../domain/fingerprint';
import { AppealModel } from '../models/appeal';
import { CatalogueEntryModel } from '../models/catalogue-entry';
import { FingerprintModel } from '../models/photo-fingerprint';
import { SpareModel } from '../models/spare';
import { takeFromFile } from '../photos/from-file';
import type { PhotoStore } from '../photos/photo-store';
import { rememberFingerprint } from './fingerprints';

/** What came of it. */
export interface Renewal {
  /** Photos whose fingerprint was taken anew. */
  renewed: number;
  /** Photos a record names but the store does not have. */
  missing: string[];
}

/**
 * Takes the fingerprints that are missing, of an older version, or kept without the numbers they are found by; it may be
 * stopped and run again at any time.
 * @param report is told how many were taken so far
 */
export async function renewFingerprints(store: PhotoStore, report: (renewed: number) => void): Promise<Renewal> {
  const current = new Set(
    await FingerprintModel.distinct('_id', { version: fingerprintVersion, lookBands: { $exists: true } }),
  );
  const renewal: Renewal = { renewed: 0, missing: [] };
  for (const id of await namedPhotos()) {
    if (current.has(id)) continue;
    if (!(await store.exists(id))) {
      renewal.missing.push(id);
      continue;
    }
    await rememberFingerprint(id, await takeFromFile(store.fileOf(id, 'large.jpg')));
    renewal.renewed += 1;
    report(renewal.renewed);
  }
  return renewal;
}

async function namedPhotos(): Promise<Set<string>> {
  const ids = await Promise.all([
    AppealModel.distinct('photos.id'),
    AppealModel.distinct('finds.photo.id'),
    SpareModel.distinct('photos.id'),
    CatalogueEntryModel.distinct('photos.id'),
  ]);
  return new Set(ids.flat().filter((id): id is string => typeof id === 'string'));
}
