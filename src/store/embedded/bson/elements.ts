/** A field of a document as stored: bytes from `start` to before `end` are its type, its name and its value. */
export interface Element {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Bytes of values that are always as long, by type. Source: https://bsonspec.org/spec.html */
const FIXED: Readonly<Record<number, number>> = {
  1: 8, // double
  6: 0, // undefined
  7: 12, // ObjectId
  8: 1, // boolean
  9: 8, // date
  10: 0, // null
  16: 4, // int32
  17: 8, // timestamp
  18: 8, // int64
  19: 16, // decimal128
  127: 0, // max key
  255: 0, // min key
};

/** What comes with a length that counts something less: bytes besides those counted. */
const BESIDES: Readonly<Record<number, number>> = {
  2: 4, // string
  3: 0, // document
  4: 0, // array
  5: 5, // binary, with its subtype
  12: 16, // pointer: a string and an ObjectId
  13: 4, // code
  14: 4, // symbol
  15: 0, // code with scope
};

const REGEX = 11;

/**
 * Steps over the fields at the top of a document without looking into them. One object is given again and again.
 * @throws RangeError for bytes that are no document
 */
export function* elementsIn(bytes: Buffer): Generator<Element> {
  const element = { name: '', start: 4, end: 4 };
  while (element.end < bytes.length - 1) {
    element.start = element.end;
    const nameEnd = bytes.indexOf(0, element.start + 1);
    element.name = bytes.toString('utf8', element.start + 1, nameEnd);
    element.end = valueEnd(bytes, bytes[element.start] as number, nameEnd + 1);
    yield element;
  }
}

function valueEnd(bytes: Buffer, type: number, at: number): number {
  const fixed = FIXED[type];
  if (fixed !== undefined) return at + fixed;
  const besides = BESIDES[type];
  if (besides !== undefined) return at + besides + bytes.readInt32LE(at);
  if (type !== REGEX) throw new RangeError(`no such type of value: ${type}`);
  return bytes.indexOf(0, bytes.indexOf(0, at) + 1) + 1;
}
