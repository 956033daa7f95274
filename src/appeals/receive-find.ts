import type { Appeal } from '../domain/appeal';
import { changeFind } from './change-find';
import { findTransition, type Target } from './transition';

/** The agent has the thing in hand. */
export async function receiveFind(target: Target, findId: string): Promise<Appeal> {
  return findTransition({
    ...target,
    findId,
    action: 'receive_find',
    apply: (find, appeal) => ({
      fact: { type: 'find_received', findId },
      change: changeFind(appeal, find, { state: 'received' }),
    }),
  });
}
