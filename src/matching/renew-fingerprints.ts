import { AppealModel } from '../models/appeal';
import { CatalogueEntryModel } from '../models/catalogue-entry';
import { SpareModel } from '../models/spare';
import { takeFromFile } from '../photos/from-file';
import type { PhotoStore } from '../photos/photo-store';
import { dropOldBands } from './bands';
import { allFiledPhotos, rememberFingerprint } from './fingerprints';

/** What came of it. */
export interface Renewal {
  /** Photos whose fingerprint was taken anew. */
  renewed: number;
  /** Photos a record names but the store does not have. */
  missing: string[];
}

/**
 * Takes the fingerprints that are missing, of an older version, or not filed under their bands; it may be stopped and run
 * again at any time.
 * @param report is told how many were taken so far
 */
export async function renewFingerprints(store: PhotoStore, report: (renewed: number) => void): Promise<Renewal> {
  await dropOldBands();
  const current = await allFiledPhotos();
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
