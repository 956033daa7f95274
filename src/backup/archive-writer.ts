import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, type FileHandle, open, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Pack, pack } from 'tar-stream';
import { sumLine, sumsName } from './archive-format';

/** Writes an archive under another name, and gives it its own only when all of it is on disk. */
export class ArchiveWriter {
  private readonly tar: Pack = pack();
  private readonly written: Promise<void>;
  private readonly madeAt = new Date();

  private constructor(
    private readonly draft: string,
    private readonly handle: FileHandle,
  ) {
    this.written = pipeline(this.tar as unknown as NodeJS.ReadableStream, handle.createWriteStream({ flush: true }));
    // Awaited with every entry; until the first one nobody listens.
    this.written.catch(() => undefined);
  }

  /** @param draft file to write into; readable for its owner alone, as customers' data will stand in it */
  static async start(draft: string): Promise<ArchiveWriter> {
    return new ArchiveWriter(draft, await open(draft, 'wx', 0o600));
  }

  /** Adds a small file. */
  async addBytes(name: string, bytes: Buffer): Promise<void> {
    await this.unlessFailed(
      new Promise<void>((resolve, reject) => {
        this.tar.entry(this.header(name, bytes.length), bytes, (error) => (error ? reject(error) : resolve()));
      }),
    );
    await this.note(name, createHash('sha256').update(bytes));
  }

  /** Adds a file of any size from disk. */
  async addFile(name: string, file: string): Promise<void> {
    const { size } = await stat(file);
    const hash = createHash('sha256');
    const hashed = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        done(null, chunk);
      },
    });
    const entry = this.tar.entry(this.header(name, size)) as unknown as NodeJS.WritableStream;
    await this.unlessFailed(pipeline(createReadStream(file), hashed, entry));
    await this.note(name, hash);
  }

  /** Adds the sums, waits until all is on disk and moves the archive to where it belongs. */
  async finish(target: string): Promise<void> {
    await this.addFile(sumsName, this.sums);
    this.tar.finalize();
    await this.written;
    await rename(this.draft, target);
    await syncFolder(path.dirname(target));
  }

  /** Gives up; the draft stays for the caller to remove. */
  async abandon(): Promise<void> {
    this.tar.destroy();
    await this.written.catch(() => undefined);
    await this.handle.close().catch(() => undefined);
  }

  private header(name: string, size: number) {
    return { name, size, mode: 0o600, mtime: this.madeAt };
  }

  private async note(name: string, hash: Hash): Promise<void> {
    await appendFile(this.sums, sumLine(name, hash));
  }

  private get sums(): string {
    return `${this.draft}.sums`;
  }

  /** When the disk is full the entry waits for room that never comes: what ended the writing ends it. */
  private unlessFailed(entry: Promise<void>): Promise<void> {
    return Promise.race([entry, this.written]);
  }
}

/** Windows cannot open folders and keeps their entries safe by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
