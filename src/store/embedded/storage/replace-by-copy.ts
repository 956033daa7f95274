import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { RootDatabase } from 'lmdb';

/**
 * Puts a copy of a storage in its place that holds what is there, and nothing of what was: pages that came free keep what
 * stood on them until they are used again, and are not copied. The storage stays open on the old file, which is gone once
 * it is closed. A crash leaves the one file or the other, each of them whole.
 */
export async function replaceByCopy(root: RootDatabase, folder: string): Promise<void> {
  const draft = path.join(folder, 'compacting');
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft);
  await root.backup(draft, true);
  await synced(path.join(draft, 'data.mdb'));
  // Whoever still reads the old file goes on with the old locks; the new file begins with new ones.
  await rm(path.join(folder, 'lock.mdb'), { force: true });
  await rename(path.join(draft, 'data.mdb'), path.join(folder, 'data.mdb'));
  await synced(folder);
  await rm(draft, { recursive: true, force: true });
}

async function synced(fileOrFolder: string): Promise<void> {
  const handle = await open(fileOrFolder, 'r');
  await handle.sync().finally(() => handle.close());
}
