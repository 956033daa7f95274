import { freeOf, isOpen, type Spare } from '../domain/spare';
import type { SpareRecord } from '../models/spare';

/** How often open reservations are compared with their appeals. */
export const settleMs = 15 * 60_000;

/** @returns the domain's spare of a stored one */
export function toSpare({ _id, find: _, settleAt: __, ...rest }: SpareRecord): Spare {
  return { ...rest, id: _id.toHexString() };
}

/** @returns what of a record follows from its other fields */
export function derived(spare: Pick<Spare, 'quantity' | 'reservations'>): Pick<SpareRecord, 'free' | 'settleAt'> {
  const settleAt = spare.reservations.some(isOpen) ? new Date(Date.now() + settleMs) : null;
  return { free: freeOf(spare), settleAt };
}

/** What every spare begins with. */
export const newSpare = { version: 1, nameForCustomer: false, reservations: [], withdrawnAt: null };
