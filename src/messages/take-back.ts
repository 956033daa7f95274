import type { Target } from '../appeals/transition';
import type { Appeal } from '../domain/appeal';
import { type Standing, settle } from './settle';

/** How an update stands that has not reached anybody: held or put off, given up, or not posted yet. */
const unsaid: Standing = { $or: [{ state: 'queued', sendingSince: null }, { state: 'failed' }, { state: 'to_post' }] };

/**
 * The agent thinks better of an update that has not reached the customer; it counts as never said.
 * @throws NotFound when the case has no such message
 * @throws Conflict when it is on its way, or was said
 */
export function takeBackUpdate(target: Target, messageId: string): Promise<Appeal> {
  return settle(target, messageId, {
    from: unsaid,
    set: { state: 'taken_back', dueAt: null },
    event: 'update_taken_back',
  });
}
