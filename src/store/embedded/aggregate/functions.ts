import { badValue } from '../errors';
import { isNullish, order, truthy } from './expression';
import { arrayFunctions } from './functions-array';
import { conversionFunctions } from './functions-convert';
import { numberFunctions } from './functions-number';

/** An operator that is a function of its operands' values; `undefined` is a missing operand. */
export type ValueFunction = (...operands: unknown[]) => unknown;

const comparison: Readonly<Record<string, ValueFunction>> = {
  $eq: (a, b) => order(a, b) === 0,
  $ne: (a, b) => order(a, b) !== 0,
  $gt: (a, b) => order(a, b) > 0,
  $gte: (a, b) => order(a, b) >= 0,
  $lt: (a, b) => order(a, b) < 0,
  $lte: (a, b) => order(a, b) <= 0,
  $cmp: (a, b) => order(a, b),
  $not: (value) => !truthy(value),
};

const strings: Readonly<Record<string, ValueFunction>> = {
  $indexOfCP: indexOfCodePoint,
  $toUpper: (text) => toText('$toUpper', text).replace(/[a-z]/g, (char) => char.toUpperCase()),
  $toLower: (text) => toText('$toLower', text).replace(/[A-Z]/g, (char) => char.toLowerCase()),
};

/** MongoDB's case operators change ASCII letters only. */
function toText(operator: string, value: unknown): string {
  if (isNullish(value)) return '';
  if (typeof value === 'string') return value;
  throw badValue(`${operator} needs a string`);
}

function indexOfCodePoint(text: unknown, part: unknown, start: unknown, end: unknown): number | null {
  if (isNullish(text)) return null;
  if (typeof text !== 'string' || typeof part !== 'string') throw badValue('$indexOfCP needs strings');
  const points = [...text].slice(0, isNullish(end) ? undefined : Number(end));
  const from = isNullish(start) ? 0 : Number(start);
  const at = points.slice(from).join('').indexOf(part);
  return at < 0 ? -1 : from + [...points.slice(from).join('').slice(0, at)].length;
}

/** Operators evaluated by this store itself, because types, comparison or missing values matter to them. */
export const functions: Readonly<Record<string, ValueFunction>> = {
  ...comparison,
  ...strings,
  ...arrayFunctions,
  ...conversionFunctions,
  ...numberFunctions,
};
