import { type Doc, isDoc, own } from '../bson/value';
import { badValue, ErrorCode, StoreError } from '../errors';
import { arrayOf, evaluateIn, type Frame, isNullish, truthy } from './evaluate';

type Form = (argument: unknown, frame: Frame) => unknown;

/** Operators that are not functions of their operands' values: they choose what to evaluate, or bind variables. */
export const specialForms: Readonly<Record<string, Form>> = {
  $literal: (argument) => argument,
  $expr: evaluateIn,
  $and: (argument, frame) => parts(argument).every((part) => truthy(evaluateIn(part, frame))),
  $or: (argument, frame) => parts(argument).some((part) => truthy(evaluateIn(part, frame))),
  $cond: conditional,
  $switch: choose,
  $ifNull: ifNull,
  $let: bind,
  $map: map,
  $filter: filter,
  $reduce: reduce,
  $getField: getField,
  $setField: (argument, frame) => setField(named('$setField', argument, ['field', 'input', 'value']), frame),
  $unsetField: (argument, frame) =>
    setField({ ...named('$unsetField', argument, ['field', 'input']), value: '$$REMOVE' }, frame),
};

function parts(argument: unknown): unknown[] {
  return Array.isArray(argument) ? argument : [argument];
}

/** Checks the names of an operator's arguments. */
function named(operator: string, argument: unknown, names: readonly string[], optional: readonly string[] = []): Doc {
  if (!isDoc(argument))
    throw new StoreError(ErrorCode.FailedToParse, `${operator} only supports an object as its argument`);
  const missing = names.find((name) => !Object.hasOwn(argument, name));
  if (missing) throw new StoreError(ErrorCode.FailedToParse, `Missing '${missing}' parameter to ${operator}`);
  const unknown = Object.keys(argument).find((name) => !names.includes(name) && !optional.includes(name));
  if (unknown) throw new StoreError(ErrorCode.FailedToParse, `Unrecognized parameter to ${operator}: ${unknown}`);
  return argument;
}

function conditional(argument: unknown, frame: Frame): unknown {
  const [test, yes, no] = Array.isArray(argument)
    ? argument
    : fromNames(named('$cond', argument, ['if', 'then', 'else']));
  if (Array.isArray(argument) && argument.length !== 3)
    throw new StoreError(16020, 'Expression $cond takes exactly 3 arguments');
  return evaluateIn(truthy(evaluateIn(test, frame)) ? yes : no, frame);
}

function fromNames(argument: Doc): unknown[] {
  return [argument.if, argument.then, argument.else];
}

function choose(argument: unknown, frame: Frame): unknown {
  const { branches, default: otherwise } = named('$switch', argument, ['branches'], ['default']);
  for (const branch of arrayOf('$switch', branches)) {
    const { case: test, then } = named('$switch', branch, ['case', 'then']);
    if (truthy(evaluateIn(test, frame))) return evaluateIn(then, frame);
  }
  if (otherwise === undefined)
    throw new StoreError(40066, '$switch could not find a matching branch for an input, and no default was specified');
  return evaluateIn(otherwise, frame);
}

function ifNull(argument: unknown, frame: Frame): unknown {
  const list = parts(argument);
  if (list.length < 2) throw new StoreError(1257300, '$ifNull needs at least two arguments');
  for (const part of list.slice(0, -1)) {
    const value = evaluateIn(part, frame);
    if (!isNullish(value)) return value;
  }
  return evaluateIn(list.at(-1), frame);
}

function withVariables(frame: Frame, bound: Iterable<readonly [string, unknown]>): Frame {
  return { ...frame, variables: new Map([...frame.variables, ...bound]) };
}

function bind(argument: unknown, frame: Frame): unknown {
  const { vars, in: body } = named('$let', argument, ['vars', 'in']);
  if (!isDoc(vars)) throw badValue('$let needs an object of variables');
  const bound = Object.entries(vars).map(([name, part]) => [name, evaluateIn(part, frame)] as const);
  return evaluateIn(body, withVariables(frame, bound));
}

function map(argument: unknown, frame: Frame): unknown {
  const { input, as, in: body } = named('$map', argument, ['input', 'in'], ['as']);
  const values = evaluateIn(input, frame);
  if (isNullish(values)) return null;
  return arrayOf('$map', values).map(
    (value) => evaluateIn(body, withVariables(frame, [[String(as ?? 'this'), value]])) ?? null,
  );
}

function filter(argument: unknown, frame: Frame): unknown {
  const { input, as, cond, limit } = named('$filter', argument, ['input', 'cond'], ['as', 'limit']);
  const values = evaluateIn(input, frame);
  if (isNullish(values)) return null;
  const kept = arrayOf('$filter', values).filter((value) =>
    truthy(evaluateIn(cond, withVariables(frame, [[String(as ?? 'this'), value]]))),
  );
  const count = evaluateIn(limit, frame);
  return isNullish(count) ? kept : kept.slice(0, Number(count));
}

function reduce(argument: unknown, frame: Frame): unknown {
  const { input, initialValue, in: body } = named('$reduce', argument, ['input', 'initialValue', 'in']);
  const values = evaluateIn(input, frame);
  if (isNullish(values)) return null;
  const start = evaluateIn(initialValue, frame);
  return arrayOf('$reduce', values).reduce(
    (value, element) =>
      evaluateIn(
        body,
        withVariables(frame, [
          ['value', value],
          ['this', element],
        ]),
      ),
    start,
  );
}

function getField(argument: unknown, frame: Frame): unknown {
  const long = isDoc(argument) && Object.hasOwn(argument, 'field');
  const { field, input } = long
    ? named('$getField', argument, ['field'], ['input'])
    : { field: argument, input: '$$CURRENT' };
  const name = evaluateIn(field, frame);
  const value = evaluateIn(input === undefined ? '$$CURRENT' : input, frame);
  if (typeof name !== 'string') throw new StoreError(5654602, '$getField requires field to evaluate to a string');
  if (value === null) return null;
  return isDoc(value) ? own(value, name) : undefined;
}

function setField({ field, input, value }: Doc, frame: Frame): unknown {
  const name = evaluateIn(field, frame);
  const target = evaluateIn(input, frame);
  if (typeof name !== 'string') throw new StoreError(4161107, '$setField requires field to be a string');
  if (isNullish(target)) return null;
  if (!isDoc(target)) throw new StoreError(4161105, '$setField requires input to be a document');
  const wanted = evaluateIn(value, frame);
  const { [name]: _, ...others } = target;
  if (wanted === undefined) return others;
  return { ...target, [name]: wanted };
}
