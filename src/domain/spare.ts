import { type Appeal, type Attribute, remainingOf } from './appeal';
import type { Condition, Find } from './find';
import type { Photo } from './photo';

/**
 * `reserved`: set aside for an appeal, still where it stood; `out`: handed over, may yet come back; `gone`: with a
 * customer.
 */
export const reservationStates = ['reserved', 'out', 'gone'] as const;

/** Pieces of a spare that an appeal has taken. */
export interface Reservation {
  /** Id of the appeal's find that stands for these pieces. */
  findId: string;
  appealId: string;
  quantity: number;
  state: (typeof reservationStates)[number];
  at: Date;
}

/** What a spare is, in words anybody in the company may read. */
export interface SpareWords {
  title: string;
  words: string;
  attributes: Attribute[];
  /** Without the `#`. */
  tags: string[];
  condition: Condition;
}

/** A thing that stands ready for the next customer: left over from a find, or offered by a colleague. */
export interface Spare extends SpareWords {
  id: string;
  /** Grows by one with every change. */
  version: number;
  /** All pieces that were ever put there, but those given away. */
  quantity: number;
  /** How many of them nobody has taken; derived from `quantity` and `reservations`, kept to be searched by. */
  free: number;
  place: string;
  /** Account id of whoever keeps it. */
  holder: string;
  /** The holder agreed that a customer may learn their name. */
  nameForCustomer: boolean;
  photos: Photo[];
  /** The catalogue entry it is one of; null where nobody has said. */
  entryId: string | null;
  /** The appeal of whose find it is the surplus; null when it was offered freely. */
  appeal: string | null;
  reservations: Reservation[];
  shelvedAt: Date;
  /** When somebody last saw it. */
  confirmedAt: Date;
  /** Taken off the shelf by its holder; null while it stands there. */
  withdrawnAt: Date | null;
}

const dayMs = 24 * 60 * 60_000;
/** How long after the first reminder a spare nobody looked after is still trusted to be there. */
const graceDays = 30;

/** When the last look is old enough to ask again, and when it is too old to be believed. */
export interface Deadlines {
  due: Date;
  overdue: Date;
}

/** @param periodDays how often whoever keeps a spare is asked whether it is still there */
export function confirmationDeadlines(now: Date, periodDays: number): Deadlines {
  const due = now.getTime() - periodDays * dayMs;
  return { due: new Date(due), overdue: new Date(due - graceDays * dayMs) };
}

/** @returns whether nobody has said for long that it is still there */
export function isLongUnconfirmed({ confirmedAt }: Pick<Spare, 'confirmedAt'>, { overdue }: Deadlines): boolean {
  return confirmedAt <= overdue;
}

/** A reservation no appeal tells of is left over from a crash once no request can still be about to write it. */
const orphanMs = 10 * 60_000;

/** @returns how many pieces nobody has taken */
export function freeOf({ quantity, reservations }: Pick<Spare, 'quantity' | 'reservations'>): number {
  return Math.max(0, quantity - reservations.reduce((sum, taken) => sum + taken.quantity, 0));
}

/** @returns whether a reservation may still change as its appeal goes on */
export function isOpen({ state }: Reservation): boolean {
  return state !== 'gone';
}

/**
 * What is taken of a spare, as the appeals tell it; they are the truth, and the spare's own list is derived from them.
 * Reservations of which no appeal tells (yet) stay for ten minutes.
 * @param appeals all that have a find made of this spare
 * @param dropped id of the find of a reservation that will certainly not be recorded
 */
export function reservationsFrom(
  spare: Pick<Spare, 'id' | 'reservations'>,
  appeals: readonly Appeal[],
  now: Date,
  dropped?: string,
): Reservation[] {
  const told = appeals.flatMap((appeal) =>
    appeal.finds.filter(({ spareId }) => spareId === spare.id).map((find) => ({ appeal, find })),
  );
  const pending = spare.reservations
    .filter(({ findId }) => findId !== dropped && !told.some(({ find }) => find.id === findId))
    .filter((one) => isPending(one, now));
  return [...told.flatMap(({ appeal, find }) => reservationOf(appeal, find)), ...pending];
}

/** Pieces that had left the house stay gone, even should their appeal be deleted. */
function isPending({ state, at }: Reservation, now: Date): boolean {
  return state !== 'reserved' || now.getTime() - at.getTime() < orphanMs;
}

/** Pieces that were put back are free again, but for those a customer has; left over elsewhere, they are another spare. */
function reservationOf(appeal: Appeal, find: Find): Reservation[] {
  const remaining = remainingOf(appeal, find);
  const isBack = find.state === 'put_back';
  const quantity = isBack ? find.quantity - remaining : find.quantity;
  if (quantity === 0) return [];
  const taken = { findId: find.id, appealId: appeal.id, quantity, at: find.offeredAt };
  if (isBack || remaining === 0) return [{ ...taken, state: 'gone' }];
  return [{ ...taken, state: stateOf(find) }];
}

function stateOf({ state }: Find): Reservation['state'] {
  if (state === 'shelved') return 'gone';
  return state === 'handed_over' || state === 'received' ? 'out' : 'reserved';
}
