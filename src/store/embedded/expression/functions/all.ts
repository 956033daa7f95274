import { order, truthy } from '../evaluate';
import { arrayFunctions } from './arrays';
import { dateFunctions } from './dates';
import { numberFunctions } from './numbers';
import { stringFunctions } from './strings';
import { typeFunctions } from './types';

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

/** Every operator but those that decide themselves what to evaluate. */
export const functions: Readonly<Record<string, ValueFunction>> = {
  ...comparison,
  ...arrayFunctions,
  ...dateFunctions,
  ...numberFunctions,
  ...stringFunctions,
  ...typeFunctions,
};
