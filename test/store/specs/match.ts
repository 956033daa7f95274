import { isDeepStrictEqual } from 'node:util';
import { EJSON, Long } from 'bson';
import type { Document } from 'mongodb';

/** Named things of a test: clients, databases, collections, saved results. */
export type Entities = Map<string, unknown>;

/**
 * Compares as the unified test format prescribes.
 * @returns why it does not match, or undefined
 */
export function mismatch(
  expected: unknown,
  actual: unknown,
  entities: Entities,
  isRoot = true,
  path = '',
): string | undefined {
  const special = isDocument(expected) ? Object.keys(expected).find((key) => key.startsWith('$$')) : undefined;
  if (special) return specialMismatch(special, expected as Document, actual, entities, isRoot, path);
  if (Array.isArray(expected)) return arrayMismatch(expected, actual, entities, path);
  if (isDocument(expected)) return documentMismatch(expected, actual, entities, isRoot, path);
  return same(expected, actual) ? undefined : differs(expected, actual, path);
}

function documentMismatch(
  expected: Document,
  actual: unknown,
  entities: Entities,
  isRoot: boolean,
  path: string,
): string | undefined {
  if (!isDocument(actual)) return differs(expected, actual, path);
  for (const [key, value] of Object.entries(expected)) {
    const reason = mismatch(value, actual[key], entities, false, `${path}.${key}`);
    if (reason) return reason;
  }
  // Only at the top may there be more than was expected.
  const extra = isRoot ? undefined : Object.keys(actual).find((key) => !(key in expected) && actual[key] !== undefined);
  return extra ? `${path} has an unexpected ${extra}` : undefined;
}

function arrayMismatch(
  expected: readonly unknown[],
  actual: unknown,
  entities: Entities,
  path: string,
): string | undefined {
  if (!Array.isArray(actual) || actual.length !== expected.length) return differs(expected, actual, path);
  // Documents of a result's array are roots again, those of any other are not.
  const reasons = expected.map((value, i) => mismatch(value, actual[i], entities, path === '', `${path}[${i}]`));
  return reasons.find((reason) => reason !== undefined);
}

function specialMismatch(
  operator: string,
  expected: Document,
  actual: unknown,
  entities: Entities,
  isRoot: boolean,
  path: string,
): string | undefined {
  const argument = expected[operator] as unknown;
  switch (operator) {
    case '$$exists':
      return (actual !== undefined) === argument ? undefined : `${path} exists: ${actual !== undefined}`;
    case '$$unsetOrMatches':
      return actual === undefined || actual === null ? undefined : mismatch(argument, actual, entities, isRoot, path);
    case '$$type':
      return [argument].flat().some((type) => hasType(String(type), actual))
        ? undefined
        : `${path} is no ${String(argument)}`;
    case '$$matchesEntity':
      return mismatch(entities.get(String(argument)), actual, entities, isRoot, path);
    case '$$sessionLsid':
      return mismatch(
        (entities.get(String(argument)) as { id?: unknown } | undefined)?.id,
        actual,
        entities,
        false,
        path,
      );
    case '$$matchesHexBytes':
      return Buffer.isBuffer(actual) && actual.toString('hex') === argument
        ? undefined
        : differs(expected, actual, path);
    case '$$matchAsRoot':
      return mismatch(argument, actual, entities, true, path);
    case '$$matchAsDocument':
      return mismatch(argument, EJSON.parse(String(actual)), entities, isRoot, path);
    case '$$lte':
      return Number(actual) <= Number(argument) ? undefined : differs(expected, actual, path);
    default:
      // `$$id`, `$$name` and the like are values of their own.
      return same(expected, actual) ? undefined : differs(expected, actual, path);
  }
}

const NUMBERS = ['int', 'long', 'double', 'number'];

function hasType(type: string, value: unknown): boolean {
  switch (type) {
    case 'object':
      return isDocument(value);
    case 'array':
      return Array.isArray(value);
    case 'null':
      return value === null;
    case 'bool':
      return typeof value === 'boolean';
    case 'date':
      return value instanceof Date;
    case 'string':
      return typeof value === 'string';
    default:
      if (NUMBERS.includes(type)) return ['number', 'bigint'].includes(typeof value) || value instanceof Long;
      return isBson(value) && value._bsontype.toLowerCase() === (type === 'binData' ? 'binary' : type.toLowerCase());
  }
}

function isBson(value: unknown): value is { _bsontype: string } {
  return typeof value === 'object' && value !== null && '_bsontype' in value;
}

function isDocument(value: unknown): value is Document {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !('_bsontype' in value) &&
    !(value instanceof Date) &&
    !(value instanceof RegExp)
  );
}

/** Numbers are equal whatever their BSON type. */
function same(expected: unknown, actual: unknown): boolean {
  return isDeepStrictEqual(plain(expected), plain(actual));
}

function plain(value: unknown): unknown {
  return value === undefined ? undefined : EJSON.serialize({ value }, { relaxed: true }).value;
}

function differs(expected: unknown, actual: unknown, path: string): string {
  return `${path || 'result'}: expected ${EJSON.stringify({ expected })}, got ${EJSON.stringify({ actual })}`;
}
