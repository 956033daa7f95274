import type { Jobs } from '../jobs/jobs';
import { deliverEvents, type EventHookTools } from './deliver-events';

const leaseMs = 10 * 60_000;

/** Keeps events going out; they are derived from the timelines where notices are. */
export function defineEventHooks({ agenda, every }: Jobs, tools: EventHookTools): void {
  agenda.define('tell events', () => deliverEvents(tools), { concurrency: 1, lockLifetime: leaseMs });
  every('5 seconds', 'tell events');
}
