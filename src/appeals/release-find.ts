import type { Appeal } from '../domain/appeal';
import { changeFind } from './change-find';
import { findTransition, type Target } from './transition';

/** The agent gives up a find that had been accepted, as it did not come; the search goes on with the backups. */
export async function releaseFind(target: Target, findId: string, words: string): Promise<Appeal> {
  return findTransition({
    ...target,
    findId,
    action: 'release_find',
    apply: (find, appeal) => ({
      fact: { type: 'find_released', findId, words },
      change: changeFind(appeal, find, { state: 'declined' }),
    }),
  });
}
