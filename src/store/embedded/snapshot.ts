import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Database, open } from 'lmdb';
import type { Doc } from './bson/value';
import { COLLECTIONS, type CollectionMeta, toCollection } from './storage/catalog';
import { number32 } from './storage/collection';
import { prefixRange, type Range } from './storage/lmdb';
import { FORMAT, refuseNewerFormat } from './storage/store';

/** One collection at the moment of the snapshot. */
export interface EmbeddedCollection {
  readonly name: string;
  readonly options: Doc;
  /** Definitions, without that of `_id`. */
  readonly indexes: readonly Doc[];
  /** BSON bytes in the order of `_id`. */
  documents(): Iterable<Uint8Array>;
}

/** What a data folder held at one moment. */
export interface EmbeddedSnapshot {
  readonly collections: readonly EmbeddedCollection[];
  close(): Promise<void>;
}

/**
 * Reads a data folder as it is now, whatever is written meanwhile: one read transaction of the storage, which lets
 * several processes read beside the one that writes. What is overwritten during it takes new room until it is closed.
 * Only for a process that does not serve the folder itself.
 * @throws Error when there is nothing in the folder, or its data are of a newer format
 */
export function openEmbeddedSnapshot({ dataDir, database }: { dataDir: string; database: string }): EmbeddedSnapshot {
  const folder = path.join(dataDir, 'store');
  if (!existsSync(folder)) throw new Error(`there is no store in ${dataDir}`);
  const root = open({ path: folder, readOnly: true });
  const [meta, documents] = ['meta', 'documents'].map((name) =>
    root.openDB<Buffer, Buffer>({ name, keyEncoding: 'binary', encoding: 'binary' }),
  );
  if (!meta || !documents) throw new Error(`the store in ${dataDir} could not be opened`);
  const transaction = root.useReadTransaction();

  function* values(table: Database<Buffer, Buffer>, range: Range): Generator<Buffer> {
    for (const { value } of table.getRange({ ...range, transaction })) yield value;
  }

  const close = async (): Promise<void> => {
    transaction.done();
    await root.close();
  };
  try {
    refuseNewerFormat([...values(meta, prefixRange(FORMAT))][0], folder);
    const found = [...values(meta, COLLECTIONS)].map(toCollection).filter((stored) => isIn(database, stored));
    const collections = found.map(({ namespace, number, options, indexes }) => ({
      name: namespace.slice(database.length + 1),
      options,
      indexes: indexes.map(({ spec: { v: _, ...definition } }) => definition),
      documents: () => values(documents, prefixRange(number32(number))),
    }));
    return { collections, close };
  } catch (error) {
    void close();
    throw error;
  }
}

function isIn(database: string, { namespace }: CollectionMeta): boolean {
  return namespace.startsWith(`${database}.`);
}
