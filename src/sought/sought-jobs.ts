import type { Jobs } from '../jobs/jobs';
import { lapseInquiries } from './lapse';

const lapseJob = 'lapse inquiries';
const leaseMs = 10 * 60_000;

/** Has questions lapse that nobody has answered. */
export function defineSought(jobs: Jobs): void {
  jobs.agenda.define(lapseJob, () => lapseInquiries(), { concurrency: 1, lockLifetime: leaseMs });
  jobs.every('1 hour', lapseJob);
}
