import { Types } from 'mongoose';
import { type SentPhoto, withPhotos } from '../appeals/with-photos';
import type { CatalogueEntry, EntryWords } from '../domain/catalogue-entry';
import { CatalogueEntryModel } from '../models/catalogue-entry';
import type { PhotoStore } from '../photos/photo-store';
import { toEntry } from './find-entries';

/**
 * Puts a thing that comes again into the catalogue.
 * @throws InvalidInput when a photo is refused
 */
export async function createEntry(
  words: EntryWords,
  sent: readonly SentPhoto[],
  photoStore: PhotoStore,
): Promise<CatalogueEntry> {
  return withPhotos(photoStore, sent, async (photos) => {
    const entry = { _id: new Types.ObjectId(), version: 1, ...words, photos, createdAt: new Date() };
    return toEntry((await CatalogueEntryModel.create(entry)).toObject());
  });
}
