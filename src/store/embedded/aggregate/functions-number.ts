import { addition, calculate, multiplication } from '../bson/arithmetic';
import { isNumeric } from '../bson/value';
import { badValue } from '../errors';
import { isNullish, order } from './expression';
import type { ValueFunction } from './functions';

/** Arithmetic that may meet dates or int64, and the accumulators in their form for one document. */
export const numberFunctions: Readonly<Record<string, ValueFunction>> = {
  $add: add,
  $subtract: subtract,
  $multiply: (...factors) =>
    factors.some(isNullish) ? null : factors.reduce((a, b) => calculate(a, b, multiplication), 1),
  $rand: () => Math.random(),
  $sum: (...values) => sum(spread(values)),
  $avg: (...values) => average(spread(values)),
  $min: (...values) => extreme(spread(values), -1),
  $max: (...values) => extreme(spread(values), 1),
};

/** Numbers, and at most one date. */
function add(...terms: unknown[]): unknown {
  if (terms.some(isNullish)) return null;
  const dates = terms.filter((term) => term instanceof Date);
  const total = terms.filter((term) => !(term instanceof Date)).reduce((a, b) => calculate(a, b, addition), 0);
  if (dates.length > 1) throw badValue('only one date allowed in an $add expression');
  const [date] = dates;
  return date ? new Date(date.getTime() + Math.round(Number(total))) : total;
}

function subtract(a: unknown, b: unknown): unknown {
  if (isNullish(a) || isNullish(b)) return null;
  if (a instanceof Date && b instanceof Date) return BigInt(a.getTime() - b.getTime());
  if (a instanceof Date && isNumeric(b)) return new Date(a.getTime() - Math.round(Number(b)));
  return calculate(a, calculate(b, -1, multiplication), addition);
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
export function average(values: readonly unknown[]): number | null {
  const numbers = values.filter(isNumeric).map(Number);
  return numbers.length > 0 ? numbers.reduce((a, b) => a + b, 0) / numbers.length : null;
}

/** Least (-1) or greatest (1) value that is not null, null when there is none. */
export function extreme(values: readonly unknown[], direction: number): unknown {
  const present = values.filter((value) => !isNullish(value));
  return present.length > 0
    ? present.reduce((best, value) => (order(value, best) * direction > 0 ? value : best))
    : null;
}
