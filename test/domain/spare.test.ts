import type { FindState } from '../../src/domain/find';
import { freeOf, reservationsFrom } from '../../src/domain/spare';
import { plainAppeal, plainFind, plainShipment } from '../support/plain-appeal';
import { plainReservation, plainSpare } from '../support/plain-spare';

const noon = new Date('2026-03-01T12:00:00Z');
const soon = new Date('2026-03-01T12:09:59Z');
const later = new Date('2026-03-01T12:10:00Z');

const spare = plainSpare({ quantity: 5 });
const pieces = (state: FindState, shipped = 0) => {
  const find = plainFind({ state, spareId: spare.id, quantity: 2 });
  const shipments = shipped > 0 ? [plainShipment({ quantity: shipped })] : [];
  return reservationsFrom(spare, [plainAppeal({ finds: [find, plainFind({ id: 'other' })], shipments })], noon);
};

describe('what is free', () => {
  it('is what nobody has taken, and never less than nothing', () => {
    expect(freeOf({ quantity: 3, reservations: [] })).toBe(3);
    expect(freeOf({ quantity: 3, reservations: [plainReservation(), plainReservation({ state: 'gone' })] })).toBe(1);
    expect(freeOf({ quantity: 1, reservations: [plainReservation({ quantity: 2 })] })).toBe(0);
  });
});

describe('what the appeals tell', () => {
  it.each([
    ['accepted', 0, 2, 'reserved'],
    ['handed_over', 0, 2, 'out'],
    ['received', 0, 2, 'out'],
    ['received', 1, 2, 'out'],
    ['received', 2, 2, 'gone'],
    ['shelved', 0, 2, 'gone'],
    ['put_back', 1, 1, 'gone'],
  ] as const)('of a find that is %s, with %d sent: %d pieces %s', (state, shipped, quantity, become) => {
    const told = { findId: 'find', appealId: 'a'.repeat(24), quantity, state: become };
    expect(pieces(state, shipped)).toEqual([expect.objectContaining(told)]);
  });

  it('nothing is taken of a find that was put back', () => {
    expect(pieces('put_back')).toEqual([]);
  });

  it('outweighs what the spare itself says', () => {
    const kept = plainSpare({ reservations: [plainReservation({ quantity: 4 })] });
    const find = plainFind({ state: 'received', spareId: kept.id });
    expect(reservationsFrom(kept, [plainAppeal({ finds: [find] })], noon)).toMatchObject([
      { quantity: 2, state: 'out' },
    ]);
  });
});

describe('what no appeal tells of', () => {
  const left = plainSpare({ reservations: [plainReservation()] });

  it('is kept for ten minutes, unless it is known to be void', () => {
    expect(reservationsFrom(left, [], soon)).toEqual(left.reservations);
    expect(reservationsFrom(left, [], later)).toEqual([]);
    expect(reservationsFrom(left, [], soon, 'find')).toEqual([]);
    expect(reservationsFrom(left, [], soon, 'another')).toEqual(left.reservations);
  });

  it('stays gone when its appeal was deleted', () => {
    const gone = plainSpare({ reservations: [plainReservation({ state: 'gone' })] });
    expect(reservationsFrom(gone, [], later)).toEqual(gone.reservations);
  });
});
