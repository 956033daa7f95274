import { changeFind } from '../appeals/change-find';
import { type NewShipment, ship } from '../appeals/ship';
import { findTransition, type Target } from '../appeals/transition';
import { type Appeal, findOf } from '../domain/appeal';
import { settleSparesOf } from './settle-spare';
import { spareOfFind } from './spare-of-find';

/**
 * The agent has what was reserved in hand: on the desk, or packed at once. With a parcel the case takes both steps, one
 * after the other; should the process end in between, the thing lies at the desk, ready to be sent.
 * The appeal is written first; the spare's own list follows when it is settled.
 * @param parcel in which all of it was sent to the customer at once; null when it goes to the desk
 */
export async function handOverSpare(
  target: Target,
  findId: string,
  parcel: Pick<NewShipment, 'carrier' | 'trackingNumber'> | null = null,
): Promise<Appeal> {
  const atDesk = await findTransition({
    ...target,
    findId,
    action: 'hand_over_spare',
    apply: (find, appeal) => ({
      fact: { type: 'spare_handed_over', findId, spareId: spareOfFind(find) },
      change: changeFind(appeal, find, { state: 'received' }),
    }),
  });
  const quantity = findOf(atDesk, findId)?.quantity ?? 1;
  // The first half has moved the case on; the second is about that version.
  const next = { ...target, seenVersion: atDesk.version, onlyVersion: undefined };
  const appeal = parcel ? await ship(next, { ...parcel, quantity }) : atDesk;
  await settleSparesOf(appeal);
  return appeal;
}
