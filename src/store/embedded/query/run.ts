import { decode } from '../bson/codec';
import { decodeFields } from '../bson/decode-fields';
import type { StringOrder } from '../bson/order';
import type { Doc } from '../bson/value';
import { ErrorCode, StoreError } from '../errors';
import type { Scope } from '../expression/evaluate';
import { type Plan, planFor } from '../plan/choose';
import type { Examined } from '../plan/table';
import type { Collection, Stored } from '../storage/collection';
import { compileFilter } from './filter/compile';

import { type NeededFields, neededByFilter, topOf } from './needed-fields';
import { compareKeys, parseSort, sortKey } from './sort';

/** What to look for in a collection. */
export interface Query {
  readonly filter: Doc;
  readonly sort?: Doc;
  readonly skip?: number;
  /** 0 and undefined: all. */
  readonly limit?: number;
  readonly hint?: unknown;
  readonly strings?: StringOrder;
  readonly scope?: Scope;
}

/** A document that matches, as stored, and decoded when somebody looks inside. */
export class Found implements Stored {
  private decoded: Doc | undefined;

  constructor(
    readonly id: Buffer,
    readonly bytes: Buffer,
  ) {}

  get doc(): Doc {
    this.decoded ??= decode(this.bytes);
    return this.decoded;
  }
}

/** Documents that match, in the order asked for. */
export function* runQuery(
  collection: Collection | undefined,
  query: Query,
  examined: Examined = { keys: 0, documents: 0 },
): Generator<Found> {
  const matches = compileFilter(query.filter, { strings: query.strings, scope: query.scope });
  const order = parseSort(query.sort ?? {});
  if (!collection) return;
  const chosen = planFor(collection, query);
  const found = filtered(chosen, examined, matches, neededByFilter(query.filter));
  const ordered = order.length === 0 || chosen.sorted ? found : sorted(found, query);
  yield* windowed(ordered, query.skip ?? 0, query.limit ?? 0);
}

/** Number of matches, from the keys alone where they tell it. */
export function countMatches(
  collection: Collection | undefined,
  query: Query,
  examined: Examined = { keys: 0, documents: 0 },
): number {
  const { skip = 0, limit = 0 } = query;
  compileFilter(query.filter, { strings: query.strings, scope: query.scope });
  if (!collection) return 0;
  const all = countByKeys(collection, query);
  if (all === undefined) return [...runQuery(collection, { ...query, sort: {} }, examined)].length;
  const left = Math.max(0, all - skip);
  return limit > 0 ? Math.min(left, limit) : left;
}

function countByKeys(collection: Collection, query: Query): number | undefined {
  if (Object.keys(query.filter).length === 0 && query.hint === undefined) return collection.count();
  return planFor(collection, { ...query, sort: {} }).count();
}

/** The way a query takes, as `explain` shows it. @param counts whether only the number is asked for */
export function describePlan(collection: Collection | undefined, query: Query, counts: boolean): Doc {
  if (!collection) return { stage: 'EOF' };
  if (counts && countByKeys(collection, query) !== undefined)
    return { stage: 'COUNT', inputStage: countStage(collection, query) };
  const plan = planFor(collection, counts ? { ...query, sort: {} } : query);
  const inputStage = plan.describe();
  const ordered = counts || plan.sorted || Object.keys(query.sort ?? {}).length === 0;
  return ordered ? inputStage : { stage: 'SORT', sortPattern: query.sort, inputStage };
}

function countStage(collection: Collection, query: Query): Doc {
  if (Object.keys(query.filter).length === 0) return { stage: 'RECORD_STORE_FAST_COUNT' };
  return { ...(planFor(collection, query).describe().inputStage as Doc), stage: 'COUNT_SCAN' };
}

/**
 * What keys say of documents need not be checked while all is read at once, which is one snapshot. Between two batches
 * of a cursor a document may have been changed.
 */
function* filtered(
  { exact, documents }: Plan,
  examined: Examined,
  matches: (doc: Doc) => boolean,
  needed: NeededFields,
): Generator<Found> {
  let trusted = exact;
  queueMicrotask(() => {
    trusted = false;
  });
  for (const { id, bytes } of documents(examined)) {
    const found = new Found(id, bytes);
    if (trusted || matches(needed ? decodeFields(bytes, needed) : found.doc)) yield found;
  }
}

/** More than this is not sorted without an index. */
const MAX_SORT_BYTES = 200 * 1024 * 1024;

/** Keeps documents as bytes, which are smaller, and only the first few when no more are wanted. */
function* sorted(found: Iterable<Found>, { sort, strings, skip = 0, limit = 0 }: Query): Generator<Found> {
  const fields = parseSort(sort ?? {});
  const wanted = limit > 0 ? skip + limit : Number.POSITIVE_INFINITY;
  let kept: { id: Buffer; bytes: Buffer; key: unknown[] }[] = [];
  const firstOnes = (): typeof kept => kept.sort((a, b) => compareKeys(a.key, b.key, fields, strings)).slice(0, wanted);
  let size = 0;
  const needed = new Set(fields.map(({ field }) => topOf(field)));
  for (const { id, bytes } of found) {
    kept.push({ id, bytes, key: sortKey(decodeFields(bytes, needed), fields, strings) });
    size += bytes.length;
    if (kept.length >= 2 * wanted + 100) kept = firstOnes();
    else if (limit === 0 && size > MAX_SORT_BYTES) throw tooMuchToSort();
  }
  for (const { id, bytes } of firstOnes()) yield new Found(id, bytes);
}

function tooMuchToSort(): StoreError {
  return new StoreError(ErrorCode.QueryExceededMemoryLimit, 'Sort exceeded memory limit; add an index or a limit');
}

function* windowed(found: Iterable<Found>, skip: number, limit: number): Generator<Found> {
  let seen = 0;
  for (const entry of found) {
    seen += 1;
    if (seen > skip) yield entry;
    if (limit > 0 && seen >= skip + limit) return;
  }
}
