import type { Target } from '../appeals/transition';
import type { Appeal } from '../domain/appeal';
import { settle } from './settle';

/**
 * The agent has posted an update in its channel.
 * @param postedLink where it stands; may be empty, as a phone call has no link
 * @throws NotFound when the case has no such message
 * @throws Conflict when it was marked already
 */
export function markPosted(target: Target, messageId: string, postedLink: string): Promise<Appeal> {
  return settle(target, messageId, {
    from: { state: 'to_post' },
    set: { state: 'posted', postedLink },
    event: 'update_posted',
  });
}
