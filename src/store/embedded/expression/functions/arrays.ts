import { isDoc, isNumberOrText, isNumeric } from '../../bson/value';
import { badValue, StoreError } from '../../errors';
import { sortDocs } from '../../query/sort';
import { arrayOf, isNullish, order, truthy } from '../evaluate';
import type { ValueFunction } from './all';

/** Array, set and object operators: equality inside them has to be MongoDB's. */
export const arrayFunctions: Readonly<Record<string, ValueFunction>> = {
  $isArray: (value) => Array.isArray(value),
  $size: (value) => arrayOf('$size', value, 17124).length,
  $in: (value, list) => holds(arrayOf('$in', list, 40081), value),
  $arrayElemAt: (list, index) =>
    isNullish(list) || isNullish(index) ? null : arrayOf('$arrayElemAt', list).at(Number(index)),
  $first: (list) => (isNullish(list) ? null : arrayOf('$first', list)[0]),
  $last: (list) => (isNullish(list) ? null : arrayOf('$last', list).at(-1)),
  $concatArrays: (...lists) => flattened('$concatArrays', lists),
  $reverseArray: (list) => (isNullish(list) ? null : arrayOf('$reverseArray', list).toReversed()),
  $slice: slice,
  $range: range,
  $indexOfArray: indexOfArray,
  $setUnion: (...lists) => distinctOf(flattened('$setUnion', lists)),
  $setIntersection: intersection,
  $setDifference: difference,
  $setEquals: (...lists) => lists.every((list) => isSubset(list, lists[0]) && isSubset(lists[0], list)),
  $setIsSubset: isSubset,
  $anyElementTrue: (list) => arrayOf('$anyElementTrue', list).some(truthy),
  $allElementsTrue: (list) => arrayOf('$allElementsTrue', list).every(truthy),
  $mergeObjects: mergeObjects,
  $objectToArray: (value) =>
    isNullish(value) ? null : Object.entries(docOf('$objectToArray', value)).map(([k, v]) => ({ k, v })),
  $arrayToObject: arrayToObject,
  $sortArray: sortArray,
};

function holds(list: readonly unknown[], value: unknown): boolean {
  return list.some((element) => order(element, value) === 0);
}

/** Of long lists that are the same for every document, as what `$literal` gives. */
const memberships = new WeakMap<readonly unknown[], Membership>();
const LONG_LIST = 64;

type Membership = (value: unknown) => boolean;

/** Whether a value is in a list, for asking often: plain numbers and texts are looked up instead of compared one by one. */
function membership(list: readonly unknown[]): Membership {
  const known = memberships.get(list) ?? newMembership(list);
  if (list.length >= LONG_LIST) memberships.set(list, known);
  return known;
}

function newMembership(list: readonly unknown[]): Membership {
  const plain = new Set(list.filter(isNumberOrText));
  const others = list.filter((value) => !isNumberOrText(value));
  return (value) => (isNumberOrText(value) ? plain.has(value) || holds(others, value) : holds(list, value));
}

/** Without repetitions, in MongoDB's order (which its own servers happen to give too). */
function distinct(list: readonly unknown[]): unknown[] {
  return [...list].sort(order).filter((value, i, all) => i === 0 || order(value, all[i - 1]) !== 0);
}

function distinctOf(list: readonly unknown[] | null): unknown[] | null {
  return list && distinct(list);
}

/** Lists are looked at in turn: null ends it, what is no array is refused. */
function flattened(operator: string, lists: readonly unknown[]): unknown[] | null {
  const all: unknown[] = [];
  for (const list of lists) {
    if (isNullish(list)) return null;
    all.push(...arrayOf(operator, list));
  }
  return all;
}

function difference(a: unknown, b: unknown): unknown[] | null {
  if (isNullish(a) || isNullish(b)) return null;
  const [kept, taken] = [arrayOf('$setDifference', a), arrayOf('$setDifference', b)];
  const isTaken = membership(taken);
  return distinct(kept.filter((value) => !isTaken(value)));
}

function intersection(...lists: unknown[]): unknown[] | null {
  if (lists.some(isNullish)) return null;
  const [first, ...others] = lists.map((list) => arrayOf('$setIntersection', list));
  const all = others.map(membership);
  return distinct((first ?? []).filter((value) => all.every((has) => has(value))));
}

function isSubset(a: unknown, b: unknown): boolean {
  return arrayOf('$setIsSubset', a).every(membership(arrayOf('$setIsSubset', b)));
}

function slice(list: unknown, position: unknown, count: unknown): unknown[] | null {
  if (isNullish(list) || position === null) return null;
  const array = arrayOf('$slice', list);
  const first = whole('$slice', position);
  if (count === undefined) return first >= 0 ? array.slice(0, first) : array.slice(first);
  if (count === null) return null;
  if (whole('$slice', count) <= 0) throw new StoreError(28729, 'Third argument to $slice must be positive');
  const start = first >= 0 ? first : Math.max(0, array.length + first);
  return array.slice(start, start + Number(count));
}

function range(start: unknown, end: unknown, step: unknown = 1): number[] {
  const [from, to, by] = [whole('$range', start), whole('$range', end), whole('$range', step)];
  if (by === 0) throw new StoreError(34449, '$range requires a non-zero step value');
  const length = Math.max(0, Math.ceil((to - from) / by));
  return Array.from({ length }, (_, i) => from + i * by);
}

function indexOfArray(list: unknown, value: unknown, start: unknown = 0, end?: unknown): number | null {
  if (isNullish(list)) return null;
  const array = arrayOf('$indexOfArray', list).slice(0, end === undefined ? undefined : whole('$indexOfArray', end));
  return array.findIndex((element, i) => i >= Number(start) && order(element, value) === 0);
}

function mergeObjects(...values: unknown[]): Record<string, unknown> {
  const lists = values.length === 1 && Array.isArray(values[0]) ? values[0] : values;
  return Object.assign({}, ...lists.filter((value) => !isNullish(value)).map((value) => docOf('$mergeObjects', value)));
}

function docOf(operator: string, value: unknown): Record<string, unknown> {
  if (isDoc(value)) return value;
  throw badValue(`${operator} needs an object`);
}

function arrayToObject(list: unknown): Record<string, unknown> | null {
  if (isNullish(list)) return null;
  return Object.fromEntries(arrayOf('$arrayToObject', list).map(pair));
}

function pair(element: unknown): [string, unknown] {
  const [key, value] = isDoc(element) ? [element.k, element.v] : arrayOf('$arrayToObject', element);
  if (typeof key !== 'string') throw new StoreError(40386, '$arrayToObject requires keys to be strings');
  if (key === '__proto__') throw badValue('the field name __proto__ is not allowed');
  return [key, value];
}

function sortArray(argument: unknown): unknown[] | null {
  const { input, sortBy } = docOf('$sortArray', argument);
  if (isNullish(input)) return null;
  const array = arrayOf('$sortArray', input);
  if (isNumeric(sortBy)) return [...array].sort((a, b) => order(a, b) * Number(sortBy));
  if (!array.every(isDoc)) throw badValue('the embedded store sorts arrays of documents by fields only');
  return sortDocs(array, docOf('$sortArray', sortBy));
}

function whole(operator: string, value: unknown): number {
  if (!isNumeric(value) || !Number.isInteger(Number(value))) throw badValue(`${operator} needs whole numbers`);
  return Number(value);
}
