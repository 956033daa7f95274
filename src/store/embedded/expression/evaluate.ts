import { compare } from '../bson/order';
import { type Doc, isDoc, own, typeOf } from '../bson/value';
import { ErrorCode, notSupported, StoreError } from '../errors';
import { checkArity } from './arity';
import { specialForms } from './forms';
import { functions } from './functions/all';
import { REFUSED_EXPRESSIONS } from './refused';

/** Variables an expression sees: those of `let`, and those its own operators bind. */
export type Scope = ReadonlyMap<string, unknown>;

/** Where an expression is evaluated. */
export interface Frame {
  readonly root: unknown;
  readonly variables: Scope;
}

const NO_VARIABLES: Scope = new Map();

/**
 * Evaluates an aggregation expression.
 * @returns the value; `undefined` when it is missing
 * @throws StoreError for unknown operators and for operands MongoDB refuses
 */
export function evaluate(expression: unknown, root: unknown, variables: Scope = NO_VARIABLES): unknown {
  return evaluateIn(expression, { root, variables });
}

/** As `evaluate`, within the variables an outer operator has bound. */
export function evaluateIn(expression: unknown, frame: Frame): unknown {
  if (typeof expression === 'string') return expression.startsWith('$') ? resolve(expression, frame) : expression;
  if (Array.isArray(expression)) return expression.map((part: unknown) => evaluateIn(part, frame) ?? null);
  return isDoc(expression) ? evaluateDoc(expression, frame) : expression;
}

function evaluateDoc(expression: Doc, frame: Frame): unknown {
  const names = Object.keys(expression);
  const [operator = ''] = names;
  if (!operator.startsWith('$')) return evaluateFields(expression, frame);
  if (names.length > 1) throw new StoreError(15983, 'an object representing an expression must have exactly one field');
  return apply(operator, expression[operator], frame);
}

function evaluateFields(expression: Doc, frame: Frame): Doc {
  const result: Doc = {};
  for (const [name, part] of Object.entries(expression)) {
    if (name.startsWith('$')) throw new StoreError(16410, `FieldPath field names may not start with '$': ${name}`);
    const value = evaluateIn(part, frame);
    if (value !== undefined) result[name] = value;
  }
  return result;
}

/** Operators that decide what to evaluate come first, then those that are functions of values. */
function apply(operator: string, argument: unknown, frame: Frame): unknown {
  const form = Object.hasOwn(specialForms, operator) ? specialForms[operator] : undefined;
  if (form) return form(argument, frame);
  const call = Object.hasOwn(functions, operator) ? functions[operator] : undefined;
  if (!call) throw unknownOperator(operator);
  const values = operands(argument, frame);
  checkArity(operator, values.length);
  return call(...values);
}

function unknownOperator(operator: string): StoreError {
  if (REFUSED_EXPRESSIONS.has(operator)) return notSupported(operator);
  return new StoreError(ErrorCode.InvalidPipelineOperator, `Unrecognized expression '${operator}'`);
}

/** A list of operands, or the only one; an empty document stands for none. */
function operands(argument: unknown, frame: Frame): unknown[] {
  if (isDoc(argument) && Object.keys(argument).length === 0) return [];
  return Array.isArray(argument)
    ? argument.map((part: unknown) => evaluateIn(part, frame))
    : [evaluateIn(argument, frame)];
}

/** `$field.path` or `$$variable.path`. */
function resolve(reference: string, frame: Frame): unknown {
  if (!reference.startsWith('$$')) return followPath(frame.root, pathOf(reference.slice(1)));
  const [name = '', ...path] = pathOf(reference.slice(2));
  return followPath(variable(name, frame), path);
}

function pathOf(path: string): string[] {
  const steps = path.split('.');
  if (steps.includes('')) throw new StoreError(ErrorCode.FailedToParse, `the field path '${path}' has an empty part`);
  return steps;
}

function variable(name: string, { root, variables }: Frame): unknown {
  if (name === 'ROOT' || name === 'CURRENT') return variables.has(name) ? variables.get(name) : root;
  if (name === 'REMOVE') return undefined;
  if (name === 'NOW' && !variables.has('NOW')) return new Date();
  if (!variables.has(name)) throw new StoreError(17276, `Use of undefined variable: ${name}`);
  return variables.get(name);
}

/** Arrays on the way are gone through one level deep; what their documents lack is left out. */
export function followPath(value: unknown, path: readonly string[]): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (isDoc(value)) return followPath(own(value, step), rest);
  if (!Array.isArray(value)) return undefined;
  return value
    .filter(isDoc)
    .map((element) => followPath(element, path))
    .filter((found) => found !== undefined);
}

/** What counts as true: all but false, null, missing and zero. */
export function truthy(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== 0 && value !== 0n;
}

/** Null and missing, which most operators answer with null. */
export function isNullish(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** Compares as expressions do: missing is less than null. */
export function order(a: unknown, b: unknown): number {
  return Math.sign(compare(a, b));
}

/** @throws StoreError with `code` when a value is no array */
export function arrayOf(operator: string, value: unknown, code: number = ErrorCode.BadValue): unknown[] {
  if (Array.isArray(value)) return value;
  throw new StoreError(code, `${operator} needs an array, but got a value of type ${typeOf(value)}`);
}
