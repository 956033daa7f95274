import { ObjectId } from 'bson';
import { isNumeric, typeOf } from '../../bson/value';
import { badValue, StoreError } from '../../errors';
import { isNullish, truthy } from '../evaluate';
import type { ValueFunction } from './all';

const CONVERSION_FAILURE = 241;

/** Type operators. What MongoDB would convert and this store would not exactly, is refused. */
export const typeFunctions: Readonly<Record<string, ValueFunction>> = {
  $type: (value) => typeOf(value),
  $isNumber: (value) => isNumeric(value) || typeOf(value) === 'decimal',
  $toString: (value) => (isNullish(value) ? null : toText(value)),
  $toInt: (value) => (isNullish(value) ? null : toWhole(value, -(2 ** 31), 2 ** 31 - 1)),
  $toLong: (value) =>
    isNullish(value) ? null : BigInt(toWhole(value, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)),
  $toDouble: (value) => (isNullish(value) ? null : toNumber(value)),
  $toBool: (value) => (isNullish(value) ? null : truthy(value)),
  $toDate: (value) => (isNullish(value) ? null : toDate(value)),
  $toObjectId: (value) => (isNullish(value) ? null : toObjectId(value)),
};

function toText(value: unknown): string {
  switch (typeOf(value)) {
    case 'string':
    case 'bool':
    case 'int':
    case 'double':
    case 'long':
      return String(value);
    case 'objectId':
      return (value as ObjectId).toHexString();
    case 'date':
      return (value as Date).toISOString();
    default:
      throw failed(value, 'string');
  }
}

function toNumber(value: unknown): number {
  if (isNumeric(value) || typeof value === 'boolean') return Number(value);
  if (value instanceof Date) return value.getTime();
  if (typeof value !== 'string' || !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value))
    throw failed(value, 'a number');
  return Number(value);
}

function toWhole(value: unknown, least: number, greatest: number): number {
  if (typeof value === 'string' && !/^[+-]?\d+$/.test(value)) throw failed(value, 'a whole number');
  const number = Math.trunc(toNumber(value));
  if (!(number >= least && number <= greatest)) throw failed(value, 'a whole number of that size');
  return number;
}

function toDate(value: unknown): Date {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return value.getTimestamp();
  // As in MongoDB, a number of 32 bits is too small to be meant as a time.
  if (['long', 'double'].includes(typeOf(value))) return new Date(Math.trunc(Number(value)));
  const iso =
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(value);
  // MongoDB reads a time without a zone as UTC, JavaScript as local time.
  const date = iso ? new Date(iso[1] && !iso[4] ? `${value}Z` : String(value)) : new Date(Number.NaN);
  if (Number.isNaN(date.getTime())) throw failed(value, 'a date');
  return date;
}

function toObjectId(value: unknown): ObjectId {
  if (value instanceof ObjectId) return value;
  if (typeof value === 'string' && /^[0-9a-f]{24}$/i.test(value)) return new ObjectId(value);
  throw failed(value, 'an ObjectId');
}

function failed(value: unknown, target: string): StoreError {
  if (typeOf(value) === 'decimal') return badValue('the embedded store does not convert Decimal128');
  return new StoreError(
    CONVERSION_FAILURE,
    `Unsupported conversion from ${typeOf(value)} to ${target} in $convert with no onError value`,
  );
}
