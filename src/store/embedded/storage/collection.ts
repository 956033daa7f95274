import { decode, encodeStored } from '../bson/codec';
import { equal } from '../bson/order';
import { type Doc, own } from '../bson/value';
import { ErrorCode, StoreError } from '../errors';
import type { Catalog, CollectionMeta, IndexMeta } from './catalog';
import { readNumber, toIndex, writeNumber } from './catalog';
import { encodeId, encodeTuple, tuplesOf } from './index-keys';
import { countKeys, type Entry, prefixRange, type Range, scan, type Tables } from './lmdb';

const MAX_STORED_KEY = 1978;

/** A document as stored: its key and its bytes. */
export interface Stored {
  readonly id: Buffer;
  readonly bytes: Buffer;
}

/**
 * Documents and index entries of one collection. The writing methods are to be called inside a write transaction; each
 * does all that may be refused before it writes anything.
 */
export class Collection {
  constructor(
    private readonly tables: Tables,
    private readonly catalog: Catalog,
    private meta: CollectionMeta,
  ) {}

  get namespace(): string {
    return this.meta.namespace;
  }

  get indexes(): readonly IndexMeta[] {
    return this.meta.indexes;
  }

  /** Number of documents, kept with every write so that counting all reads none. */
  count(): number {
    return readNumber(this.tables.meta.get(this.countKey()));
  }

  /** @param id key of the document, as `encodeId` gives it */
  get(id: Buffer): Buffer | undefined {
    return this.tables.documents.get(this.documentKey(id));
  }

  /** Documents in the order of their `_id`; bounds are keys as `encodeId` gives them. */
  *scan(range: Range = {}): Generator<Stored> {
    for (const { key, value } of scan(this.tables.documents, within(this.meta.number, range))) {
      yield { id: key.subarray(4), bytes: value };
    }
  }

  /** How many documents have their `_id` in a range; reads keys only. */
  countIds(range: Range): number {
    return countKeys(this.tables.documents, within(this.meta.number, range));
  }

  /** Entries of an index; the keys come without the index's number, the values are document keys. */
  *scanIndex(index: IndexMeta, range: Range): Generator<Entry> {
    for (const { key, value } of scan(this.tables.entries, within(index.number, range))) {
      yield { key: key.subarray(4), value };
    }
  }

  /** How many entries of an index are in a range. */
  countEntries(index: IndexMeta, range: Range): number {
    return countKeys(this.tables.entries, within(index.number, range));
  }

  /** @throws StoreError DuplicateKey, KeyTooLong, BadValue */
  insert(doc: Doc): void {
    const id = encodeId(doc._id);
    if (this.get(id)) throw duplicateKey(this.namespace, ID_INDEX, [doc._id]);
    const bytes = encodeStored(doc);
    const wanted = this.entriesOf(doc, id);
    this.refuseDuplicates(wanted, id);
    this.noteMultikey(wanted);
    this.tables.documents.put(this.documentKey(id), bytes);
    for (const entry of wanted) this.tables.entries.put(entry.key, id);
    this.addToCount(1);
  }

  /** @throws StoreError DuplicateKey, KeyTooLong, BadValue */
  replace(before: Doc, after: Doc): void {
    const id = encodeId(before._id);
    const bytes = encodeStored(after);
    const had = new Map(this.entriesOf(before, id).map((entry) => [latin(entry.key), entry]));
    const wanted = this.entriesOf(after, id);
    const fresh = wanted.filter((entry) => !had.delete(latin(entry.key)));
    this.refuseDuplicates(fresh, id);
    this.noteMultikey(wanted);
    this.tables.documents.put(this.documentKey(id), bytes);
    for (const entry of had.values()) this.tables.entries.remove(entry.key);
    for (const entry of fresh) this.tables.entries.put(entry.key, id);
  }

  remove(doc: Doc): void {
    const id = encodeId(doc._id);
    const had = this.entriesOf(doc, id);
    this.tables.documents.remove(this.documentKey(id));
    for (const entry of had) this.tables.entries.remove(entry.key);
    this.addToCount(-1);
  }

  /**
   * Adds an index and fills it from the documents there are.
   * @throws StoreError DuplicateKey when the documents do not allow it; nothing is written then
   */
  addIndex(spec: Doc): void {
    const index = toIndex(this.catalog.nextNumber(), spec);
    const filled = [...this.scan()].flatMap(({ id, bytes }) => entriesOfIndex(index, decode(bytes), id));
    if (index.unique) refuseDuplicatesAmong(this.namespace, filled);
    this.meta = this.catalog.put({ ...this.meta, indexes: [...this.meta.indexes, index] });
    this.noteMultikey(filled);
    for (const { key, id } of filled) this.tables.entries.put(key, id);
  }

  dropIndex(index: IndexMeta): void {
    this.removeAll(this.tables.entries, index.number);
    this.meta = this.catalog.put({
      ...this.meta,
      indexes: this.meta.indexes.filter((other) => other.number !== index.number),
    });
  }

  drop(): void {
    for (const index of this.meta.indexes) this.removeAll(this.tables.entries, index.number);
    this.removeAll(this.tables.documents, this.meta.number);
    this.tables.meta.remove(this.countKey());
    this.catalog.remove(this.namespace);
  }

