import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Nothing takes that long to make: who began it is no more. */
const abandonedAfter = 10 * 60_000;

/**
 * Makes a file and lets it appear whole. The draft is what says that somebody is at it, in this process or another, so
 * nothing is made twice at once; what a crash left behind is cleared away by whoever comes later.
 * @param make gives its content
 */
export async function deriveFile(
  { draft, file }: { draft: string; file: string },
  make: () => Promise<Buffer>,
): Promise<void> {
  if (!(await begin(draft))) return clearIfAbandoned(draft);
  try {
    if (await isThere(file)) return await rm(draft);
    await writeFile(draft, await make(), { flush: true });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    // The photo was removed meanwhile.
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/** @returns false when somebody is at it */
async function begin(draft: string): Promise<boolean> {
  await mkdir(path.dirname(draft), { recursive: true });
  try {
    await (await open(draft, 'wx')).close();
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Whoever was at it before may have finished meanwhile. */
async function isThere(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined)) !== undefined;
}

async function clearIfAbandoned(draft: string): Promise<void> {
  const begun = await stat(draft).catch(() => undefined);
  if (begun && Date.now() - begun.mtimeMs > abandonedAfter) await rm(draft, { force: true });
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
