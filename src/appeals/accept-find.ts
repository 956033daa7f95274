import type { Appeal } from '../domain/appeal';
import { changeFind } from './change-find';
import { findTransition, type Target } from './transition';

/** The agent takes a find; the others stay as backups. */
export async function acceptFind(target: Target, findId: string): Promise<Appeal> {
  return findTransition({
    ...target,
    findId,
    action: 'accept_find',
    apply: (find, appeal) => ({
      fact: { type: 'find_accepted', findId },
      change: changeFind(appeal, find, { state: 'accepted' }),
    }),
  });
}
