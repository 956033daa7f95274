import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A file in the folder of the embedded store that asks for it to be written anew. */
function markIn(dataDir: string): string {
  return path.join(dataDir, 'store', 'compact');
}

/**
 * Asks that what was deleted leaves the file of the embedded store as well: at the next start it is written anew. Where
 * there is no such store, nothing happens.
 */
export function askForCompaction(dataDir: string): void {
  if (existsSync(path.join(dataDir, 'store'))) writeFileSync(markIn(dataDir), '');
}

/** @returns whether somebody has asked since the store was last written anew */
export function isCompactionAsked(dataDir: string): boolean {
  return existsSync(markIn(dataDir));
}

/** The store was written anew. */
export function forgetCompaction(dataDir: string): void {
  rmSync(markIn(dataDir), { force: true });
}
