import type { Jobs } from '../jobs/jobs';
import type { PhotoStore } from '../photos/photo-store';
import { sweepPhotos } from './waiting-photos';

const sweepJob = 'sweep photos';

/** Has photos that nobody needs cleared away, again and again. */
export function defineSweep(jobs: Jobs, photoStore: PhotoStore): void {
  jobs.agenda.define(sweepJob, () => sweepPhotos(photoStore), { concurrency: 1 });
  jobs.every('1 hour', sweepJob);
}
