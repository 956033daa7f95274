import { freeOf, isOpen, type Spare } from '../domain/spare';
import { spareTokens } from '../domain/words/spare-tokens';
import type { SpareRecord } from '../models/spare';

/** How often open reservations are compared with their appeals. */
export const settleMs = 15 * 60_000;

/** What every spare begins with. */
export const newSpare = {
  version: 1,
  nameForCustomer: false,
  entryId: null,
  reservations: [],
  withdrawnAt: null,
  remindAt: null,
};

/** What a spare is made of, before anything is derived from it. */
type SpareParts = Omit<Spare, 'id' | 'version' | 'free'>;

/** @returns the domain's spare of a stored one */
export function toSpare(record: SpareRecord): Spare {
  const { _id, find: _, settleAt: __, remindAt: ___, tokens: ____, ...rest } = record;
  return { ...rest, id: _id.toHexString() };
}

/** @returns what of a record follows from its other fields */
export function derived(spare: SpareParts): Pick<SpareRecord, 'free' | 'settleAt' | 'tokens'> {
  const settleAt = spare.reservations.some(isOpen) ? new Date(Date.now() + settleMs) : null;
  return { free: freeOf(spare), settleAt, tokens: spareTokens(spare) };
}
