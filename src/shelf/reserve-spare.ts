import { randomUUID } from 'node:crypto';
import { appealFor } from '../appeals/find-appeals';
import { LostRace } from '../appeals/lost-race';
import { type AccountTarget, type Target, transition, unlessBroughtAbout } from '../appeals/transition';
import { isAllowed } from '../domain/allowed-actions';
import { type Appeal, findOf } from '../domain/appeal';
import type { Find } from '../domain/find';
import { freeOf, type Reservation, type Spare } from '../domain/spare';
import { AppError, InvalidInput } from '../errors';
import { changeSpare } from './change-spare';
import { settleSpare } from './settle-spare';

/**
 * Reserves pieces of a spare for an appeal, which goes on as if a colleague's find had been accepted: the pieces
 * become a find of the case, kept by the spare's holder.
 *
 * The pieces are set aside in the spare first, under the id the find will have, and the appeal tells of them second;
 * so no piece is promised twice. Should the process end in between, the appeal is as it was, and nobody was told that
 * anything is reserved: doing it again for that appeal takes over what was set aside, and for others it is free again
 * after ten minutes (`settleSpare`).
 * @throws LostRace when the case takes no spare (any more)
 * @throws InvalidInput when fewer pieces are free
 * @throws NotFound when there is no such spare
 */
export async function reserveSpare(target: AccountTarget, spareId: string, quantity = 1): Promise<Appeal> {
  return unlessBroughtAbout(target, 'reserve_spare', () => reserve(target, spareId, quantity));
}

async function reserve(target: AccountTarget, spareId: string, quantity: number): Promise<Appeal> {
  const appeal = await appealFor(target.actor, target.appealId);
  if (!isAllowed(target.actor, appeal, 'reserve_spare')) throw new LostRace(appeal, target.seenVersion);
  await settleSpare(spareId);
  const findId = randomUUID();
  const spare = await setAside(spareId, appeal, { findId, quantity });
  try {
    return await record(target, spare, { findId, quantity });
  } catch (error) {
    // After any other fault the appeal may tell of it all the same; then it stays until that is known.
    if (error instanceof AppError) await settleSpare(spareId, findId);
    throw error;
  }
}

type Pieces = Pick<Reservation, 'findId' | 'quantity'>;

function setAside(spareId: string, appeal: Appeal, pieces: Pieces): Promise<Spare> {
  return changeSpare(spareId, (spare) => {
    const others = spare.reservations.filter((one) => one.appealId !== appeal.id || findOf(appeal, one.findId));
    const available = spare.withdrawnAt ? 0 : freeOf({ ...spare, reservations: others });
    if (pieces.quantity > available)
      throw new InvalidInput('refusal.tooManyPieces', { quantity: 'refusal.tooManyPieces' }, { available });
    const reservation: Reservation = { ...pieces, appealId: appeal.id, state: 'reserved', at: new Date() };
    return { reservations: [...others, reservation] };
  });
}

function record(target: Target, spare: Spare, pieces: Pieces): Promise<Appeal> {
  return transition({
    ...target,
    action: 'reserve_spare',
    apply: (appeal) => ({
      fact: { type: 'spare_reserved', spareId: spare.id, ...pieces },
      change: { finds: [...appeal.finds, findMadeOf(spare, pieces)] },
    }),
  });
}

function findMadeOf(spare: Spare, { findId, quantity }: Pieces): Find {
  const { holder, place, condition, words, photos, nameForCustomer } = spare;
  return {
    id: findId,
    spareId: spare.id,
    finder: holder,
    quantity,
    place,
    condition,
    words,
    photo: photos[0] ?? null,
    nameForCustomer,
    photoForCustomer: false,
    state: 'accepted',
    handOver: null,
    offeredAt: new Date(),
  };
}
