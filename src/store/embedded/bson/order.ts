import type { Binary, BSONRegExp, Code, ObjectId, Timestamp } from 'bson';
import { badValue } from '../errors';
import { type BsonType, type Doc, typeOf } from './value';

/** Compares strings; the default is MongoDB's (by code point), a collation brings another. */
export type StringOrder = (a: string, b: string) => number;

/** MongoDB's order across types. Types of one rank compare by value. */
const RANK: Readonly<Record<BsonType, number>> = {
  minKey: -1,
  missing: 0,
  null: 5,
  int: 10,
  double: 10,
  long: 10,
  decimal: 10,
  string: 15,
  object: 20,
  array: 25,
  binData: 30,
  objectId: 35,
  bool: 40,
  date: 45,
  timestamp: 47,
  regex: 50,
  javascript: 60,
  maxKey: 127,
};

/** Rank of a value's type; values of different rank are never equal and a range of one never holds the other. */
export function rankOf(value: unknown): number {
  return RANK[typeOf(value)];
}

/**
 * MongoDB's total order over BSON values, missing first.
 * @throws StoreError for Decimal128, whose exact comparison with doubles this store does not do
 */
export function compare(a: unknown, b: unknown, strings: StringOrder = byCodePoint): number {
  const rank = rankOf(a);
  const byRank = rank - rankOf(b);
  if (byRank !== 0) return byRank;
  switch (rank) {
    case RANK.int:
      return compareNumbers(a, b);
    case RANK.string:
      return strings(a as string, b as string);
    case RANK.object:
      return compareDocs(a as Doc, b as Doc, strings);
    case RANK.array:
      return compareArrays(a as unknown[], b as unknown[], strings);
    default:
      return compareLeaves(rank, a, b);
  }
}

function compareLeaves(rank: number, a: unknown, b: unknown): number {
  switch (rank) {
    case RANK.binData:
      return compareBinary(a as Binary, b as Binary);
    case RANK.objectId:
      return Buffer.compare((a as ObjectId).id, (b as ObjectId).id);
    case RANK.bool:
    case RANK.date:
      return Number(a) - Number(b);
    case RANK.timestamp:
      return (a as Timestamp).comp(b as Timestamp);
    case RANK.regex:
      return compareRegex(a as BSONRegExp, b as BSONRegExp);
    case RANK.javascript:
      return byCodePoint((a as Code).code, (b as Code).code);
    default:
      return 0;
  }
}

/** Equality as MongoDB has it: 1 and 1.0 and int64 1 are equal, `{a, b}` and `{b, a}` are not. */
export function equal(a: unknown, b: unknown, strings?: StringOrder): boolean {
  if (typeof a === 'string' && typeof b === 'string' && !strings) return a === b;
  return compare(a, b, strings) === 0;
}

function compareNumbers(a: unknown, b: unknown): number {
  if (typeOf(a) === 'decimal' || typeOf(b) === 'decimal')
    throw badValue('the embedded store does not compare Decimal128');
  const x = a as number;
  const y = b as number;
  // NaN is the smallest number; JavaScript compares number with bigint exactly.
  if (Number.isNaN(x)) return Number.isNaN(y) ? 0 : -1;
  if (Number.isNaN(y)) return 1;
  if (x < y) return -1;
  return x > y ? 1 : 0;
}

/**
 * Order of the UTF-8 bytes. JavaScript compares UTF-16 units, which differs only where a surrogate meets a unit above
 * the surrogates, so plain ASCII takes the fast way.
 */
function byCodePoint(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return liftSurrogate(x) - liftSurrogate(y);
  }
  return a.length - b.length;
}

function liftSurrogate(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** Field by field in stored order: type, then name, then value; the shorter one first. */
function compareDocs(a: Doc, b: Doc, strings: StringOrder): number {
  const left = Object.entries(a);
  const right = Object.entries(b);
  for (const [i, [name, value]] of left.entries()) {
    const other = right[i];
    if (!other) return 1;
    const order = rankOf(value) - rankOf(other[1]) || byCodePoint(name, other[0]) || compare(value, other[1], strings);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareArrays(a: readonly unknown[], b: readonly unknown[], strings: StringOrder): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const order = compare(a[i], b[i], strings);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Length, then subtype, then bytes. */
function compareBinary(a: Binary, b: Binary): number {
  return a.position - b.position || a.sub_type - b.sub_type || Buffer.compare(bytesOf(a), bytesOf(b));
}

/** The bytes in use; a Binary's buffer may be longer than its content. */
export function bytesOf(binary: Binary): Uint8Array {
  return binary.buffer.subarray(0, binary.position);
}

function compareRegex(a: BSONRegExp, b: BSONRegExp): number {
  return byCodePoint(a.pattern, b.pattern) || byCodePoint(a.options, b.options);
}
