import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '../../config';
import type { Fingerprint } from '../../domain/fingerprint/fingerprint';
import type { View } from './plane';
import type { Question } from './worker';

interface Waiting {
  readonly resolve: (fingerprint: Fingerprint) => void;
  readonly reject: (error: Error) => void;
}

const waiting = new Map<number, Waiting>();
let thread: Worker | undefined;
let lastJob = 0;

/**
 * Takes a fingerprint in a thread of its own: it is tens of milliseconds of arithmetic, in which no page would be
 * answered. The thread starts with the first photo and keeps nobody from ending.
 */
export function fingerprintInBackground(view: View): Promise<Fingerprint> {
  const worker = runningThread();
  lastJob += 1;
  const question: Question = { job: lastJob, view };
  return new Promise((resolve, reject) => {
    waiting.set(question.job, { resolve, reject });
    worker.ref();
    worker.postMessage(question);
  });
}

function runningThread(): Worker {
  if (thread) return thread;
  const started = new Worker(workerFile());
  started.on('message', ({ job, fingerprint }: { job: number; fingerprint: Fingerprint }) => {
    waiting.get(job)?.resolve(fingerprint);
    waiting.delete(job);
    if (waiting.size === 0) started.unref();
  });
  started.on('error', failAll);
  started.on('exit', (code) => failAll(new Error(`the thread of the fingerprints ended with code ${code}`)));
  thread = started;
  return started;
}

/** Whoever waits is told; the next photo starts a new thread. */
function failAll(error: Error): void {
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
  thread = undefined;
}

/** A thread runs JavaScript: under a TypeScript loader (tests) that is the build's output. */
function workerFile(): string {
  if (__filename.endsWith('.js')) return path.join(__dirname, 'worker.js');
  const built = path.join(projectRoot, 'dist/src/photos/fingerprint/worker.js');
  if (!existsSync(built)) throw new Error(`${built} is missing: run \`npm run build\` first`);
  return built;
}