  rename(namespace: string): void {
    this.catalog.remove(this.namespace);
    this.meta = this.catalog.put({ ...this.meta, namespace });
  }

  private removeAll(table: Tables['entries'], number: number): void {
    const keys = [...scan(table, prefixRange(number32(number)))].map(({ key }) => key);
    for (const key of keys) table.remove(key);
  }

  private entriesOf(doc: Doc, id: Buffer): IndexEntry[] {
    return this.meta.indexes.flatMap((index) => entriesOfIndex(index, doc, id));
  }

  private refuseDuplicates(entries: readonly IndexEntry[], id: Buffer): void {
    for (const { index, compound, tuple } of entries) {
      if (!index.unique) continue;
      for (const { value } of this.scanIndex(index, prefixRange(compound))) {
        if (!value.equals(id)) throw duplicateKey(this.namespace, index, tuple);
      }
    }
  }

  /** Remembers which fields have met an array: what an index may be used for depends on it. */
  private noteMultikey(entries: readonly IndexEntry[]): void {
    const seen = new Map<number, readonly boolean[]>();
    for (const { index, multikey } of entries) {
      const known = seen.get(index.number) ?? index.multikey;
      if (multikey.some((flag, i) => flag && !known[i]))
        seen.set(
          index.number,
          known.map((flag, i) => flag || multikey[i] === true),
        );
    }
    if (seen.size === 0) return;
    const indexes = this.meta.indexes.map((index) => ({
      ...index,
      multikey: seen.get(index.number) ?? index.multikey,
    }));
    this.meta = this.catalog.put({ ...this.meta, indexes });
  }

  private addToCount(difference: number): void {
    this.tables.meta.put(this.countKey(), writeNumber(this.count() + difference));
  }

  private documentKey(id: Buffer): Buffer {
    return Buffer.concat([number32(this.meta.number), id]);
  }

  private countKey(): Buffer {
    return Buffer.from(`n:${this.meta.number}`);
  }
}

/** The index every collection has without our keeping one: documents are stored by it. */
const ID_INDEX = { name: '_id_', fields: ['_id'], spec: { key: { _id: 1 } } };

interface IndexEntry {
  readonly index: IndexMeta;
  /** The whole key: index, values, document. */
  readonly key: Buffer;
  /** The values alone. */
  readonly compound: Buffer;
  readonly tuple: readonly unknown[];
  readonly multikey: readonly boolean[];
  readonly id: Buffer;
}

function entriesOfIndex(index: IndexMeta, doc: Doc, id: Buffer): IndexEntry[] {
  if (index.partial && !index.partial(doc)) return [];
  const { tuples, multikey } = tuplesOf(doc, index.paths);
  const entries = new Map<string, IndexEntry>();
  for (const tuple of tuples) {
    if (index.sparse && tuple.every((value) => value === undefined)) continue;
    const compound = encodeTuple(tuple, index.directions);
    const key = Buffer.concat([number32(index.number), compound, id]);
    if (key.length > MAX_STORED_KEY) throw new StoreError(ErrorCode.KeyTooLong, 'key too large to index');
    entries.set(latin(key), { index, key, compound, tuple, multikey, id });
  }
  return [...entries.values()];
}

function refuseDuplicatesAmong(namespace: string, entries: readonly IndexEntry[]): void {
  const owners = new Map<string, Buffer>();
  for (const { index, compound, tuple, id } of entries) {
    const owner = owners.get(latin(compound));
    if (owner && !owner.equals(id)) throw duplicateKey(namespace, index, tuple);
    owners.set(latin(compound), id);
  }
}

function duplicateKey(
  namespace: string,
  index: Pick<IndexMeta, 'name' | 'fields' | 'spec'>,
  tuple: readonly unknown[],
): StoreError {
  const keyValue = Object.fromEntries(
    index.fields.map((field, i) => [field, typeof tuple[i] === 'symbol' ? [] : (tuple[i] ?? null)]),
  );
  const shown = Object.entries(keyValue).map(([field, value]) => `${field}: ${show(value)}`);
  const message = `E11000 duplicate key error collection: ${namespace} index: ${index.name} dup key: { ${shown.join(', ')} }`;
  return new StoreError(ErrorCode.DuplicateKey, message, { keyPattern: index.spec.key, keyValue });
}

function show(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? Number(inner) : inner));
}

/** A document's `_id` may never change; equal but of another number type is the same. */
export function sameId(a: Doc, b: Doc): boolean {
  return equal(own(a, '_id'), own(b, '_id'));
}

/** Documents and entries begin with the number of their collection or index. */
export function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** A range of keys that all begin with the number of an index or a collection. */
function within(number: number, { start, end, reverse }: Range): Range {
  const prefix = number32(number);
  const all = prefixRange(prefix);
  return {
    start: start ? Buffer.concat([prefix, start]) : all.start,
    end: end ? Buffer.concat([prefix, end]) : all.end,
    reverse,
  };
}

/** Bytes as a string, one character a byte, to be a key of a Map. */
function latin(bytes: Buffer): string {
  return bytes.toString('latin1');
}
