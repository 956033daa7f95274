import type { Target } from '../appeals/transition';
import type { Appeal } from '../domain/appeal';
import { settle } from './settle';

/**
 * The agent thinks better of it while the mail is still held.
 * @throws NotFound when the case has no such message
 * @throws Conflict when it is on its way, or was no mail
 */
export function takeBackUpdate(target: Target, messageId: string): Promise<Appeal> {
  return settle(target, messageId, {
    from: { state: 'queued', attempts: 0 },
    set: { state: 'taken_back', dueAt: null },
    event: 'update_taken_back',
  });
}
