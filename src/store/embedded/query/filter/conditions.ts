import { BSONRegExp } from 'bson';
import { equal } from '../../bson/order';
import { type Doc, isDoc, isNumberOrText } from '../../bson/value';
import { badValue, notSupported } from '../../errors';
import { truthy } from '../../expression/evaluate';
import { compileFilter, type FilterContext } from './compile';
import { operators, type ValueTest } from './operators';
import { regexFrom, toRegExp } from './regex';

/**
 * Asks whether any value of a field passes a test. With `expand` an array is tried element by element and then whole,
 * without it only whole. What the values are is up to who asks: those a path leads to, or one element of an array.
 */
export type Probe = (expand: boolean, test: ValueTest) => boolean;

/** What is demanded of a field. */
type Condition = (probe: Probe) => boolean;

/** `{field: condition}`: a document of operators, a regular expression, or a value to be equal to. */
export function compileCondition(condition: unknown, context: FilterContext): Condition {
  return isOperatorDoc(condition) ? compileOperators(condition, context) : anyValue(valueTest(condition, context));
}

/** Whether an object is read as operators: its first key says so, as in MongoDB. `{$ref, $id}` is a value. */
export function isOperatorDoc(condition: unknown): condition is Doc {
  const first = isDoc(condition) ? (Object.keys(condition)[0] ?? '') : '';
  return first.startsWith('$') && !['$ref', '$id', '$db'].includes(first);
}

function compileOperators(condition: Doc, context: FilterContext): Condition {
  const parts = Object.keys(condition).map((name) => compileOperator(name, condition, context));
  return (probe) => parts.every((part) => part(probe));
}

type Compile = (argument: unknown, context: FilterContext, condition: Doc) => Condition;

/** Operators on a field; those that test one value at a time stand in a table of their own. */
export const conditions: Readonly<Record<string, Compile>> = {
  $not: (argument, context) => negate(compileNot(argument, context)),
  $ne: (argument, context) => {
    if (argument instanceof BSONRegExp) throw badValue("Can't have regex as arg to $ne.");
    return negate(anyValue(operators.$eq(argument, context)));
  },
  $nin: (argument, context) => negate(anyValue(inTest(argument, context))),
  $in: (argument, context) => anyValue(inTest(argument, context)),
  $all: compileAll,
  $elemMatch: (argument, context) => wholeValue(elemMatchTest(argument, context)),
  $exists: (argument) => (truthy(argument) ? wholeValue(isThere) : negate(wholeValue(isThere))),
  $size: (argument) => wholeValue(operators.$size(argument)),
  $regex: (argument, _, { $options }) => anyValue(regexTest(regexFrom(argument, $options))),
  $options: (_argument, _context, condition) => {
    if (!('$regex' in condition)) throw badValue('$options needs a $regex');
    return () => true;
  },
};

/** MongoDB's that this store has not. */
export const REFUSED_CONDITIONS: ReadonlySet<string> = new Set(
  '$geoIntersects $geoWithin $maxDistance $minDistance $near $nearSphere $within'.split(' '),
);

function compileOperator(name: string, condition: Doc, context: FilterContext): Condition {
  const compile = Object.hasOwn(conditions, name) ? conditions[name] : undefined;
  return compile
    ? compile(condition[name], context, condition)
    : anyValue(simpleOperator(name, condition[name], context));
}

function isThere(value: unknown): boolean {
  return value !== undefined;
}

function simpleOperator(name: string, argument: unknown, context: FilterContext): ValueTest {
  const make = Object.hasOwn(operators, name) ? operators[name as keyof typeof operators] : undefined;
  if (make) return make(argument, context);
  if (REFUSED_CONDITIONS.has(name)) throw notSupported(name);
  throw badValue(`unknown operator: ${name}`);
}

