import type { Appeal } from '../domain/appeal';
import type { HandOver } from '../domain/find';
import { changeFind } from './change-find';
import { findTransition, type Target } from './transition';

/** The finder has sent the thing on its way to the agent's desk, or brought it. */
export async function handOverFind(target: Target, findId: string, handOver: HandOver): Promise<Appeal> {
  return findTransition({
    ...target,
    findId,
    action: 'hand_over_find',
    apply: (find, appeal) => ({
      fact: { type: 'find_handed_over', findId, way: handOver.way },
      change: changeFind(appeal, find, { state: 'handed_over', handOver }),
    }),
  });
}
