import { decode } from './codec';
import { elementsIn } from './elements';
import type { Doc } from './value';

/**
 * Decodes some fields at the top of a document and steps over the others: of a large document a filter, a sort or a
 * projection often wants little, and decoding is what reading costs most.
 */
export function decodeFields(bytes: Buffer, fields: ReadonlySet<string>): Doc {
  const wanted: Buffer[] = [];
  let size = EMPTY_DOCUMENT_BYTES;
  for (const { name, start, end } of elementsIn(bytes)) {
    if (!fields.has(name)) continue;
    wanted.push(bytes.subarray(start, end));
    size += end - start;
    if (wanted.length === fields.size) break;
  }
  return decode(documentOf(wanted, size));
}

const EMPTY_DOCUMENT_BYTES = 5;

/** A document is its length, its elements (each with its type before its name), and a nought. */
function documentOf(elements: readonly Buffer[], size: number): Buffer {
  const document = Buffer.allocUnsafe(size);
  let at = document.writeInt32LE(size);
  for (const element of elements) at += element.copy(document, at);
  document[at] = 0;
  return document;
}
