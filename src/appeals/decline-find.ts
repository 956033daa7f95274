import type { Appeal } from '../domain/appeal';
import { changeFind } from './change-find';
import { findTransition, type Target } from './transition';

/** The agent declines an offer with a kind word, which the finder reads. */
export async function declineFind(target: Target, findId: string, words: string): Promise<Appeal> {
  return findTransition({
    ...target,
    findId,
    action: 'decline_find',
    apply: (find, appeal) => ({
      fact: { type: 'find_declined', findId, words },
      change: changeFind(appeal, find, { state: 'declined' }),
    }),
  });
}
