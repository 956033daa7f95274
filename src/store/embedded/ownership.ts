import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** `sun_path` holds 108 bytes on Linux and 104 elsewhere, the closing NUL among them. */
const MAX_SOCKET_PATH = 103;

/** @returns where to listen: in the data folder, or in a private folder when that path is too long for a socket */
export function socketPathFor(dataDir: string): string {
  const inside = path.join(dataDir, `store-${process.pid}.sock`);
  if (Buffer.byteLength(inside) <= MAX_SOCKET_PATH) return inside;
  return path.join(mkdtempSync(path.join(tmpdir(), 'fundus-')), 'store.sock');
}

export function releaseSocket(socketPath: string): void {
  rmSync(socketPath, { force: true });
}
