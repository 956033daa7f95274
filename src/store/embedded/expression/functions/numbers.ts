import { addition, calculate, multiplication } from '../../bson/arithmetic';
import { isNumeric, typeOf } from '../../bson/value';
import { badValue, StoreError } from '../../errors';
import { isNullish, order } from '../evaluate';
import type { ValueFunction } from './all';

/** Arithmetic, and the accumulators in their form for one document. */
export const numberFunctions: Readonly<Record<string, ValueFunction>> = {
  $add: add,
  $subtract: subtract,
  $multiply: multiply,
  $divide: divide,
  $mod: modulo,
  $abs: (value) => unary('$abs', value, (x) => (typeof x === 'bigint' ? (x < 0n ? -x : x) : Math.abs(x))),
  $ceil: (value) => unary('$ceil', value, rounding(Math.ceil)),
  $floor: (value) => unary('$floor', value, rounding(Math.floor)),
  $round: (value, place = 0) => unary('$round', value, (x) => toPlace(x, place, halfToEven)),
  $trunc: (value, place = 0) => unary('$trunc', value, (x) => toPlace(x, place, Math.trunc)),
  $exp: (value) => unary('$exp', value, (x) => Math.exp(Number(x))),
  $sqrt: (value) => unary('$sqrt', value, (x) => Math.sqrt(above('$sqrt', x, 0, 28714))),
  $ln: (value) => unary('$ln', value, (x) => Math.log(above('$ln', x, Number.MIN_VALUE, 28766))),
  $log10: (value) => unary('$log10', value, (x) => Math.log10(above('$log10', x, Number.MIN_VALUE, 28761))),
  $log: (value, base) =>
    binary(
      '$log',
      value,
      base,
      (x, y) =>
        Math.log(above('$log', x, Number.MIN_VALUE, 28758)) / Math.log(above('$log', y, Number.MIN_VALUE, 28759)),
    ),
  $pow: (value, exponent) => binary('$pow', value, exponent, power),
  $rand: () => Math.random(),
  $sum: (...values) => sum(spread(values)),
  $avg: (...values) => average(spread(values)),
  $min: (...values) => extreme(spread(values), -1),
  $max: (...values) => extreme(spread(values), 1),
};

/** Operands are looked at in turn: null ends it, what cannot be added is refused. At most one may be a date. */
function add(...terms: unknown[]): unknown {
  let total: number | bigint = 0;
  let date: Date | undefined;
  for (const term of terms) {
    if (isNullish(term)) return null;
    if (!(term instanceof Date)) total = calculate(total, term, addition);
    else if (date) throw badValue('only one date allowed in an $add expression');
    else date = term;
  }
  return date ? new Date(date.getTime() + Math.round(Number(total))) : total;
}

function subtract(a: unknown, b: unknown): unknown {
  if (isNullish(a) || isNullish(b)) return null;
  if (a instanceof Date && b instanceof Date) return BigInt(a.getTime() - b.getTime());
  if (a instanceof Date && isNumeric(b)) return new Date(a.getTime() - Math.round(Number(b)));
  return calculate(a, calculate(b, -1, multiplication), addition);
}

function multiply(...factors: unknown[]): number | bigint | null {
  let product: number | bigint = 1;
  for (const factor of factors) {
    if (isNullish(factor)) return null;
    product = calculate(product, factor, multiplication);
  }
  return product;
}

function divide(a: unknown, b: unknown): number | null {
  return binary('$divide', a, b, (x, y) => {
    if (Number(y) === 0) throw badValue("can't $divide by zero");
    return Number(x) / Number(y);
  }) as number | null;
}

function modulo(a: unknown, b: unknown): number | bigint | null {
  return binary('$mod', a, b, (x, y) => {
    if (Number(y) === 0) throw new StoreError(16610, "can't $mod by zero");
    return calculate(x, y, { exact: (p, q) => p % q, double: (p, q) => p % q });
  });
}

type Unary = (value: number | bigint) => number | bigint;

/** Null gives null. @throws StoreError for what is no number */
function unary(operator: string, value: unknown, calculation: Unary): number | bigint | null {
  return isNullish(value) ? null : calculation(numeric(operator, value));
}

function binary(
  operator: string,
  a: unknown,
  b: unknown,
  calculation: (a: number | bigint, b: number | bigint) => number | bigint,
): number | bigint | null {
  return isNullish(a) || isNullish(b) ? null : calculation(numeric(operator, a), numeric(operator, b));
}

function numeric(operator: string, value: unknown): number | bigint {
  if (isNumeric(value)) return value;
  throw new StoreError(28765, `${operator} only supports numeric types, not ${typeOf(value)}`);
}

function above(operator: string, value: number | bigint, least: number, code: number): number {
  if (Number(value) < least) throw new StoreError(code, `${operator}'s argument is too small: ${value}`);
  return Number(value);
}

function rounding(round: (value: number) => number): Unary {
  return (value) => (typeof value === 'bigint' ? value : round(value));
}

/** The exact halves go to the even neighbour, as in MongoDB. */
function halfToEven(value: number): number {
  const down = Math.floor(value);
  if (value - down !== 0.5) return Math.round(value);
  return down % 2 === 0 ? down : down + 1;
}

/** @param place decimals to keep; negative ones are before the point */
function toPlace(value: number | bigint, place: unknown, round: (value: number) => number): number | bigint {
  if (!isNumeric(place) || !Number.isInteger(Number(place)) || Math.abs(Number(place)) > 20)
    throw new StoreError(51082, 'the precision must be an integer between -20 and 100');
  if (typeof value === 'bigint' && Number(place) >= 0) return value;
  if (!Number.isFinite(Number(value))) return value;
  // Shifting by way of the decimal notation loses no digit.
  return shifted(round(shifted(Number(value), Number(place))), -Number(place));
}

function shifted(value: number, places: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

function power(base: number | bigint, exponent: number | bigint): number | bigint {
  if (Number(base) === 0 && Number(exponent) < 0)
    throw new StoreError(28764, '$pow cannot take a base of 0 and a negative exponent');
  const exact = (a: bigint, b: bigint): bigint => a ** b;
  return Number(exponent) >= 0
    ? calculate(base, exponent, { exact, double: Math.pow })
    : Number(base) ** Number(exponent);
}

/** With one operand that is an array, its elements are meant. */
function spread(values: readonly unknown[]): readonly unknown[] {
  return values.length === 1 && Array.isArray(values[0]) ? values[0] : values;
}

/** Sum of the numbers; all else counts as nothing. */
export function sum(values: readonly unknown[]): number | bigint {
  return values.filter(isNumeric).reduce((a, b) => calculate(a, b, addition), 0 as number | bigint);
}

/** Mean of the numbers, null when there is none. */
function average(values: readonly unknown[]): number | null {
  const numbers = values.filter(isNumeric).map(Number);
  return numbers.length > 0 ? numbers.reduce((a, b) => a + b, 0) / numbers.length : null;
}

/** Least (-1) or greatest (1) value that is not null, null when there is none. */
function extreme(values: readonly unknown[], direction: number): unknown {
  const present = values.filter((value) => !isNullish(value));
  return present.length > 0
    ? present.reduce((best, value) => (order(value, best) * direction > 0 ? value : best))
    : null;
}
