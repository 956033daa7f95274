import { Context } from 'mingo/core';
import * as arithmetic from 'mingo/operators/expression/arithmetic';
import * as dates from 'mingo/operators/expression/date';
import * as strings from 'mingo/operators/expression/string';
import * as trigonometry from 'mingo/operators/expression/trignometry';
import { isDoc, typeOf } from '../bson/value';
import { badValue, ErrorCode, notSupported, StoreError } from '../errors';
import { evaluateIn, type Frame } from './expression';

/**
 * mingo's operators, used as plain functions: operands are evaluated by us and handed over as literals, so that
 * mingo's own idea of paths, variables, comparison and BSON types never comes into play. Only those listed here are
 * let through; the rest MongoDB has is refused.
 */
type Operator = (obj: never, expr: never, options: never) => unknown;

const library: Readonly<Record<string, unknown>> = { ...arithmetic, ...dates, ...strings, ...trigonometry };

/** Ours are better (types, dates) or the operator would not agree with MongoDB. */
const ALLOWED = new Set([
  ...[
    '$abs',
    '$ceil',
    '$divide',
    '$exp',
    '$floor',
    '$ln',
    '$log',
    '$log10',
    '$mod',
    '$pow',
    '$round',
    '$sqrt',
    '$trunc',
  ],
  ...[
    '$dateAdd',
    '$dateDiff',
    '$dateFromParts',
    '$dateFromString',
    '$dateSubtract',
    '$dateToParts',
    '$dateToString',
    '$dateTrunc',
  ],
  ...[
    '$dayOfMonth',
    '$dayOfWeek',
    '$dayOfYear',
    '$hour',
    '$isoDayOfWeek',
    '$isoWeek',
    '$isoWeekYear',
    '$millisecond',
    '$minute',
  ],
  ...[
    '$month',
    '$second',
    '$week',
    '$year',
    '$concat',
    '$indexOfBytes',
    '$ltrim',
    '$replaceAll',
    '$replaceOne',
    '$rtrim',
    '$split',
  ],
  ...[
    '$strLenBytes',
    '$strLenCP',
    '$strcasecmp',
    '$substr',
    '$substrBytes',
    '$substrCP',
    '$toLower',
    '$toUpper',
    '$trim',
  ],
  ...[
    '$acos',
    '$asin',
    '$atan',
    '$atan2',
    '$cos',
    '$cosh',
    '$degreesToRadians',
    '$radiansToDegrees',
    '$sin',
    '$sinh',
    '$tan',
    '$tanh',
  ],
]);

const options = {
  idKey: '_id',
  scriptEnabled: false,
  failOnError: true,
  context: Context.init({ expression: { $literal: (_obj: unknown, value: unknown) => value } as never }),
};

/** @throws StoreError InvalidPipelineOperator for what is unknown, CommandNotSupported for what is refused */
export function callMingo(operator: string, argument: unknown, frame: Frame): unknown {
  const implementation = library[operator] as Operator | undefined;
  if (!ALLOWED.has(operator) || !implementation) throw unknownOperator(operator);
  const call = implementation as unknown as (obj: object, expr: unknown, options: unknown) => unknown;
  try {
    return call({}, literalOperands(padded(operator, argument), frame), options);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw badValue(`${operator}: ${(error as Error).message}`);
  }
}

/** The number of decimals may be left out. */
function padded(operator: string, argument: unknown): unknown {
  if (operator !== '$round' && operator !== '$trunc') return argument;
  const list: unknown[] = Array.isArray(argument) ? argument : [argument];
  return list.length === 1 ? [...list, 0] : list;
}

function unknownOperator(operator: string): StoreError {
  if (/^\$(function|accumulator|where|meta|toHashedIndexKey|rand|regex|convert|median|percentile|zip)/.test(operator))
    return notSupported(operator);
  return new StoreError(ErrorCode.InvalidPipelineOperator, `Unrecognized expression '${operator}'`);
}

/** Keeps the shape of the argument (one, a list, or by name) and replaces each operand by its value. */
function literalOperands(argument: unknown, frame: Frame): unknown {
  if (Array.isArray(argument)) return argument.map((part: unknown) => literal(part, frame));
  const byName = isDoc(argument) && !Object.keys(argument)[0]?.startsWith('$');
  if (!byName) return literal(argument, frame);
  return Object.fromEntries(Object.entries(argument).map(([name, part]) => [name, literal(part, frame)]));
}

function literal(part: unknown, frame: Frame): { $literal: unknown } {
  return { $literal: plain(evaluateIn(part, frame)) };
}

/** mingo knows numbers, strings, booleans, dates and null. */
function plain(value: unknown): unknown {
  switch (typeOf(value)) {
    case 'long':
      return exact(value as bigint);
    case 'decimal':
      throw badValue('the embedded store does not calculate with Decimal128');
    default:
      return value;
  }
}

function exact(value: bigint): number {
  if (!Number.isSafeInteger(Number(value)))
    throw badValue('the embedded store does not calculate with int64 beyond 2^53');
  return Number(value);
}
