import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { simpleParser } from 'mailparser';

/** A mail that lies as a file, for want of a mail server. */
export interface MailFile {
  readonly file: string;
  readonly writtenAt: Date;
}

/** @returns the mails that lie in a folder, as far as they are still there */
export async function mailFiles(folder: string): Promise<MailFile[]> {
  const names = await readdir(folder).catch(() => []);
  const files = await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      const found = await stat(file).catch(() => undefined);
      return found?.isFile() ? [{ file, writtenAt: found.mtime }] : [];
    }),
  );
  return files.flat();
}

/** Removes the mails in a folder that are about something. @param isAbout asked of what a mail says, headers included */
export async function removeMailFiles(folder: string, isAbout: (mail: string) => boolean): Promise<void> {
  for (const { file } of await mailFiles(folder)) {
    const bytes = await readFile(file).catch(() => undefined);
    if (bytes && isAbout(await readable(bytes))) await rm(file, { force: true });
  }
}

/** @returns a mail without the encoding it travels in */
async function readable(bytes: Buffer): Promise<string> {
  const { text = '', html, headerLines } = await simpleParser(bytes, { skipTextToHtml: true });
  return [...headerLines.map(({ line }) => line.toLowerCase()), text, html || ''].join('\n');
}
