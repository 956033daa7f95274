import { createGunzip } from 'node:zlib';
import type { Document } from 'bson';
import type { mongo } from 'mongoose';
import { ArchiveError, type CollectionEntry } from './archive-format';
import type { ArchiveFile } from './archive-reader';
import { fromLine, linesOf } from './canonical';

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
  await db.createCollection(name, options);
  if (indexes.length > 0) await db.command({ createIndexes: name, indexes });
  let restored = 0;
  for await (const lines of batches(linesOf(content.pipe(createGunzip())))) {
    await db.collection(name).insertMany(lines.map(fromLine) as mongo.OptionalId<Document>[]);
    restored += lines.length;
  }
  if (restored !== documents) throw new ArchiveError(`${name} has ${restored} documents instead of ${documents}.`);
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
