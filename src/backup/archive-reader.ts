import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar-stream';
import { type Entry, entryNamed } from './archive-format';

/** A file of an archive, to be read before the next one is asked for. */
export interface ArchiveFile {
  readonly name: string;
  readonly entry: Entry;
  readonly content: AsyncIterable<Buffer> & Readable;
}

/**
 * The files of an archive in their order; what is not read of one is skipped.
 * @throws ArchiveError for files no backup of ours holds; Error when it is no tar archive or ends early
 */
export async function* filesOf(archive: string): AsyncGenerator<ArchiveFile> {
  const tar = extract();
  const reading = pipeline(createReadStream(archive), tar as unknown as NodeJS.WritableStream);
  reading.catch(() => undefined);
  try {
    for await (const content of tar) {
      const { name } = content.header;
      yield { name, entry: entryNamed(name), content: content as unknown as ArchiveFile['content'] };
      content.resume();
    }
  } finally {
    tar.destroy();
  }
}

/** Reads a small file of an archive as a whole. */
export async function wholeOf({ content }: ArchiveFile): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}
