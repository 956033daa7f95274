import { Timestamp } from 'bson';
import { addition, calculate, multiplication } from '../bson/arithmetic';
import { compare, equal } from '../bson/order';
import { clone, isDoc, isNumeric } from '../bson/value';
import { badValue, ErrorCode, StoreError } from '../errors';
import type { FilterContext } from '../query/filter/compile';
import { elementCondition } from '../query/filter/conditions';
import { pushed } from './push';

/**
 * What becomes of a field: takes its value (`undefined` when missing) and gives the new one, or `undefined` to leave
 * it as it is.
 */
export type Change = (old: unknown) => unknown;

/** Update operators that look at one field at a time. Each takes its argument and gives the change. */
export const fieldOperators: Readonly<Record<string, (argument: unknown, context: FilterContext) => Change>> = {
  $set: (argument) => () => clone(argument),
  $setOnInsert: (argument) => () => clone(argument),
  $inc: (argument) => increment(argument),
  $mul: (argument) => multiply(argument),
  $min: (argument) => (old) => (old === undefined || compare(argument, old) < 0 ? argument : undefined),
  $max: (argument) => (old) => (old === undefined || compare(argument, old) > 0 ? argument : undefined),
  $currentDate: currentDate,
  $push: (argument) => (old) => pushed(arrayFor('$push', old) ?? [], argument),
  $addToSet: addToSet,
  $pop: pop,
  $pull: (argument, context) => pull(elementCondition(argument, context)),
  $pullAll: pullAll,
  $bit: bit,
};

function increment(argument: unknown): Change {
  if (!isNumeric(argument)) throw typeMismatch('Cannot increment with non-numeric argument');
  return (old) => calculate(numeric('$inc', missing(old, 0)), argument, addition);
}

function multiply(argument: unknown): Change {
  if (!isNumeric(argument)) throw typeMismatch('Cannot multiply with non-numeric argument');
  return (old) => calculate(numeric('$mul', missing(old, 0)), argument, multiplication);
}

/** A missing field starts at `start`; null is a value of the wrong type. */
function missing(old: unknown, start: number): unknown {
  return old === undefined ? start : old;
}

function numeric(operator: string, value: unknown): unknown {
  if (!isNumeric(value)) throw typeMismatch(`Cannot apply ${operator} to a value of non-numeric type`);
  return value;
}

function currentDate(argument: unknown): Change {
  const type = isDoc(argument) ? argument.$type : 'date';
  if (typeof argument !== 'boolean' && type !== 'date' && type !== 'timestamp')
    throw badValue('$currentDate needs true or {$type: "date" | "timestamp"}');
  return () => (type === 'timestamp' ? new Timestamp({ t: Math.floor(Date.now() / 1000), i: 1 }) : new Date());
}

function addToSet(argument: unknown): Change {
  const added = eachOf('$addToSet', argument);
  return (old) => {
    const array = arrayFor('$addToSet', old) ?? [];
    const fresh = added.filter((value, i) => !holds(array, value) && !holds(added.slice(0, i), value));
    return fresh.length > 0 || old === undefined ? [...array, ...fresh] : undefined;
  };
}

function eachOf(operator: string, argument: unknown): unknown[] {
  if (!isDoc(argument) || !('$each' in argument)) return [argument];
  const each = argument.$each;
  if (!Array.isArray(each)) throw typeMismatch(`The argument to $each in ${operator} must be an array`);
  if (Object.keys(argument).length > 1) throw badValue(`Found unexpected fields after $each in ${operator}`);
  return each;
}

function pop(argument: unknown): Change {
  if (!isNumeric(argument) || ![1, -1].includes(Number(argument)))
    throw new StoreError(ErrorCode.FailedToParse, '$pop expects 1 or -1');
  return (old) => {
    const array = arrayFor('$pop', old, ErrorCode.TypeMismatch);
    if (!array || array.length === 0) return undefined;
    return Number(argument) > 0 ? array.slice(0, -1) : array.slice(1);
  };
}

function pull(matches: (element: unknown) => boolean): Change {
  return (old) => {
    const array = arrayFor('$pull', old);
    const kept = array?.filter((element) => !matches(element));
    return kept?.length === array?.length ? undefined : kept;
  };
}

function pullAll(argument: unknown): Change {
  if (!Array.isArray(argument)) throw badValue('$pullAll requires an array argument');
  return pull((element) => holds(argument, element));
}

function bit(argument: unknown): Change {
  const steps = isDoc(argument) ? Object.entries(argument) : [];
  if (steps.length === 0) throw badValue('$bit needs a document like {and|or|xor: number}');
  return (old) =>
    steps.reduce((value, [name, operand]) => bitStep(name, integer(missing(value, 0)), integer(operand)), old);
}

function bitStep(name: string, a: number | bigint, b: number | bigint): number | bigint {
  const wide = typeof a === 'bigint' || typeof b === 'bigint';
  const [x, y] = [BigInt(a), BigInt(b)];
  const results: Readonly<Record<string, bigint>> = { and: x & y, or: x | y, xor: x ^ y };
  const result = results[name];
  if (result === undefined) throw badValue(`The $bit operator does not know '${name}'`);
  return wide ? result : Number(result);
}

function integer(value: unknown): number | bigint {
  if (!isNumeric(value) || !Number.isInteger(Number(value))) throw badValue('$bit works on whole numbers only');
  return value;
}

/** @throws StoreError when the field is there but is no array; MongoDB refuses this too */
function arrayFor(operator: string, old: unknown, code: number = ErrorCode.BadValue): unknown[] | undefined {
  if (old === undefined || Array.isArray(old)) return old;
  throw new StoreError(code, `The field must be an array to apply ${operator}`);
}

function holds(array: readonly unknown[], value: unknown): boolean {
  return array.some((element) => equal(element, value));
}

function typeMismatch(message: string): StoreError {
  return new StoreError(ErrorCode.TypeMismatch, message);
}
