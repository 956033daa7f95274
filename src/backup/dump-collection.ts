import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { deserialize } from 'bson';
import type { SnapshotCollection } from '../store/snapshot';
import { toLine } from './canonical';
import { photoIdsIn } from './photo-references';

/** What was found while a collection was written down. */
export interface Dumped {
  readonly documents: number;
  /** Ids of the photos its documents name. */
  readonly photos: ReadonlySet<string>;
}

/** Writes a collection into a file of its own, one document a line, packed. */
export async function dumpCollection(collection: SnapshotCollection, file: string): Promise<Dumped> {
  const photos = new Set<string>();
  let documents = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const bytes of collection.documents()) {
      documents += 1;
      for (const id of photoIdsIn(deserialize(bytes))) photos.add(id);
      yield `${toLine(bytes)}\n`;
    }
  }
  await pipeline(Readable.from(lines()), createGzip(), createWriteStream(file, { mode: 0o600 }));
  return { documents, photos };
}
