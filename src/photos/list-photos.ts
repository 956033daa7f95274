import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { derivedFileNames } from './photo-files';

const derived: readonly string[] = derivedFileNames;

/** A photo as it lies on disk, without what can be derived from it. */
export interface StoredPhoto {
  readonly id: string;
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
}

/** Ids of all photos there are, in order; photos that come or go meanwhile may or may not be among them. */
export async function* photoIds(uploadsDir: string): AsyncGenerator<string> {
  for (const shelf of await namesIn(uploadsDir, /^[0-9a-f]{2}$/)) {
    yield* await namesIn(path.join(uploadsDir, shelf), /^[0-9a-f]{64}$/);
  }
}

/** @returns the whole photo, or undefined when it is not there or goes while it is read */
export async function readPhoto(uploadsDir: string, id: string): Promise<StoredPhoto | undefined> {
  const folder = path.join(uploadsDir, id.slice(0, 2), id);
  const names = (await namesIn(folder, /./)).filter((name) => !derived.includes(name));
  try {
    const files = await Promise.all(
      names.map(async (name) => ({ name, bytes: await readFile(path.join(folder, name)) })),
    );
    return files.length > 0 ? { id, files } : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function namesIn(folder: string, pattern: RegExp): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => pattern.test(name)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
