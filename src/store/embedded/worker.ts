import { parentPort, workerData } from 'node:worker_threads';
import { openStore, type StoreOptions } from './open';

/** What it hears back: where the store listens, why it could not start, or that it is closed. */
export type WorkerMessage = { readonly socketPath: string } | { readonly error: string } | { readonly closed: true };

/** The store lives in a thread of its own, so that a long scan never holds up the web. */
async function main(): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('the embedded store is started by startEmbeddedStore');
  const say = (message: WorkerMessage): void => port.postMessage(message);
  try {
    const store = await openStore(workerData as StoreOptions);
    port.once('message', () => {
      void store.close().then(() => {
        say({ closed: true });
        port.close();
      });
    });
    say({ socketPath: store.socketPath });
  } catch (error) {
    say({ error: (error as Error).message });
    port.close();
  }
}

void main();
