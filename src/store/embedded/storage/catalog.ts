import { decode, encode } from '../bson/codec';
import type { Doc } from '../bson/value';
import { ErrorCode, StoreError } from '../errors';
import { compileFilter } from '../query/filter/compile';
import { prefixRange, scan, type Tables } from './lmdb';

/** An index as it is kept: its definition, its number in the entries' keys, and which of its fields met arrays. */
export interface IndexMeta {
  readonly number: number;
  readonly name: string;
  /** The definition as the client gave it, listed back by `listIndexes`. */
  readonly spec: Doc;
  readonly fields: readonly string[];
  readonly paths: readonly (readonly string[])[];
  readonly directions: readonly number[];
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly partial: ((doc: Doc) => boolean) | undefined;
  readonly expireAfterSeconds: number | undefined;
  readonly multikey: readonly boolean[];
}

/** A collection as it is kept. */
export interface CollectionMeta {
  readonly namespace: string;
  readonly number: number;
  readonly options: Doc;
  readonly indexes: readonly IndexMeta[];
}

const STAMP = Buffer.from('stamp');
const NEXT_NUMBER = Buffer.from('next');
const COLLECTION_PREFIX = 'c:';

/** Where the collections stand. */
export const COLLECTIONS = prefixRange(Buffer.from(COLLECTION_PREFIX));

/**
 * Which collections and indexes there are. Held in memory and written through; a stamp on disk tells when a failed
 * commit has taken back what memory believes.
 */
export class Catalog {
  private collections = new Map<string, CollectionMeta>();
  private stamp = -1;

  constructor(private readonly tables: Tables) {
    this.refresh();
  }

  /** Reads the catalog again when memory is not what is on disk. Called before every write and after a failed one. */
  refresh(): void {
    const onDisk = readNumber(this.tables.meta.get(STAMP));
    if (onDisk === this.stamp) return;
    const found = [...scan(this.tables.meta, COLLECTIONS)].map(({ value }) => toCollection(value));
    this.collections = new Map(found.map((meta) => [meta.namespace, meta]));
    this.stamp = onDisk;
  }

  get(namespace: string): CollectionMeta | undefined {
    return this.collections.get(namespace);
  }

  /** @throws StoreError NamespaceNotFound */
  need(namespace: string): CollectionMeta {
    const meta = this.get(namespace);
    if (!meta) throw new StoreError(ErrorCode.NamespaceNotFound, `ns does not exist: ${namespace}`);
    return meta;
  }

  all(): CollectionMeta[] {
    return [...this.collections.values()];
  }

  /** Writes; only inside a write transaction. */
  create(namespace: string, options: Doc): CollectionMeta {
    return this.put({ namespace, number: this.nextNumber(), options, indexes: [] });
  }

  /** Writes; only inside a write transaction. */
  put(meta: CollectionMeta): CollectionMeta {
    this.tables.meta.put(keyOf(meta.namespace), encode(fromCollection(meta)));
    this.collections.set(meta.namespace, meta);
    this.advance();
    return meta;
  }

  /** Writes; only inside a write transaction. */
  remove(namespace: string): void {
    this.tables.meta.remove(keyOf(namespace));
    this.collections.delete(namespace);
    this.advance();
  }

  /** A number no collection or index has had before. Writes; only inside a write transaction. */
  nextNumber(): number {
    const number = readNumber(this.tables.meta.get(NEXT_NUMBER)) + 1;
    this.tables.meta.put(NEXT_NUMBER, writeNumber(number));
    return number;
  }

  private advance(): void {
    this.stamp += 1;
    this.tables.meta.put(STAMP, writeNumber(this.stamp));
  }
}

function keyOf(namespace: string): Buffer {
  return Buffer.from(COLLECTION_PREFIX + namespace);
}

export function readNumber(bytes: Buffer | undefined): number {
  return bytes ? bytes.readDoubleBE(0) : 0;
}

export function writeNumber(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
}

function fromCollection({ namespace, number, options, indexes }: CollectionMeta): Doc {
  return {
    namespace,
    number,
    options,
    indexes: indexes.map((index) => ({ number: index.number, spec: index.spec, multikey: index.multikey })),
  };
}

interface StoredCollection {
  readonly namespace: string;
  readonly number: number;
  readonly options: Doc;
  readonly indexes: readonly { number: number; spec: Doc; multikey: readonly boolean[] }[];
}

/** Reads a collection as it is kept. */
export function toCollection(bytes: Buffer): CollectionMeta {
  const stored = decode(bytes) as unknown as StoredCollection;
  return { ...stored, indexes: stored.indexes.map(({ number, spec, multikey }) => toIndex(number, spec, multikey)) };
}

/** @param spec a validated definition: `key`, `name` and options */
export function toIndex(number: number, spec: Doc, multikey?: readonly boolean[]): IndexMeta {
  const key = Object.entries(spec.key as Doc);
  const partial = spec.partialFilterExpression as Doc | undefined;
  return {
    number,
    name: String(spec.name),
    spec,
    fields: key.map(([field]) => field),
    paths: key.map(([field]) => field.split('.')),
    directions: key.map(([, direction]) => Number(direction)),
    unique: spec.unique === true,
    sparse: spec.sparse === true,
    partial: partial ? compileFilter(partial) : undefined,
    expireAfterSeconds: spec.expireAfterSeconds === undefined ? undefined : Number(spec.expireAfterSeconds),
    multikey: multikey ?? key.map(() => false),
  };
}
