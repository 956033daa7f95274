import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { forgetCompaction, isCompactionAsked } from '../compact-mark';
import { FailPoints } from './commands/connection/fail-points';
import { Cursors } from './commands/reading/cursors';
import type { Service } from './commands/service';
import { chooseSocketPath, removeSocket, takeOwnership } from './ownership';
import { WireServer } from './server';
import { Store } from './storage/store';
import { sweepExpired } from './storage/ttl';

const MINUTE = 60_000;

/** How a store runs; what is left out is as in MongoDB. */
export interface StoreOptions {
  readonly dataDir: string;
  /** How often expired documents and forgotten cursors are removed, in milliseconds. */
  readonly sweepEvery?: number;
  /** How long a cursor nobody asks for is kept, in milliseconds. */
  readonly cursorTimeout?: number;
  /** Lets clients make faults happen with `configureFailPoint`. */
  readonly testCommands?: boolean;
}

/** A store that answers on a socket. */
export interface OpenStore {
  readonly socketPath: string;
  close(): Promise<void>;
}

/**
 * Opens the data folder and answers on a socket in it.
 * @throws Error when another process has the folder, or its data are of a newer format
 */
export async function openStore(options: StoreOptions): Promise<OpenStore> {
  const { dataDir, sweepEvery = MINUTE, cursorTimeout, testCommands } = options;
  mkdirSync(dataDir, { recursive: true });
  const store = new Store(path.join(dataDir, 'store'));
  const failPoints = testCommands ? new FailPoints() : undefined;
  const service: Service = { store, cursors: new Cursors(cursorTimeout), failPoints };
  const server = new WireServer(service);
  const socketPath = chooseSocketPath(dataDir);
  try {
    await server.listen(socketPath);
    chmodSync(socketPath, 0o600);
    await takeOwnership(store, socketPath, dataDir);
    await store.stampFormat();
    await compactIfAsked(store, dataDir);
  } catch (error) {
    await server.close();
    await store.close();
    throw error;
  }
  const timer = setInterval(() => void housekeeping(service), sweepEvery);
  return { socketPath, close: () => closeAll(timer, server, service, socketPath) };
}

/**
 * Nobody has been told yet where the store answers, so nobody works with it. Where it cannot be done, as on a full disk,
 * or on a system that keeps open files from being replaced, it is tried again at the next start.
 */
async function compactIfAsked(store: Store, dataDir: string): Promise<void> {
  if (isCompactionAsked(dataDir) && (await store.compact())) forgetCompaction(dataDir);
}

/** Connections first, so that no new work comes; then what is under way is awaited by the storage. */
async function closeAll(
  timer: NodeJS.Timeout,
  server: WireServer,
  { store, cursors }: Service,
  socketPath: string,
): Promise<void> {
  clearInterval(timer);
  await server.close();
  cursors.closeAll();
  await store.close();
  removeSocket(socketPath);
}

/** A sweep that fails (a full disk) is tried again at the next turn; it must not end the store. */
async function housekeeping({ store, cursors }: Service): Promise<void> {
  cursors.expire();
  await sweepExpired(store, new Date()).catch(() => undefined);
}
