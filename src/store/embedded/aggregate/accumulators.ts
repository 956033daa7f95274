import { type Doc, isDoc, isNumeric } from '../bson/value';
import { badValue, StoreError } from '../errors';
import { evaluate, isNullish, order, type Scope } from './expression';
import { average, extreme, sum } from './functions-number';

/** What `$group` makes of a group: takes the values of its expression, a missing one as `undefined`. */
type Accumulator = (values: readonly unknown[]) => unknown;

const accumulators: Readonly<Record<string, Accumulator>> = {
  $sum: sum,
  $avg: average,
  $min: (values) => extreme(values, -1),
  $max: (values) => extreme(values, 1),
  $first: (values) => values[0] ?? null,
  $last: (values) => values.at(-1) ?? null,
  $push: (values) => values.filter((value) => value !== undefined),
  $addToSet: (values) =>
    values.filter((value, i) => value !== undefined && values.findIndex((other) => order(other, value) === 0) === i),
  $mergeObjects: (values) => Object.assign({}, ...values.filter((value) => !isNullish(value)).map(asDoc)),
  $count: (values) => values.length,
  $stdDevPop: (values) => deviation(values, 0),
  $stdDevSamp: (values) => deviation(values, 1),
};

function asDoc(value: unknown): Doc {
  if (!isDoc(value)) throw new StoreError(40400, '$mergeObjects requires object inputs');
  return value;
}

function deviation(values: readonly unknown[], lost: number): number | null {
  const numbers = values.filter(isNumeric).map(Number);
  if (numbers.length <= lost) return null;
  const mean = numbers.reduce((a, b) => a + b, 0) / numbers.length;
  return Math.sqrt(numbers.reduce((total, value) => total + (value - mean) ** 2, 0) / (numbers.length - lost));
}

/**
 * @param specification `{$operator: expression}`
 * @returns the value of the field for the group's documents
 */
export function accumulate(field: string, specification: unknown, docs: readonly Doc[], scope?: Scope): unknown {
  const [entry, ...more] = isDoc(specification) ? Object.entries(specification) : [];
  if (!entry || more.length > 0) throw new StoreError(40238, `The field '${field}' must specify one accumulator`);
  const [operator, expression] = entry;
  const accumulator = Object.hasOwn(accumulators, operator) ? accumulators[operator] : undefined;
  if (!accumulator) throw new StoreError(15952, `unknown group operator '${operator}'`);
  if (operator === '$count' && !(isDoc(expression) && Object.keys(expression).length === 0))
    throw badValue('$count takes no arguments, i.e. {}');
  return accumulator(docs.map((doc) => evaluate(expression, doc, scope)));
}
