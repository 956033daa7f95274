import { encodeCompound, encodeKey } from '../bson/keys';
import { compare, type StringOrder } from '../bson/order';
import { type Doc, isDoc, own } from '../bson/value';
import { ErrorCode, StoreError } from '../errors';
import { isIndex } from '../update/paths';

/** Stands for an empty array in an index: less than null, as in MongoDB. */
const EMPTY_ARRAY = Symbol('empty array');

/** One field on its way through a document: what it has reached and which steps are left. */
interface Walk {
  readonly value: unknown;
  readonly rest: readonly string[];
  /** An array's element has been taken as the field's value; an array inside it stays whole. */
  readonly done?: boolean;
}

/** What a document contributes to an index: one tuple of values an entry, and which fields went through an array. */
export interface IndexTuples {
  readonly tuples: readonly (readonly unknown[])[];
  readonly multikey: readonly boolean[];
}

/**
 * Values of the given paths, arrays multiplied out. `undefined` in a tuple means the field is missing.
 * @throws StoreError when two paths lead through different arrays
 */
export function tuplesOf(doc: Doc, paths: readonly (readonly string[])[]): IndexTuples {
  const multikey = paths.map(() => false);
  const tuples: unknown[][] = [];
  multiply(
    paths.map((rest) => ({ value: doc, rest })),
    tuples,
    multikey,
  );
  return { tuples, multikey };
}

function multiply(walks: readonly Walk[], out: unknown[][], multikey: boolean[]): void {
  const reached = walks.map(descend);
  const array = sharedArray(reached);
  if (!array) {
    out.push(reached.map((walk) => (walk.rest.length > 0 ? undefined : walk.value)));
    return;
  }
  for (const [i, walk] of reached.entries()) if (walk.value === array && !walk.done) multikey[i] = true;
  for (const element of array.length > 0 ? array : [EMPTY_ARRAY]) {
    multiply(
      reached.map((walk) => (walk.value === array && !walk.done ? into(walk, element) : walk)),
      out,
      multikey,
    );
  }
}

/** Follows a path until it ends or meets an array that is to be gone through; a number names one of its elements. */
function descend(walk: Walk): Walk {
  let { value, rest } = walk;
  while (!walk.done && rest.length > 0) {
    const step = rest[0] ?? '';
    if (isDoc(value)) value = own(value, step);
    else if (Array.isArray(value) && isIndex(step)) value = value[Number(step)];
    else break;
    rest = rest.slice(1);
  }
  return { ...walk, value, rest };
}

/** The array the walks stand before; they may only multiply over one at a time. */
function sharedArray(walks: readonly Walk[]): readonly unknown[] | undefined {
  let found: readonly unknown[] | undefined;
  for (const walk of walks) {
    if (walk.done || !Array.isArray(walk.value)) continue;
    if (found && found !== walk.value)
      throw new StoreError(ErrorCode.CannotIndexParallelArrays, 'cannot index parallel arrays');
    found = walk.value;
  }
  return found;
}

function into(walk: Walk, element: unknown): Walk {
  if (walk.rest.length === 0) return { value: element, rest: [], done: true };
  return isDoc(element) ? { value: element, rest: walk.rest } : { value: undefined, rest: [], done: true };
}

/** Bytes of one tuple in an index of these directions; a missing field is indexed as null. */
export function encodeTuple(tuple: readonly unknown[], directions: readonly number[]): Buffer {
  return encodeCompound(tuple.map(asIndexed), directions);
}

function asIndexed(value: unknown): unknown {
  if (value === EMPTY_ARRAY) return undefined;
  return value === undefined ? null : value;
}

/** Value a document sorts by: of an array the least ascending, the greatest descending. */
export function sortValue(doc: Doc, path: readonly string[], direction: number, strings?: StringOrder): unknown {
  const values = tuplesOf(doc, [path]).tuples.map(([value]) => asIndexed(value));
  return values.reduce((best, value) => (compare(value, best, strings) * direction < 0 ? value : best));
}

/** Key of a document within its collection. */
export function encodeId(id: unknown): Buffer {
  return encodeKey(id);
}
