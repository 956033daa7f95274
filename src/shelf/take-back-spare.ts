import { changeFind } from '../appeals/change-find';
import { findTransition, type Target } from '../appeals/transition';
import { type Appeal, remainingOf } from '../domain/appeal';
import { settleSparesOf } from './settle-spare';
import { spareOfFind } from './spare-of-find';

/**
 * Puts what the customer did not need back where it was taken from; what was sent stays gone. The appeal is written
 * first; should the process end in between, the pieces are free again once the spare is settled next.
 */
export async function takeBackSpare(target: Target, findId: string): Promise<Appeal> {
  const appeal = await findTransition({
    ...target,
    findId,
    action: 'take_back_spare',
    apply: (find, now) => ({
      fact: { type: 'spare_taken_back', findId, spareId: spareOfFind(find), quantity: remainingOf(now, find) },
      change: changeFind(now, find, { state: 'put_back' }),
    }),
  });
  await settleSparesOf(appeal);
  return appeal;
}
