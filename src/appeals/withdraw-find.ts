import type { Appeal } from '../domain/appeal';
import { changeFind } from './change-find';
import { findTransition, type Target } from './transition';

/** The finder takes an offer back while it is not accepted. */
export async function withdrawFind(target: Target, findId: string): Promise<Appeal> {
  return findTransition({
    ...target,
    findId,
    action: 'withdraw_find',
    apply: (find, appeal) => ({
      fact: { type: 'find_withdrawn', findId },
      change: changeFind(appeal, find, { state: 'withdrawn' }),
    }),
  });
}
