import { type BsonType, isNumeric, typeOf } from '../../bson/value';
import { badValue } from '../../errors';

/** `$type`'s numbers and names. */
const TYPES: readonly (readonly [number, BsonType | 'undefined' | 'dbPointer' | 'symbol' | 'javascriptWithScope'])[] = [
  [1, 'double'],
  [2, 'string'],
  [3, 'object'],
  [4, 'array'],
  [5, 'binData'],
  [6, 'undefined'],
  [7, 'objectId'],
  [8, 'bool'],
  [9, 'date'],
  [10, 'null'],
  [11, 'regex'],
  [12, 'dbPointer'],
  [13, 'javascript'],
  [14, 'symbol'],
  [15, 'javascriptWithScope'],
  [16, 'int'],
  [17, 'timestamp'],
  [18, 'long'],
  [19, 'decimal'],
  [-1, 'minKey'],
  [127, 'maxKey'],
];

const NUMBER_TYPES: readonly string[] = ['int', 'double', 'long', 'decimal'];

/** @param argument a type's number or name, or a list of them; `number` is any of the numeric types */
export function typeTest(argument: unknown): (value: unknown) => boolean {
  const list = Array.isArray(argument) ? argument : [argument];
  if (list.length === 0) throw badValue('$type must match at least one type');
  const wanted = new Set(list.flatMap(namesOf));
  return (value) => wanted.has(typeOf(value));
}

function namesOf(type: unknown): readonly string[] {
  if (type === 'number') return NUMBER_TYPES;
  const found = TYPES.find(([number, name]) => name === type || (isNumeric(type) && Number(type) === number));
  if (!found) throw badValue(`Unknown type name alias: ${String(type)}`);
  return [found[1]];
}
