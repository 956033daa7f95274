import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * @returns the archives `npm run backup` has made in a folder before that hour; never the newest one there is, as nobody
 * should be left without any
 */
export async function oldBackups(folder: string, before: Date): Promise<string[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^fundus-[\dTZ-]+\.tar$/.test(name)).sort();
  const old: string[] = [];
  for (const name of names.slice(0, -1)) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (found && found.mtime <= before) old.push(file);
  }
  return old;
}
