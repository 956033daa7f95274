import { encode } from '../bson/codec';
import type { Doc } from '../bson/value';

/**
 * Documents that go out as they are stored, without being decoded and encoded again: faster, and their bytes (and so
 * int32 against double) are exactly those the client once sent.
 */
export class RawArray {
  constructor(readonly documents: readonly Buffer[]) {}
}

/** What a command answers; a cursor's batch may be raw. */
export type Reply = Doc;

const BSON_DOCUMENT = 3;
const BSON_ARRAY = 4;

/** @returns BSON of a reply, with raw batches set in */
export function encodeReplyDocument(reply: Reply): Buffer {
  return encodeWithRaw(reply);
}

function encodeWithRaw(doc: Doc): Buffer {
  const parts = Object.entries(doc).map(([name, value]) => encodeField(name, value));
  return wrap(parts);
}

function encodeField(name: string, value: unknown): Buffer {
  if (value instanceof RawArray) return element(BSON_ARRAY, name, rawArray(value.documents));
  if (name === 'cursor') return element(BSON_DOCUMENT, name, encodeWithRaw(value as Doc));
  return withoutFrame(encode({ [name]: value }));
}

function rawArray(documents: readonly Buffer[]): Buffer {
  return wrap(documents.map((bytes, i) => element(BSON_DOCUMENT, String(i), bytes)));
}

function element(type: number, name: string, bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.of(type), Buffer.from(name), Buffer.of(0), bytes]);
}

/** A document's elements without its length and closing NUL. */
function withoutFrame(document: Buffer): Buffer {
  return document.subarray(4, -1);
}

function wrap(parts: readonly Buffer[]): Buffer {
  const size = parts.reduce((sum, part) => sum + part.length, 5);
  const head = Buffer.alloc(4);
  head.writeInt32LE(size);
  return Buffer.concat([head, ...parts, Buffer.of(0)], size);
}
