import type { Jobs } from '../jobs/jobs';
import { keepTheRules, type RetentionTools } from './keep-the-rules';

const retentionJob = 'keep the rules of retention';
const leaseMs = 60 * 60_000;

/** Has what is kept no longer erased, once a day; after a restore at once, as no backup holds jobs. */
export function defineRetention(jobs: Jobs, tools: RetentionTools): void {
  jobs.agenda.define(retentionJob, () => keepTheRules(tools), { concurrency: 1, lockLifetime: leaseMs });
  jobs.every('1 day', retentionJob);
}
