import { type Action, appealActions, findActions } from '../../src/domain/actions';
import { kinds } from '../../src/domain/appeal';
import { moves, type Outcome, outcomesFor, type Status, statusAfter, statuses } from '../../src/domain/appeal-status';
import { plainAppeal, plainEvent, plainFind, plainShipment } from '../support/plain-appeal';

/** Every move there is. Whatever is not here leaves the case where it stands. */
const table: readonly [Status, Action, Status][] = [
  ['draft', 'publish', 'searching'],
  ['searching', 'accept_find', 'found'],
  ['searching', 'name_owner', 'at_desk'],
  ['searching', 'dispose', 'closed'],
  ['searching', 'reserve_spare', 'found'],
  ['searching', 'close', 'closed'],
  ['searching', 'withdraw_request', 'closed'],
  ['found', 'hand_over_spare', 'at_desk'],
  ['found', 'hand_over_find', 'collecting'],
  ['found', 'release_find', 'searching'],
  ['found', 'release_reservation', 'searching'],
  ['found', 'close', 'closed'],
  ['found', 'withdraw_request', 'closed'],
  ['collecting', 'receive_find', 'at_desk'],
  ['collecting', 'release_find', 'searching'],
  ['collecting', 'release_reservation', 'searching'],
  ['collecting', 'close', 'closed'],
  ['collecting', 'withdraw_request', 'closed'],
  ['at_desk', 'ship', 'on_its_way'],
  ['at_desk', 'hand_to_owner', 'delivered'],
  ['at_desk', 'release_reservation', 'searching'],
  ['at_desk', 'close', 'closed'],
  ['at_desk', 'withdraw_request', 'closed'],
  ['on_its_way', 'confirm_delivery', 'delivered'],
  ['delivered', 'close', 'closed'],
  ['closed', 'reopen', 'searching'],
  ['searching', 'merge', 'closed'],
  ['closed', 'unmerge', 'searching'],
];

const everyStep = statuses.flatMap((status) =>
  [...appealActions, ...findActions].map((action) => {
    const [, , next] = table.find(([from, by]) => from === status && by === action) ?? [];
    return { status, action, next };
  }),
);

test.each(everyStep)('$status by $action: $next', ({ status, action, next }) => {
  expect(moves(status, action)).toBe(next !== undefined);
  expect(statusAfter(plainAppeal({ status }), action)).toBe(next ?? status);
});

describe('a case that is reopened', () => {
  const reopened = (...states: Parameters<typeof plainFind>[0][]) =>
    statusAfter(plainAppeal({ status: 'closed', finds: states.map(plainFind) }), 'reopen');

  it('searches anew when nothing is left', () => {
    expect(reopened()).toBe('searching');
    expect(reopened({ state: 'offered' }, { state: 'declined' }, { state: 'shelved' })).toBe('searching');
  });

  it('goes on with a find that is travelling', () => {
    expect(reopened({ state: 'offered' }, { state: 'handed_over' })).toBe('collecting');
  });

  it('goes on with a piece that lies at the desk', () => {
    expect(reopened({ state: 'handed_over' }, { id: 'other', state: 'received' })).toBe('at_desk');
  });

  it('searches anew when every piece was sent', () => {
    const finds = [plainFind({ state: 'received', quantity: 2 })];
    const shipments = [plainShipment(), plainShipment({ id: 'second' })];
    expect(statusAfter(plainAppeal({ status: 'closed', finds, shipments }), 'reopen')).toBe('searching');
  });
});

describe('the outcomes of a case', () => {
  const whileSearching: readonly Outcome[] = ['not_found', 'withdrawn', 'duplicate'];

  it('are bad ones for a thing that is still sought', () => {
    expect(outcomesFor(plainAppeal())).toEqual(whileSearching);
  });

  it('are neither for a found thing, which is there whatever becomes of the search', () => {
    expect(outcomesFor(plainAppeal({ kind: 'owner' }))).toEqual(['withdrawn', 'duplicate']);
  });

  it('are happy for a person only where something was passed on', () => {
    const timeline = [plainEvent({ type: 'contact_shared' })];
    expect(outcomesFor(plainAppeal({ kind: 'person' }))).toEqual(whileSearching);
    expect(outcomesFor(plainAppeal({ kind: 'person', timeline }))).toEqual(['happy', ...whileSearching]);
    expect(outcomesFor(plainAppeal({ timeline }))).toEqual(whileSearching);
  });

  it.each(kinds)('are none where a case of kind %s cannot be closed, and some wherever it can', (kind) => {
    for (const status of statuses)
      expect(outcomesFor(plainAppeal({ kind, status })).length > 0).toBe(moves(status, 'close'));
  });

  it.each(kinds)('depend on how far a case of kind %s has come', (kind) => {
    for (const status of ['found', 'collecting', 'at_desk'] as const)
      expect(outcomesFor(plainAppeal({ kind, status }))).toEqual(['withdrawn']);
    expect(outcomesFor(plainAppeal({ kind, status: 'delivered' }))).toEqual(['happy']);
  });
});
