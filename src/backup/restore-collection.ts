import { createGunzip } from 'node:zlib';
import type { Document } from 'bson';
import type { mongo } from 'mongoose';
import { ArchiveError, type CollectionEntry } from './archive-format';
import type { ArchiveFile } from './archive-reader';
import { fromLine, linesOf } from './canonical';
import { isLasting } from './kept-out';

/** What is written at a time: few enough to be held, many enough to be fast. */
const batch = { documents: 500, characters: 8 * 1024 * 1024 };

/**
 * Makes a collection with its indexes and fills it.
 * @throws ArchiveError when there are not as many documents as the manifest says
 */
export async function restoreCollection(
  db: mongo.Db,
  { name, options, indexes, documents }: CollectionEntry,
  content: ArchiveFile['content'],
): Promise<void> {
  const collection = db.collection(name);
  const write = isLasting({ name }) ? addMissing : insertAll;
  if (write === insertAll) await db.createCollection(name, options);
  if (indexes.length > 0) await db.command({ createIndexes: name, indexes });
  let restored = 0;
  for await (const lines of batches(linesOf(content.pipe(createGunzip())))) {
    await write(collection, lines.map(fromLine));
    restored += lines.length;
  }
  if (restored !== documents) throw new ArchiveError(`${name} has ${restored} documents instead of ${documents}.`);
}

async function insertAll(collection: mongo.Collection, documents: Document[]): Promise<void> {
  await collection.insertMany(documents as mongo.OptionalId<Document>[]);
}

/** What is there is newer. */
async function addMissing(collection: mongo.Collection, documents: Document[]): Promise<void> {
  const writes = documents.map(({ _id, ...rest }) => ({
    updateOne: { filter: { _id }, update: { $setOnInsert: rest }, upsert: true },
  }));
  await collection.bulkWrite(writes);
}

async function* batches(lines: AsyncIterable<string>): AsyncGenerator<string[]> {
  let waiting: string[] = [];
  let size = 0;
  for await (const line of lines) {
    waiting.push(line);
    size += line.length;
    if (waiting.length < batch.documents && size < batch.characters) continue;
    yield waiting;
    [waiting, size] = [[], 0];
  }
  if (waiting.length > 0) yield waiting;
}
