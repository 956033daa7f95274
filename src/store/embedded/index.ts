import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '../../config';
import type { StoreOptions } from './open';
import type { WorkerMessage } from './worker';

/** A running store. */
export interface EmbeddedStore {
  /** Where mongoose and the driver reach it, without a database name. */
  readonly uri: string;
  /** Waits for running writes; afterwards the data folder is free for another. May be called again. */
  close(): Promise<void>;
}

/**
 * Starts the store that speaks MongoDB's protocol, in a thread of its own.
 * @param options the folder the data are kept in (made when it is not there), and times for tests
 * @throws Error when another process uses the folder, or its data were written by a newer version
 */
export async function startEmbeddedStore(options: StoreOptions): Promise<EmbeddedStore> {
  const worker = new Worker(workerFile(), { workerData: options });
  const message = await nextMessage(worker);
  if (!('socketPath' in message)) {
    await worker.terminate();
    throw new Error('error' in message ? message.error : 'the embedded store closed while starting');
  }
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= closeWorker(worker);
    return closing;
  };
  return { uri: uriOf(message.socketPath), close };
}

function uriOf(socketPath: string): string {
  return `mongodb://${encodeURIComponent(socketPath)}/?directConnection=true`;
}

/** A thread runs JavaScript: under a TypeScript loader (tests) that is the build's output. */
function workerFile(): string {
  if (__filename.endsWith('.js')) return path.join(__dirname, 'worker.js');
  const built = path.join(projectRoot, 'dist/src/store/embedded/worker.js');
  if (!existsSync(built))
    throw new Error(`the embedded store is not built (${built} is missing): run \`npm run build\` first`);
  return built;
}

/** Afterwards nobody listens for errors: a store that breaks later ends the process instead of failing in silence. */
function nextMessage(worker: Worker): Promise<WorkerMessage> {
  return new Promise<WorkerMessage>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the embedded store ended with code ${code}`)));
  }).finally(() => worker.removeAllListeners());
}

async function closeWorker(worker: Worker): Promise<void> {
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  worker.postMessage('close');
  await ended;
}
