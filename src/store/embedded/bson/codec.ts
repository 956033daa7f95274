import { DBRef, deserialize, serialize } from 'bson';
import { badValue, ErrorCode, StoreError } from '../errors';
import { type Doc, isDoc } from './value';

/** Largest document MongoDB stores. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;
const MAX_DEPTH = 100;

/**
 * Decodes one BSON document. int64 becomes bigint so that it keeps its type and value; binaries and regular expressions
 * keep their BSON classes (the JavaScript ones lose subtype and options).
 * @throws StoreError for malformed bytes and for keys that would reach a prototype
 */
export function decode(bytes: Uint8Array): Doc {
  const doc = decodeBytes(bytes);
  return mayHoldDbRef(bytes) ? (withoutDbRefs(doc) as Doc) : doc;
}

function decodeBytes(bytes: Uint8Array): Doc {
  try {
    return deserialize(bytes, { useBigInt64: true, bsonRegExp: true, promoteBuffers: false });
  } catch (error) {
    throw new StoreError(ErrorCode.InvalidBSON, `invalid BSON: ${(error as Error).message}`);
  }
}

/** The library turns `{$ref, $id}` into a class of its own; to the server it is a document like any other. */
function withoutDbRefs(value: unknown): unknown {
  if (value instanceof DBRef)
    return { $ref: value.collection, $id: value.oid, ...(value.db ? { $db: value.db } : {}), ...value.fields };
  if (Array.isArray(value)) return value.map(withoutDbRefs);
  if (!isDoc(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutDbRefs(inner)]));
}

function mayHoldDbRef(bytes: Uint8Array): boolean {
  return asBuffer(bytes).includes('$ref\0');
}

/**
 * @returns the document's BSON bytes
 * @throws StoreError ObjectTooLarge for what does not even fit into the library's buffer
 */
export function encode(doc: Doc): Buffer {
  try {
    return asBuffer(serialize(doc, { ignoreUndefined: true }));
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(`more than ${MAX_DOCUMENT_BYTES}`);
    throw error;
  }
}

/** Encodes what is to be stored, within MongoDB's size limit. */
export function encodeStored(doc: Doc): Buffer {
  refuseTooDeep(doc, 0);
  const bytes = encode(doc);
  refusePrototypePaths(bytes, doc);
  if (bytes.length > MAX_DOCUMENT_BYTES) throw tooLarge(String(bytes.length));
  return bytes;
}

function tooLarge(size: string): StoreError {
  return new StoreError(
    ErrorCode.ObjectTooLarge,
    `object to insert too large. size in bytes: ${size}, max size: ${MAX_DOCUMENT_BYTES}`,
  );
}

/** MongoDB's limit; it also keeps every walk through a document from exhausting the stack. */
function refuseTooDeep(value: unknown, depth: number): void {
  if (depth > MAX_DEPTH)
    throw new StoreError(ErrorCode.Overflow, `document exceeds the maximum nesting depth of ${MAX_DEPTH}`);
  if (Array.isArray(value)) for (const inner of value) refuseTooDeep(inner, depth + 1);
  else if (isDoc(value)) for (const inner of Object.values(value)) refuseTooDeep(inner, depth + 1);
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const SUSPICIOUS = ['__proto__', 'constructor', 'prototype'] as const;

/**
 * Refuses field names and paths that lead to a prototype. Looking at the bytes first keeps this free for ordinary
 * commands.
 */
export function refusePrototypePaths(bytes: Uint8Array, doc: Doc): void {
  const buffer = asBuffer(bytes);
  if (SUSPICIOUS.some((word) => buffer.includes(word))) checkNames(doc, 0);
}

function checkNames(value: unknown, depth: number): void {
  if (depth > MAX_DEPTH + 10) throw new StoreError(ErrorCode.Overflow, 'document is nested too deeply');
  if (Array.isArray(value)) for (const inner of value) checkNames(inner, depth + 1);
  else if (isDoc(value)) {
    for (const [name, inner] of Object.entries(value)) {
      checkPath(name);
      checkNames(inner, depth + 1);
    }
  }
}

/**
 * `constructor` alone is a field like any other; as a step of a path it is only ever an attack.
 * @throws StoreError BadValue
 */
export function checkPath(path: string): void {
  const steps = path.split('.');
  const bad =
    steps.some((step) => step === '__proto__') ||
    (steps.length > 1 && steps.some((step) => step === 'constructor' || step === 'prototype'));
  if (bad) throw badValue(`the field path '${path}' is not allowed`);
}
