import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Cursors } from './commands/cursors';
import type { Service } from './commands/service';
import { releaseSocket, socketPathFor } from './ownership';
import { WireServer } from './server';
import { Store } from './storage/store';
import { sweepExpired } from './storage/ttl';

const MINUTE = 60_000;

/** A store that answers on a socket. */
export interface OpenStore {
  readonly socketPath: string;
  close(): Promise<void>;
}

/**
 * Opens the data folder and answers on a socket in it.
 * @throws Error when another process has the folder, or its data are of a newer format
 */
export async function openStore(dataDir: string): Promise<OpenStore> {
  mkdirSync(dataDir, { recursive: true });
  const store = new Store(path.join(dataDir, 'store'));
  const service: Service = { store, cursors: new Cursors() };
  const server = new WireServer(service);
  const socketPath = socketPathFor(dataDir);
  await store.stampFormat();
  await server.listen(socketPath);
  const timer = setInterval(() => void housekeeping(service), MINUTE);
  return {
    socketPath,
    close: async () => {
      clearInterval(timer);
      await server.close();
      service.cursors.closeAll();
      await store.close();
      releaseSocket(socketPath);
    },
  };
}

async function housekeeping({ store, cursors }: Service): Promise<void> {
  cursors.expire();
  await sweepExpired(store, new Date());
}
