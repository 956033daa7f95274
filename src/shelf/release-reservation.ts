import { changeFind } from '../appeals/change-find';
import { findTransition, type Target } from '../appeals/transition';
import type { Appeal } from '../domain/appeal';
import { settleSparesOf } from './settle-spare';
import { spareOfFind } from './spare-of-find';

/**
 * Gives up what was reserved: it is not the right one, or whoever keeps it no longer has it. The search goes on, and the
 * pieces are free again. The appeal is written first; should the process end in between, the pieces stay reserved until
 * the spare is settled next.
 * @param words what happened, for the agent and the holder
 */
export async function releaseReservation(target: Target, findId: string, words: string): Promise<Appeal> {
  const appeal = await findTransition({
    ...target,
    findId,
    action: 'release_reservation',
    apply: (find, appeal) => ({
      fact: { type: 'reservation_released', findId, spareId: spareOfFind(find), words },
      change: changeFind(appeal, find, { state: 'put_back' }),
    }),
  });
  await settleSparesOf(appeal);
  return appeal;
}
