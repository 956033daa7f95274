import type { Reservation, Spare } from '../../src/domain/spare';

const noon = new Date('2026-03-01T12:00:00Z');

/** @returns a spare of one piece that was never stored; `overrides` say what matters to the test */
export function plainSpare(overrides: Partial<Spare> = {}): Spare {
  return {
    id: 'c'.repeat(24),
    version: 1,
    title: 'Plush donkey',
    words: '',
    attributes: [],
    tags: [],
    condition: 'good',
    quantity: 1,
    free: 1,
    place: 'Cupboard',
    holder: 'holder',
    nameForCustomer: false,
    photos: [],
    entryId: null,
    appeal: null,
    reservations: [],
    shelvedAt: noon,
    confirmedAt: noon,
    withdrawnAt: null,
    ...overrides,
  };
}

/** @returns one piece set aside for the appeal of `plainAppeal` */
export function plainReservation(overrides: Partial<Reservation> = {}): Reservation {
  return { findId: 'find', appealId: 'a'.repeat(24), quantity: 1, state: 'reserved', at: noon, ...overrides };
}
