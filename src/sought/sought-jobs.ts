import type { Jobs } from '../jobs/jobs';
import type { PhotoStore } from '../photos/photo-store';
import { erasePersonCases } from './erase-person-cases';
import { lapseInquiries } from './lapse';

const tendJob = 'tend person searches';
const leaseMs = 10 * 60_000;

/** Has questions lapse that nobody has answered, and closed cases erased. */
export function defineSought(jobs: Jobs, photoStore: PhotoStore): void {
  jobs.agenda.define(tendJob, () => tend(photoStore), { concurrency: 1, lockLifetime: leaseMs });
  jobs.every('1 hour', tendJob);
}

async function tend(photoStore: PhotoStore): Promise<void> {
  await lapseInquiries();
  await erasePersonCases(photoStore);
}
