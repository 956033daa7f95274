import { parentPort } from 'node:worker_threads';
import type { View } from './plane';
import { takeFingerprint } from './take';

/** What the thread is asked, and what it answers; `job` tells which answer belongs to which question. */
export interface Question {
  readonly job: number;
  readonly view: View;
}

parentPort?.on('message', ({ job, view }: Question) => {
  parentPort?.postMessage({ job, fingerprint: takeFingerprint(view) });
});
