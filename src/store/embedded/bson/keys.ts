import type { Binary, BSONRegExp, Code, ObjectId, Timestamp } from 'bson';
import { badValue, ErrorCode, StoreError } from '../errors';
import { bytesOf, rankOf } from './order';
import { type Doc, typeOf } from './value';

/**
 * Index keys: bytes whose plain order is MongoDB's order of the values, so that the storage's ordered keys are the
 * index. Each value is a tag (its type's rank) and a payload that knows its own end: no key is the beginning of
 * another, keys of several fields are simply joined, and a descending field has its bytes inverted.
 */

/** LMDB takes 1978 bytes; a prefix of 4 and the document's own key have to fit beside. */
const MAX_KEY_BYTES = 1_900;

/** Ranks start at -1 (MinKey); 0 is kept as terminator of documents and arrays. */
export function tagOf(value: unknown): number {
  return rankOf(value) + 2;
}

/**
 * Encodes one value.
 * @throws StoreError BadValue for Decimal128 and int64 beyond 2^53, KeyTooLong for values no index can hold
 */
export function encodeKey(value: unknown): Buffer {
  const parts: Buffer[] = [];
  append(parts, value);
  const key = Buffer.concat(parts);
  if (key.length > MAX_KEY_BYTES) throw new StoreError(ErrorCode.KeyTooLong, 'key too large to index');
  return key;
}

/** Joins the fields of a compound key. @param directions 1 or -1 a field */
export function encodeCompound(values: readonly unknown[], directions: readonly number[]): Buffer {
  const key = Buffer.concat(values.map((value, i) => directed(encodeKey(value), directions[i] ?? 1)));
  if (key.length > MAX_KEY_BYTES) throw new StoreError(ErrorCode.KeyTooLong, 'key too large to index');
  return key;
}

/** Bytes of one field as they stand in an index of this direction. */
function directed(key: Buffer, direction: number): Buffer {
  return direction > 0 ? key : Buffer.from(key.map((byte) => 0xff - byte));
}

/** The first key behind all that begin with `prefix`. */
export function afterPrefix(prefix: Buffer): Buffer {
  const last = prefix.findLastIndex((byte) => byte < 0xff);
  if (last < 0) return BEHIND_ALL;
  const end = Buffer.from(prefix.subarray(0, last + 1));
  end[last] = (end[last] ?? 0) + 1;
  return end;
}

/** No key begins like this: tags, inverted ones too, are less than 0xff. */
const BEHIND_ALL = Buffer.alloc(1, 0xff);

function append(parts: Buffer[], value: unknown): void {
  parts.push(Buffer.of(tagOf(value)));
  appendPayload(parts, value);
}

function appendPayload(parts: Buffer[], value: unknown): void {
  const type = typeOf(value);
  if (type === 'object') appendDoc(parts, value as Doc);
  else if (type === 'array') appendArray(parts, value as unknown[]);
  else if (type === 'regex') parts.push(text((value as BSONRegExp).pattern), text((value as BSONRegExp).options));
  else parts.push(leaf(value));
}

function appendArray(parts: Buffer[], values: readonly unknown[]): void {
  for (const value of values) append(parts, value);
  parts.push(Buffer.of(0));
}

/** As documents compare: type, name, value, a field at a time. */
function appendDoc(parts: Buffer[], doc: Doc): void {
  for (const [name, value] of Object.entries(doc)) {
    parts.push(Buffer.of(tagOf(value)), text(name));
    appendPayload(parts, value);
  }
  parts.push(Buffer.of(0));
}

function leaf(value: unknown): Buffer {
  switch (typeOf(value)) {
    case 'int':
    case 'double':
      return double(value as number);
    case 'long':
      return double(exact(value as bigint));
    case 'decimal':
      throw badValue('the embedded store cannot index Decimal128');
    case 'string':
      return text(value as string);
    case 'binData':
      return binary(value as Binary);
    case 'objectId':
      return Buffer.from((value as ObjectId).id);
    case 'bool':
      return Buffer.of(value === true ? 1 : 0);
    case 'date':
      return signed(BigInt((value as Date).getTime()));
    case 'timestamp':
      return unsigned((value as Timestamp).toBigInt());
    case 'javascript':
      return text((value as Code).code);
    default:
      return Buffer.alloc(0);
  }
}

function exact(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw badValue('the embedded store cannot index int64 beyond 2^53');
  return number;
}

/** IEEE bits order like the numbers once negatives are inverted; NaN comes first, -0 is 0. */
function double(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  if (Number.isNaN(value)) return bytes;
  bytes.writeDoubleBE(value + 0);
  const negative = ((bytes[0] ?? 0) & 0x80) !== 0;
  if (negative) for (let i = 0; i < 8; i++) bytes[i] = 0xff - (bytes[i] ?? 0);
  else bytes[0] = (bytes[0] ?? 0) | 0x80;
  return bytes;
}

/** Ends a text; a NUL inside it is followed by 0xff, so no key is the beginning of another. */
const TEXT_END = Buffer.of(0, 1);

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([value.includes('\0') ? escapeNul(bytes) : bytes, TEXT_END]);
}

function escapeNul(bytes: Buffer): Buffer {
  return Buffer.from([...bytes].flatMap((byte) => (byte === 0 ? [0, 0xff] : [byte])));
}

function binary(value: Binary): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(value.position);
  head[4] = value.sub_type;
  return Buffer.concat([head, bytesOf(value)]);
}

function signed(value: bigint): Buffer {
  return unsigned(BigInt.asUintN(64, value) ^ (1n << 63n));
}

function unsigned(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt.asUintN(64, value));
  return bytes;
}
