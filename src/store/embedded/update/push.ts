import { compare } from '../bson/order';
import { type Doc, isDoc, isNumeric } from '../bson/value';
import { badValue } from '../errors';
import { compileSort } from '../query/sort';

export const MODIFIERS = ['$each', '$position', '$slice', '$sort'];

/**
 * @param argument a value, or `{$each, $position, $slice, $sort}`
 * @returns the array with the values put in, then sorted, then cut
 */
export function pushed(array: readonly unknown[], argument: unknown): unknown[] {
  if (!isDoc(argument) || !('$each' in argument)) return [...array, argument];
  const unknown = Object.keys(argument).find((name) => !MODIFIERS.includes(name));
  if (unknown) throw badValue(`Unrecognized clause in $push: ${unknown}`);
  return sliced(sorted(inserted(array, argument), argument.$sort), argument.$slice);
}

function inserted(array: readonly unknown[], modifiers: Doc): unknown[] {
  const each = modifiers.$each;
  if (!Array.isArray(each)) throw badValue('The argument to $each in $push must be an array');
  const at = modifiers.$position === undefined ? array.length : whole('$position', modifiers.$position);
  return array.toSpliced(at, 0, ...each);
}

function sorted(array: unknown[], sort: unknown): unknown[] {
  if (sort === undefined) return array;
  if (isDoc(sort)) return array.sort(compileElementSort(sort));
  const direction = isNumeric(sort) ? Number(sort) : 0;
  if (direction !== 1 && direction !== -1) throw badValue('The $sort must be 1, -1 or a document');
  return array.sort((a, b) => compare(a, b) * direction);
}

/** Elements that are no documents have none of the fields. */
function compileElementSort(sort: Doc): (a: unknown, b: unknown) => number {
  const order = compileSort(sort);
  return (a, b) => order(isDoc(a) ? a : {}, isDoc(b) ? b : {});
}

function sliced(array: unknown[], slice: unknown): unknown[] {
  if (slice === undefined) return array;
  const count = whole('$slice', slice);
  if (count === 0) return [];
  return count > 0 ? array.slice(0, count) : array.slice(count);
}

function whole(name: string, value: unknown): number {
  if (!isNumeric(value) || !Number.isInteger(Number(value))) throw badValue(`The value for ${name} must be an integer`);
  return Number(value);
}