function compileNot(argument: unknown, context: FilterContext): Condition {
  if (argument instanceof BSONRegExp) return anyValue(regexTest(argument));
  if (!isOperatorDoc(argument)) throw badValue('$not needs a regex or a document');
  return compileOperators(argument, context);
}

/** The test of a bare value: regular expressions match, all else is equality. */
function valueTest(value: unknown, context: FilterContext): ValueTest {
  return value instanceof BSONRegExp ? regexTest(value) : operators.$eq(value, context);
}

/** A regular expression matches strings, and its own equal. */
function regexTest(regex: BSONRegExp): ValueTest {
  const pattern = toRegExp(regex);
  return (value) =>
    typeof value === 'string' ? pattern.test(value) : value instanceof BSONRegExp && equal(value, regex);
}

function inTest(list: unknown, context: FilterContext): ValueTest {
  if (!Array.isArray(list)) throw badValue('$in needs an array');
  if (list.some(isOperatorDoc)) throw badValue('cannot nest $ under $in');
  const tests = list.map((value: unknown) => valueTest(value, context));
  const holds: ValueTest = (value) => tests.some((test) => test(value));
  return context.strings ? holds : lookedUp(list, holds, context);
}

/** Plain numbers and texts are looked up: lists of hundreds are asked for on arrays of hundreds. */
function lookedUp(list: readonly unknown[], holds: ValueTest, context: FilterContext): ValueTest {
  const plain = new Set(list.filter(isNumberOrText));
  const others = list.filter((value) => !isNumberOrText(value)).map((value) => valueTest(value, context));
  return (value) => (isNumberOrText(value) ? plain.has(value) || others.some((test) => test(value)) : holds(value));
}

function compileAll(list: unknown, context: FilterContext): Condition {
  if (!Array.isArray(list)) throw badValue('$all needs an array');
  const parts = list.map((value: unknown) => {
    if (!isOperatorDoc(value)) return anyValue(valueTest(value, context));
    if (Object.keys(value)[0] !== '$elemMatch') throw badValue('no $ expressions in $all');
    return wholeValue(elemMatchTest(value.$elemMatch, context));
  });
  return parts.length === 0 ? () => false : (probe) => parts.every((part) => part(probe));
}

/** Operators apply to the elements themselves, a plain filter to elements that are documents. */
function elemMatchTest(argument: unknown, context: FilterContext): ValueTest {
  if (!isDoc(argument)) throw badValue('$elemMatch needs an Object');
  const operatorsOnElements = isOperatorDoc(argument) && !isLogical(argument);
  const test = operatorsOnElements ? elementTest(argument, context) : documentTest(argument, context);
  return (value) => Array.isArray(value) && value.some(test);
}

function isLogical(condition: Doc): boolean {
  return ['$and', '$or', '$nor', '$where', '$expr'].includes(Object.keys(condition)[0] ?? '');
}

/** `$pull`'s condition on an element: operators, a filter on its fields, or a value to be equal to. */
export function elementCondition(condition: unknown, context: FilterContext): ValueTest {
  if (isOperatorDoc(condition)) return elementTest(condition, context);
  return isDoc(condition) ? documentTest(condition, context) : valueTest(condition, context);
}

/** An element is one value, whole even when it is an array itself. */
function elementTest(condition: Doc, context: FilterContext): ValueTest {
  const holds = compileOperators(condition, context);
  return (element) => holds((_expand, test) => test(element));
}

/** An array in the array counts as a document whose fields are its indexes. */
function documentTest(filter: Doc, context: FilterContext): ValueTest {
  const matches = compileFilter(filter, context);
  return (element) =>
    (isDoc(element) && matches(element)) || (Array.isArray(element) && matches({ ...element } as Doc));
}

function anyValue(test: ValueTest): Condition {
  return (probe) => probe(true, test);
}

function wholeValue(test: ValueTest): Condition {
  return (probe) => probe(false, test);
}

function negate(condition: Condition): Condition {
  return (probe) => !condition(probe);
}
