import { Binary, BSONRegExp, Code, DBRef, Decimal128, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';

/** A document as decoded from BSON: plain own properties only. */
export type Doc = Record<string, unknown>;

/**
 * What a value is in BSON. int32 and double are both JavaScript numbers here; they are told apart by value, exactly as
 * the driver does when it encodes.
 */
export type BsonType =
  | 'missing'
  | 'minKey'
  | 'null'
  | 'int'
  | 'double'
  | 'long'
  | 'decimal'
  | 'string'
  | 'object'
  | 'array'
  | 'binData'
  | 'objectId'
  | 'bool'
  | 'date'
  | 'timestamp'
  | 'regex'
  | 'javascript'
  | 'maxKey';

/** BSON type of a decoded value; `undefined` stands for a field that is not there. */
export function typeOf(value: unknown): BsonType {
  switch (typeof value) {
    case 'undefined':
      return 'missing';
    case 'string':
      return 'string';
    case 'number':
      return isInt32(value) ? 'int' : 'double';
    case 'bigint':
      return 'long';
    case 'boolean':
      return 'bool';
    default:
      return value === null ? 'null' : objectType(value as object);
  }
}

const classTypes: readonly (readonly [abstract new (...args: never[]) => object, BsonType])[] = [
  [ObjectId, 'objectId'],
  [Date, 'date'],
  [Binary, 'binData'],
  [BSONRegExp, 'regex'],
  [Timestamp, 'timestamp'],
  [Decimal128, 'decimal'],
  [MinKey, 'minKey'],
  [MaxKey, 'maxKey'],
  [Code, 'javascript'],
  [DBRef, 'object'],
];

function objectType(value: object): BsonType {
  if (Array.isArray(value)) return 'array';
  if (isPlain(value)) return 'object';
  return classTypes.find(([type]) => value instanceof type)?.[1] ?? 'object';
}

/** Whether the driver would encode this number as int32; -0 needs a double to survive. */
export function isInt32(value: number): boolean {
  return (value | 0) === value && !Object.is(value, -0);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** A (sub)document, not an array and not one of BSON's own classes. */
export function isDoc(value: unknown): value is Doc {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && isPlain(value);
}

/** Own field of a document; inherited ones (`constructor`, `toString`) do not exist for us. */
export function own(doc: object, field: string): unknown {
  return Object.hasOwn(doc, field) ? (doc as Doc)[field] : undefined;
}

/** int32, double and int64 alike. */
export function isNumeric(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** Deep copy of documents and arrays; leaves are immutable to us and shared. */
export function clone<T>(value: T): T {
  if (Array.isArray(value)) return value.map(clone) as T;
  if (!isDoc(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clone(inner)])) as T;
}

/** Whether a value is equal by JavaScript's rules exactly when it is by MongoDB's: plain numbers and texts. */
export function isNumberOrText(value: unknown): value is number | string {
  return typeof value === 'number' || typeof value === 'string';
}
