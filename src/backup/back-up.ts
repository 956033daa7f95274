import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { EJSON } from 'bson';
import { photoIds, readPhoto } from '../photos/list-photos';
import { refuseHalfRestored } from '../store/restore-mark';
import { openSnapshot, type Snapshot, type SnapshotSource } from '../store/snapshot';
import {
  archiveFormat,
  type CollectionEntry,
  collectionFile,
  type Manifest,
  manifestName,
  photoFile,
} from './archive-format';
import { ArchiveWriter } from './archive-writer';
import { type Dumped, dumpCollection } from './dump-collection';
import { isKept } from './kept-out';

/** What is backed up. */
export interface BackupSource extends SnapshotSource {
  readonly uploadsDir: string;
}

/** What an archive holds. */
export interface BackupReport {
  readonly manifest: Manifest;
  /** Photos that records name and that are nowhere. */
  readonly missing: readonly string[];
}

/** All records at one moment, written down beside the archive. */
interface Records {
  readonly madeAt: Date;
  readonly collections: readonly (CollectionEntry & { readonly file: string })[];
  readonly photos: ReadonlySet<string>;
}

/** How often the records are read anew because a photo they name was removed meanwhile. */
const mostRounds = 5;

/**
 * Makes an archive of everything the application keeps, while it runs. Photos are taken before the records that name
 * them and once more after, for those that came in between; should one have been removed between the two, the records
 * are read again, as they no longer name it.
 * @param target the archive; its folder is made when it is missing
 * @throws Error when the target is there already, or the source cannot be read; then nothing is left behind
 */
export async function backUp(source: BackupSource, target: string): Promise<BackupReport> {
  await mkdir(path.dirname(target), { recursive: true });
  const workshop = await mkdtemp(path.join(path.dirname(target), '.fundus-backup-'));
  const writer = await ArchiveWriter.start(path.join(workshop, 'archive'));
  try {
    const report = await fill(writer, source, workshop);
    await writer.finish(target);
    return report;
  } catch (error) {
    await writer.abandon();
    throw error;
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

async function fill(writer: ArchiveWriter, source: BackupSource, workshop: string): Promise<BackupReport> {
  const photos = new Set<string>();
  await addPhotos(writer, source.uploadsDir, photos);
  const { records, missing } = await recordsWithPhotos(writer, source, workshop, photos);
  for (const { name, file } of records.collections) await writer.addFile(collectionFile(name), file);
  const manifest = manifestOf(records, photos.size);
  await writer.addBytes(manifestName, Buffer.from(`${EJSON.stringify(manifest, undefined, 2)}\n`));
  return { manifest, missing };
}

async function recordsWithPhotos(
  writer: ArchiveWriter,
  source: BackupSource,
  workshop: string,
  photos: Set<string>,
): Promise<{ records: Records; missing: string[] }> {
  for (let round = 1; ; round++) {
    const records = await dumpRecords(source, workshop);
    await addPhotos(writer, source.uploadsDir, photos);
    const missing = [...records.photos].filter((id) => !photos.has(id));
    if (missing.length === 0 || round === mostRounds) return { records, missing };
  }
}

/** @param photos ids of those that are in the archive; added to */
async function addPhotos(writer: ArchiveWriter, uploadsDir: string, photos: Set<string>): Promise<void> {
  for await (const id of photoIds(uploadsDir)) {
    const photo = photos.has(id) ? undefined : await readPhoto(uploadsDir, id);
    if (!photo) continue;
    for (const { name, bytes } of photo.files) await writer.addBytes(photoFile(id, name), bytes);
    photos.add(id);
  }
}

async function dumpRecords(source: BackupSource, workshop: string): Promise<Records> {
  const snapshot = await openSnapshot(source);
  try {
    return await dumpSnapshot(snapshot, workshop);
  } finally {
    await snapshot.close();
  }
}

async function dumpSnapshot({ collections }: Snapshot, workshop: string): Promise<Records> {
  const madeAt = new Date();
  refuseHalfRestored(collections);
  const dumps: (Dumped & Records['collections'][number])[] = [];
  for (const [number, collection] of collections.filter(isKept).entries()) {
    const { name, options, indexes } = collection;
    const file = path.join(workshop, String(number));
    dumps.push({
      name,
      options: { ...options },
      indexes: [...indexes],
      file,
      ...(await dumpCollection(collection, file)),
    });
  }
  return { madeAt, collections: dumps, photos: new Set(dumps.flatMap(({ photos }) => [...photos])) };
}

function manifestOf({ madeAt, collections }: Records, photos: number): Manifest {
  return {
    format: archiveFormat,
    madeAt: madeAt.toISOString(),
    photos,
    collections: collections.map(({ name, documents, options, indexes }) => ({ name, documents, options, indexes })),
  };
}
