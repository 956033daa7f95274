import { Binary, BSONRegExp } from 'bson';
import { bytesOf, compare, equal, rankOf } from '../../bson/order';
import { isNumeric, typeOf } from '../../bson/value';
import { badValue } from '../../errors';
import type { FilterContext } from './compile';
import { typeTest } from './type-names';

/** Whether one value passes; `undefined` is a field that is not there. */
export type ValueTest = (value: unknown) => boolean;

/** Filter operators that test one value at a time. Each takes its argument and gives the test. */
export const operators = {
  $eq: equals,
  $gt: (argument: unknown, context: FilterContext) => range(argument, context, (order) => order > 0, false),
  $gte: (argument: unknown, context: FilterContext) => range(argument, context, (order) => order >= 0, true),
  $lt: (argument: unknown, context: FilterContext) => range(argument, context, (order) => order < 0, false),
  $lte: (argument: unknown, context: FilterContext) => range(argument, context, (order) => order <= 0, true),
  $size: size,
  $type: typeTest,
  $mod: modulo,
  $bitsAllSet: (argument: unknown) => bits(argument, (value, mask) => (value & mask) === mask),
  $bitsAllClear: (argument: unknown) => bits(argument, (value, mask) => (value & mask) === 0n),
  $bitsAnySet: (argument: unknown) => bits(argument, (value, mask) => (value & mask) !== 0n),
  $bitsAnyClear: (argument: unknown) => bits(argument, (value, mask) => (value & mask) !== mask),
};

/** Null is equal to a field that is not there. */
function equals(expected: unknown, { strings }: FilterContext): ValueTest {
  if (expected === undefined) throw badValue('cannot compare to undefined');
  if (expected === null) return (value) => value === null || value === undefined;
  if (typeof expected === 'string' && !strings) return (value) => value === expected;
  return (value) => value !== undefined && rankOf(value) === rankOf(expected) && equal(value, expected, strings);
}

/** A range holds values of its bound's type only; NaN is in no range but `>= NaN` and `<= NaN`. */
function range(
  bound: unknown,
  { strings }: FilterContext,
  holds: (order: number) => boolean,
  inclusive: boolean,
): ValueTest {
  const type = typeOf(bound);
  if (bound instanceof BSONRegExp) throw badValue("Can't have RegEx as arg to predicate over field");
  if (bound === null) return (value) => inclusive && (value === null || value === undefined);
  if (type === 'minKey' || type === 'maxKey') return (value) => value !== undefined && holds(compare(value, bound));
  if (Number.isNaN(bound)) return (value) => inclusive && Number.isNaN(value);
  const rank = rankOf(bound);
  return (value) => rankOf(value) === rank && !Number.isNaN(value) && holds(compare(value, bound, strings));
}

function size(argument: unknown): ValueTest {
  if (!isNumeric(argument) || !Number.isInteger(Number(argument))) throw badValue('$size must be a whole number');
  if (Number(argument) < 0) throw badValue('$size may not be negative');
  return (value) => Array.isArray(value) && value.length === Number(argument);
}

function modulo(argument: unknown): ValueTest {
  if (!Array.isArray(argument) || argument.length !== 2 || !argument.every(isNumeric))
    throw badValue('malformed mod, needs to be [divisor, remainder]');
  const [divisor = 0, remainder = 0] = argument.map((part) => Math.trunc(Number(part)));
  if (!Number.isFinite(divisor) || !Number.isFinite(remainder)) throw badValue('malformed mod, not a finite number');
  if (divisor === 0) throw badValue('divisor cannot be 0');
  return (value) => isNumeric(value) && Math.trunc(Number(value)) % divisor === remainder;
}

/** The mask is a number, a list of bit positions, or binary data; values are whole numbers or binary data. */
function bits(argument: unknown, holds: (value: bigint, mask: bigint) => boolean): ValueTest {
  const mask = toMask(argument);
  return (value) => {
    const number = toBits(value);
    return number !== undefined && holds(number, mask);
  };
}

function toMask(argument: unknown): bigint {
  if (Array.isArray(argument)) {
    return argument.reduce((mask: bigint, position: unknown) => {
      if (!isNumeric(position) || Number(position) < 0 || !Number.isInteger(Number(position)))
        throw badValue('bit positions must be integers >= 0');
      return mask | (1n << BigInt(position));
    }, 0n);
  }
  const mask = toBits(argument);
  if (mask === undefined || (isNumeric(argument) && mask < 0n))
    throw badValue('a bit mask must be a non-negative integer, a list of positions or binary data');
  return mask;
}

function toBits(value: unknown): bigint | undefined {
  if (value instanceof Binary)
    return bytesOf(value).reduce((sum, byte, i) => sum | (BigInt(byte) << BigInt(8 * i)), 0n);
  return isNumeric(value) && Number.isInteger(Number(value)) ? BigInt(value) : undefined;
}
