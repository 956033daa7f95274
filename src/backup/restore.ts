import { photoIds } from '../photos/list-photos';
import { createPhotoStore, type PhotoStore } from '../photos/photo-store';
import { type ConnectedStore, connectAnyStore, type StoreOptions } from '../store/connect';
import { isHalfRestored, markRestore, unmarkRestore } from '../store/restore-mark';
import { ArchiveError, type Manifest } from './archive-format';
import { type ArchiveFile, filesOf } from './archive-reader';
import { isKept, isLasting } from './kept-out';
import { restoreCollection } from './restore-collection';
import { PhotoRestorer } from './restore-photos';
import { verifyArchive } from './verify-archive';

/** Where to restore to. */
export interface RestoreTarget extends StoreOptions {
  readonly uploadsDir: string;
  /** What is there may be removed. */
  readonly replace: boolean;
}

/** There is something already, and nobody said that it may be removed. */
export class NotEmpty extends Error {}

type Db = NonNullable<ConnectedStore['connection']['db']>;

/**
 * Brings back what an archive holds, after all of it was checked. From the first change to the last the database
 * carries a mark, with which the application does not start: a restore that was interrupted is never taken for whole.
 * Nobody else may write meanwhile.
 * @returns what the archive says about itself
 * @throws ArchiveError before anything is touched, when the archive is not whole or not right
 * @throws NotEmpty before anything is touched, when there are records or photos and `replace` is not set
 */
export async function restore(archive: string, target: RestoreTarget): Promise<Manifest> {
  const manifest = await verifyArchive(archive);
  const store = await connectAnyStore(target);
  try {
    const db = store.connection.db as Db;
    if (!target.replace) await refuseUnlessEmpty(db, target.uploadsDir);
    await bringBack(archive, manifest, db, target);
    return manifest;
  } finally {
    await store.close();
  }
}

async function refuseUnlessEmpty(db: Db, uploadsDir: string): Promise<void> {
  const collections = await db.listCollections({}, { nameOnly: true }).toArray();
  if (isHalfRestored(collections)) throw new NotEmpty('A restore into this database was interrupted.');
  for (const { name } of collections.filter((one) => isKept(one) && !isLasting(one))) {
    if (await db.collection(name).findOne({}, { projection: { _id: 1 } }))
      throw new NotEmpty(`The database is not empty: there is something in ${name}.`);
  }
  for await (const id of photoIds(uploadsDir)) throw new NotEmpty(`There are photos in ${uploadsDir}, such as ${id}.`);
}

async function bringBack(archive: string, manifest: Manifest, db: Db, { uploadsDir }: RestoreTarget): Promise<void> {
  const photoStore = createPhotoStore(uploadsDir);
  await markRestore(db, isLasting);
  await removePhotos(photoStore, uploadsDir);
  const photos = new PhotoRestorer(photoStore);
  for await (const file of filesOf(archive)) await restoreFile(file, manifest, db, photos);
  await photos.finish();
  await unmarkRestore(db);
}

async function removePhotos(photoStore: PhotoStore, uploadsDir: string): Promise<void> {
  for await (const id of photoIds(uploadsDir)) await photoStore.remove(id);
}

async function restoreFile(file: ArchiveFile, manifest: Manifest, db: Db, photos: PhotoRestorer): Promise<void> {
  const { entry } = file;
  switch (entry.kind) {
    case 'photo':
      return photos.add(entry, file);
    case 'collection': {
      const described = manifest.collections.find(({ name }) => name === entry.name);
      if (!described) throw new ArchiveError(`The manifest does not know ${entry.name}.`);
      return restoreCollection(db, described, file.content);
    }
    default:
  }
}
