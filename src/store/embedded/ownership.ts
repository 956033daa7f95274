import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decode, encode } from './bson/codec';
import type { Store } from './storage/store';

/** `sun_path` holds 108 bytes on Linux and 104 elsewhere, the closing NUL among them. */
const MAX_SOCKET_PATH = 103;
const OWNER = Buffer.from('owner');

/** @returns where to listen: in the data folder, or in a private folder when that path is too long for a socket */
export function chooseSocketPath(dataDir: string): string {
  // A name of its own each time: what an owner that died has left behind is never in the way.
  const inside = path.join(dataDir, `store-${randomUUID().slice(0, 8)}.sock`);
  if (Buffer.byteLength(inside) <= MAX_SOCKET_PATH) return inside;
  return path.join(mkdtempSync(path.join(tmpdir(), 'fundus-')), 'store.sock');
}

/**
 * Makes the socket the one this data folder is served on. The owner is kept in the storage itself: whoever answers on
 * the socket it names is alive, and a write transaction, which the storage gives to one process at a time, decides
 * between two that start together.
 * @throws Error when another process serves the folder
 */
export async function takeOwnership(store: Store, socketPath: string, dataDir: string): Promise<void> {
  const before = store.tables.meta.get(OWNER);
  const previous = before ? String(decode(before).socket) : undefined;
  if (previous && (await answers(previous))) throw inUse(dataDir);
  const taken = await store.write(() => {
    const now = store.tables.meta.get(OWNER);
    if ((now ?? '').toString() !== (before ?? '').toString()) return false;
    store.tables.meta.put(OWNER, encode({ socket: socketPath }));
    return true;
  });
  if (!taken) throw inUse(dataDir);
  if (previous) removeSocket(previous);
}

function inUse(dataDir: string): Error {
  return new Error(
    `the data folder ${dataDir} is in use by another process; stop it first, or give this one a folder of its own`,
  );
}

function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    const settle = (alive: boolean): void => {
      socket.destroy();
      resolve(alive);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}

/** Also removes the private folder it may stand in. */
export function removeSocket(socketPath: string): void {
  const folder = path.dirname(socketPath);
  const isPrivate =
    path.dirname(folder) === tmpdir() &&
    path.basename(folder).startsWith('fundus-') &&
    path.basename(socketPath) === 'store.sock';
  rmSync(isPrivate ? folder : socketPath, { force: true, recursive: isPrivate });
}
