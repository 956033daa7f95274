import { statfsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { type Database, open, type RootDatabase } from 'lmdb';
import { afterPrefix } from '../bson/keys';
import { ErrorCode, StoreError } from '../errors';
import { replaceByCopy } from './replace-by-copy';

type Table = Database<Buffer, Buffer>;

/** An entry of an ordered table. */
export interface Entry {
  readonly key: Buffer;
  readonly value: Buffer;
}

/** What to read of an ordered table; bounds as bytes, `end` excluded unless said otherwise. */
export interface Range {
  readonly start?: Buffer;
  readonly end?: Buffer;
  readonly reverse?: boolean;
  readonly limit?: number;
}

const TABLES = ['meta', 'documents', 'entries'] as const;

/**
 * The ordered tables on disk. Reads are synchronous and see one snapshot until control returns to the event loop.
 * Writes happen only in `write`, which answers when they are on disk.
 */
export class Tables {
  private opened: OpenedTables;

  constructor(private readonly folder: string) {
    this.opened = openTables(folder);
  }

  get meta(): Table {
    return this.opened.meta;
  }

  get documents(): Table {
    return this.opened.documents;
  }

  get entries(): Table {
    return this.opened.entries;
  }

  /**
   * Runs `work` inside a write transaction, alone among writers, and waits until it is on disk. Works queued meanwhile
   * share one commit. `work` must do all that may fail before its first put: what it has put stays.
   */
  async write<T>(work: () => T): Promise<T> {
    const result = await this.opened.root
      .transaction(() => attempt(work))
      .catch((error: Error) => failed(error, this.folder));
    if ('error' in result) throw result.error;
    return result.value;
  }

  /**
   * Writes the file anew, without what was deleted from it. Nobody may read or write meanwhile.
   * @returns false where it could not be done, as on a full disk; then it is as it was
   */
  async compact(): Promise<boolean> {
    const done = await replaceByCopy(this.opened.root, this.folder).then(
      () => true,
      () => false,
    );
    await this.opened.root.close();
    this.opened = openTables(this.folder);
    return done;
  }

  close(): Promise<void> {
    return this.opened.root.close();
  }
}

interface OpenedTables {
  readonly root: RootDatabase;
  readonly meta: Table;
  readonly documents: Table;
  readonly entries: Table;
}

function openTables(folder: string): OpenedTables {
  // Without overlapping sync a commit is LMDB's own: data synced, then the page that makes it valid. So its promise
  // is kept when all is on disk, and a failed sync fails it instead of leaving another promise open.
  // Batching by event turns would make promises of its own that nobody can catch when a commit fails.
  const root = open({ path: folder, overlappingSync: false, eventTurnBatching: false, maxDbs: TABLES.length + 1 });
  const [meta, documents, entries] = TABLES.map((name) =>
    root.openDB<Buffer, Buffer>({ name, keyEncoding: 'binary', encoding: 'binary' }),
  );
  if (!meta || !documents || !entries) throw new Error('the data folder could not be opened');
  return { root, meta, documents, entries };
}

type Outcome<T> = { readonly value: T } | { readonly error: unknown };

function attempt<T>(work: () => T): Outcome<T> {
  try {
    return { value: work() };
  } catch (error) {
    return { error };
  }
}

/** Less than this is left when a disk is full: LMDB tells a short write as an input/output error. */
const FULL_DISK_BYTES = 1_000_000;
const OUT_OF_DISK_SPACE = 14031;

async function failed(error: Error & { commitError?: Promise<never> }, folder: string): Promise<never> {
  const cause = await Promise.race([error.commitError?.catch((reason: Error) => reason), setTimeout(100, error)]);
  const { bavail, bsize } = statfsSync(folder);
  const code = bavail * bsize < FULL_DISK_BYTES ? OUT_OF_DISK_SPACE : ErrorCode.InternalError;
  throw new StoreError(code, `the write could not be stored: ${(cause ?? error).message}`);
}

/** All keys that start with `prefix`. */
export function prefixRange(prefix: Buffer): Range {
  return { start: prefix, end: afterPrefix(prefix) };
}

/** Entries of a table within a range, in key order or against it. */
export function* scan(table: Table, range: Range): Generator<Entry> {
  for (const entry of table.getRange(directed(range))) yield entry as unknown as Entry;
}

/** Number of keys within a range. */
export function countKeys(table: Table, { start, end }: Range): number {
  return table.getKeysCount({ start, end });
}

/** Going backwards the storage starts at the greater bound and includes it; ours excludes the end both ways. */
function directed({ start, end, reverse, limit }: Range): Range & { exclusiveStart?: boolean; inclusiveEnd?: boolean } {
  return reverse
    ? { start: end, end: start, reverse: true, exclusiveStart: true, inclusiveEnd: true, limit }
    : { start, end, limit };
}
