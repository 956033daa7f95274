import type { Jobs } from '../jobs/jobs';
import { type ReminderTools, remindHolders } from './remind-holders';
import { settleDue } from './settle-spare';

const tendJob = 'tend shelf';
const leaseMs = 5 * 60_000;

/** Keeps the shelf in order: reservations are compared with their appeals, holders reminded. */
export function defineShelf({ agenda, every }: Jobs, reminder: ReminderTools): void {
  agenda.define(tendJob, () => tend(reminder), { concurrency: 1, lockLifetime: leaseMs });
  every('5 minutes', tendJob);
}

async function tend(reminder: ReminderTools): Promise<void> {
  await settleDue();
  await remindHolders(reminder);
}
