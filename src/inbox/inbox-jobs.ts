import type { Jobs } from '../jobs/jobs';
import type { Mailbox } from './mailbox';
import { type InboxTools, takeIn } from './take-in';

const readJob = 'read mailbox';
/** Longer than a round takes; a process that fell over gives the mailbox up after this. */
const lockMs = 10 * 60_000;

/**
 * Has the mailbox read every minute, by one process at a time.
 * @returns reads it now, besides
 */
export function defineInbox(jobs: Jobs, mailbox: Mailbox, tools: InboxTools): () => Promise<void> {
  const read = async () => {
    await mailbox.readNew((raw) => takeIn(raw, tools));
  };
  jobs.agenda.define(readJob, read, {
    concurrency: 1,
    lockLifetime: lockMs,
  });
  jobs.every('1 minute', readJob);
  return read;
}
