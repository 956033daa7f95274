import type { IndexMeta } from '../storage/catalog';
import type { Collection, Stored } from '../storage/collection';
import type { KeyRange, Ordered } from './ranges';

/** What a plan has looked at, for `explain`. */
export interface Examined {
  keys: number;
  documents: number;
}

/** A key of an ordered table and the document it leads to. */
export interface Hit {
  readonly key: Buffer;
  readonly id: Buffer;
  /** Known when the table holds the documents themselves. */
  readonly bytes?: Buffer;
}

/** An ordered table of a collection that can be searched. */
export interface Searchable extends Ordered {
  readonly name: string;
  readonly spec: unknown;
  readonly unique: boolean;
  hits(range: KeyRange, reverse: boolean): Iterable<Hit>;
  count(range: KeyRange): number;
}

/** The documents, ordered by their `_id`. */
export function primaryOf(collection: Collection): Searchable {
  return {
    name: '_id_',
    spec: { _id: 1 },
    unique: true,
    fields: ['_id'],
    directions: [1],
    multikey: [false],
    *hits(range, reverse) {
      for (const { id, bytes } of collection.scan({ ...range, reverse })) yield { key: id, id, bytes };
    },
    count: (range) => collection.countIds(range),
  };
}

/** An index; as its keys end with the document's, it orders by `_id` as well. */
export function secondaryOf(collection: Collection, index: IndexMeta): Searchable {
  const named = index.fields.includes('_id');
  return {
    name: index.name,
    spec: index.spec.key,
    unique: index.unique,
    fields: named ? index.fields : [...index.fields, '_id'],
    directions: named ? index.directions : [...index.directions, 1],
    multikey: named ? index.multikey : [...index.multikey, false],
    *hits(range, reverse) {
      for (const { key, value } of collection.scanIndex(index, { ...range, reverse })) yield { key, id: value };
    },
    count: (range) => collection.countEntries(index, range),
  };
}

/** Documents behind keys, each once. */
export function* documentsBehind(
  collection: Collection,
  hits: Iterable<Hit>,
  repeats: boolean,
  examined: Examined,
): Generator<Stored> {
  const seen = repeats ? new Set<string>() : undefined;
  for (const { id, bytes } of hits) {
    examined.keys += 1;
    if (seen) {
      const name = id.toString('latin1');
      if (seen.has(name)) continue;
      seen.add(name);
    }
    // Between two batches of a cursor the document may have been removed.
    const found = bytes ?? collection.get(id);
    if (!found) continue;
    examined.documents += 1;
    yield { id, bytes: found };
  }
}
