import { onDemand } from 'bson';
import { decode } from './codec';
import type { Doc } from './value';

/**
 * Decodes some fields at the top of a document and steps over the others: of a large document a filter, a sort or a
 * projection often wants little, and decoding is what reading costs most.
 */
export function decodeFields(bytes: Buffer, fields: ReadonlySet<string>): Doc {
  const wanted: Buffer[] = [];
  for (const [, nameOffset, nameLength, offset, length] of onDemand.parseToElements(bytes)) {
    const name = bytes.toString('utf8', nameOffset, nameOffset + nameLength);
    if (fields.has(name)) wanted.push(bytes.subarray(nameOffset - 1, offset + length));
  }
  return decode(documentOf(wanted));
}

/** A document is its length, its elements (each with its type before its name), and a nought. */
function documentOf(elements: readonly Buffer[]): Buffer {
  const size = elements.reduce((sum, { length }) => sum + length, 5);
  const length = Buffer.alloc(4);
  length.writeInt32LE(size);
  return Buffer.concat([length, ...elements, Buffer.of(0)]);
}
