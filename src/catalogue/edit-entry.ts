import { toObjectId } from '../appeals/appeal-record';
import { editedPhotos, type PhotosKept } from '../appeals/edited-photos';
import { removeUnused } from '../appeals/keep-photos';
import { idsWithout, type SentPhoto, withPhotos } from '../appeals/with-photos';
import type { CatalogueEntry, EntryWords } from '../domain/catalogue-entry';
import { Stale } from '../errors';
import { CatalogueEntryModel } from '../models/catalogue-entry';
import type { PhotoStore } from '../photos/photo-store';
import { catalogueEntryOf, toEntry } from './find-entries';

/** A catalogue entry as an agent wants it. */
export interface EntryEdit extends PhotosKept {
  id: string;
  /** The version on the page the edit was made on. */
  seenVersion: number;
  words: EntryWords;
}

/**
 * Changes what the catalogue says of a thing.
 * @throws Stale when somebody else edited it since the page was opened
 * @throws InvalidInput when a photo is refused or there are too many
 * @throws NotFound when there is no such entry
 */
export async function editEntry(
  edit: EntryEdit,
  sent: readonly SentPhoto[],
  photoStore: PhotoStore,
): Promise<CatalogueEntry> {
  const before = await catalogueEntryOf(edit.id);
  const after = await withPhotos(photoStore, sent, async (added, byWait) => {
    const photos = editedPhotos(before.photos, edit, added, byWait);
    const record = await CatalogueEntryModel.findOneAndUpdate(
      { _id: toObjectId(edit.id), version: edit.seenVersion },
      { $set: { ...edit.words, photos }, $inc: { version: 1 } },
      { returnDocument: 'after' },
    ).lean();
    if (!record) throw new Stale('conflict.edited');
    return toEntry(record);
  });
  await removeUnused(photoStore, idsWithout(before.photos, after.photos));
  return after;
}
