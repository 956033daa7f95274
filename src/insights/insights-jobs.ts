import type { Calendar } from '../domain/working-days';
import type { Jobs } from '../jobs/jobs';
import { count } from './count';
import { rebuildIfRuleChanged } from './rebuild';

const countJob = 'count insights';
const leaseMs = 10 * 60_000;

/** Keeps the numbers at most a minute behind what happened. */
export function defineInsights({ agenda, every }: Jobs, calendar: Calendar): void {
  agenda.define(countJob, () => bringUpToDate(calendar), { concurrency: 1, lockLifetime: leaseMs });
  every('1 minute', countJob);
}

async function bringUpToDate(calendar: Calendar): Promise<void> {
  await rebuildIfRuleChanged(calendar);
  await count(calendar);
}
