import type { Jobs } from '../jobs/jobs';
import { deriveNotices } from './derive';

const deriveJob = 'derive notices';
const leaseMs = 5 * 60_000;

/** @param timeZone in which the hours of digests are meant */
export function defineNotices({ agenda, every }: Jobs, timeZone: string): void {
  agenda.define(deriveJob, () => deriveNotices(timeZone), { concurrency: 1, lockLifetime: leaseMs });
  every('5 seconds', deriveJob);
}
