import { type Document, deserialize, EJSON, serialize } from 'bson';

/**
 * A document as one line of canonical extended JSON.
 * @param bytes its BSON
 * @throws Error when reading the line back would not give the same bytes: a backup must not change what it keeps
 */
export function toLine(bytes: Uint8Array): string {
  const document = deserialize(bytes, { promoteValues: false, bsonRegExp: true });
  const line = EJSON.stringify(document, { relaxed: false });
  if (Buffer.compare(serialize(fromLine(line)), bytes) !== 0)
    throw new Error(`the document ${EJSON.stringify(document._id)} cannot be written as extended JSON`);
  return line;
}

/** @returns the document of a line, every value in its BSON type */
export function fromLine(line: string): Document {
  return EJSON.parse(line, { relaxed: false });
}

/** Splits what is read into lines; unlike a reader of text it takes only the line feed for an end. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, end)]).toString('utf8');
      rest = [];
      from = end + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length > 0) yield Buffer.concat(rest).toString('utf8');
}
