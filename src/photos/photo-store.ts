import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { NotFound } from '../errors';
import { deriveFile } from './derive-file';
import { type DerivedFileName, derivedFileNames, type PhotoFile, type PhotoFiles, photoFileNames } from './photo-files';

export interface PhotoStore {
  /**
   * Puts a photo on disk. When it returns, the files survive a power cut.
   * @param named the record that names it, while that is being written: the photo is not there before its record
   * @returns `created: false` when the same picture was there already: then it belongs to another record too, and a
   * caller whose own write fails must not remove it
   */
  save(photo: PhotoFiles, named?: Promise<unknown>): Promise<{ created: boolean }>;
  /** Takes a photo away; nothing happens when it is not there. Only for photos no record names any more. */
  remove(id: string): Promise<void>;
  /** Puts a derived file beside those of a photo, as `deriveFile` does; it goes with the photo. */
  derive(id: string, name: DerivedFileName, make: () => Promise<Buffer>): Promise<void>;
  /** Clears away what a crash left half written or half removed before that moment. */
  sweep(before: Date): Promise<void>;
  /**
   * Absolute path of one file; whether it exists is not asked.
   * @throws NotFound unless id and name are of the form we write
   */
  fileOf(id: string, name: string): string;
  /** @throws NotFound unless the id is of the form we write */
  exists(id: string): Promise<boolean>;
}

/**
 * The photos under a folder, as `ab/<id>/small.webp`, where `ab` are the first two digits of the id.
 * A photo's folder appears and disappears by a rename, so it is never seen half written.
 * @param uploadsDir made when it is missing
 */
export function createPhotoStore(uploadsDir: string): PhotoStore {
  const root = path.resolve(uploadsDir);
  const workshop = path.join(root, '.incoming');

  async function save(photo: PhotoFiles, named: Promise<unknown> = Promise.resolve()): Promise<{ created: boolean }> {
    const folder = folderOf(root, photo.id);
    const [created] = await Promise.all([put(photo.files, folder, named), named]);
    await syncFolder(path.dirname(folder));
    return { created };
  }

  async function put(files: readonly PhotoFile[], folder: string, named: Promise<unknown>): Promise<boolean> {
    await ensureFolder(path.dirname(folder));
    // Until a record names it, somebody may take away what is there.
    if ((await isFolder(folder)) && (await named.then(() => isFolder(folder)))) return false;
    return build(files, folder, named);
  }

  /** @returns false when somebody else was faster with the same picture */
  async function build(files: readonly PhotoFile[], folder: string, named: Promise<unknown>): Promise<boolean> {
    const draft = path.join(workshop, randomUUID());
    await mkdir(draft, { recursive: true });
    try {
      await Promise.all(files.map((file) => writeDurably(path.join(draft, file.name), file.bytes)));
      await syncFolder(draft);
      await named;
      return await moveUnlessThere(draft, folder);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  }

  async function remove(id: string): Promise<void> {
    const folder = folderOf(root, id);
    const bin = path.join(workshop, randomUUID());
    await mkdir(workshop, { recursive: true });
    if (!(await present(rename(folder, bin).then(() => true)))) return;
    await syncFolder(path.dirname(folder));
    await rm(bin, { recursive: true, force: true });
  }

  async function sweep(before: Date): Promise<void> {
    for (const name of (await present(readdir(workshop))) ?? []) {
      const leftover = path.join(workshop, name);
      const made = (await present(stat(leftover)))?.mtime;
      if (made && made < before) await rm(leftover, { recursive: true, force: true });
    }
  }

  return {
    save,
    remove,
    derive: (id, name, make) =>
      deriveFile({ draft: path.join(workshop, `${id}-${name}`), file: path.join(folderOf(root, id), name) }, make),
    sweep,
    fileOf: (id, name) => path.join(folderOf(root, id), knownName(name)),
    exists: async (id) => isFolder(folderOf(root, id)),
  };
}

function folderOf(root: string, id: string): string {
  if (!/^[0-9a-f]{64}$/.test(id)) throw new NotFound();
  return path.join(root, id.slice(0, 2), id);
}

function knownName(name: string): string {
  const known = [...photoFileNames, ...derivedFileNames].find((candidate) => candidate === name);
  if (!known) throw new NotFound();
  return known;
}

/** Makes a folder whose own entry survives a power cut too. */
async function ensureFolder(folder: string): Promise<void> {
  const firstMade = await mkdir(folder, { recursive: true });
  if (!firstMade) return;
  await syncFolder(path.dirname(folder));
  await syncFolder(path.dirname(firstMade));
}

async function writeDurably(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Renaming onto a folder with files fails under a different name on every system, so we look instead of asking why. */
async function moveUnlessThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (await isFolder(to)) return false;
    throw error;
  }
}

async function isFolder(folder: string): Promise<boolean> {
  return (await present(stat(folder)))?.isDirectory() ?? false;
}

/** What a file operation gives, or undefined when there was no such file. */
async function present<Result>(operation: Promise<Result>): Promise<Result | undefined> {
  try {
    return await operation;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Windows cannot open folders and keeps their entries safe by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
