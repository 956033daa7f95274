import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { ZipFile } from 'yazl';

/** One file in an archive: its name there, and its content or where that lies. */
export type ZipEntry = { name: string; text: string | Buffer } | { name: string; file: string };

/** Answers with files in one archive, to be kept and not shown. @param name what it is called, without its ending */
export async function sendZip(response: Response, name: string, entries: readonly ZipEntry[]): Promise<void> {
  const zip = new ZipFile();
  zip.once('error', (error) => response.destroy(error));
  for (const entry of entries) {
    if ('text' in entry) zip.addBuffer(Buffer.from(entry.text), entry.name);
    else zip.addFile(entry.file, entry.name, { compress: false });
  }
  zip.end();
  response.attachment(`${name}.zip`);
  await pipeline(zip.outputStream, response);
}
