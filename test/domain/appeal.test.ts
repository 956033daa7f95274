import { awaitsAnswer, awaitsDeletion, chosenFind, findOf, hasNewAddress, remainingOf } from '../../src/domain/appeal';
import { findStates } from '../../src/domain/find';
import { plainAppeal, plainEvent, plainFind, plainShipment } from '../support/plain-appeal';

const mine = plainFind({ id: 'mine' });

test('a find is known by its id', () => {
  const appeal = plainAppeal({ finds: [plainFind(), mine] });
  expect(findOf(appeal, 'mine')).toBe(mine);
  expect(findOf(appeal, 'nobodys')).toBeUndefined();
});

describe('what is left of a find', () => {
  it('is what its own shipments did not take', () => {
    const find = plainFind({ quantity: 5 });
    const shipments = [
      plainShipment({ quantity: 1 }),
      plainShipment({ quantity: 2 }),
      plainShipment({ findId: 'other' }),
      plainShipment({ findId: null }),
    ];
    expect(remainingOf({ shipments }, find)).toBe(2);
    expect(remainingOf({ shipments: [] }, find)).toBe(5);
  });
});

describe('the find on which a case moves on', () => {
  it.each(findStates)('is one in the state %s only when it was accepted', (state) => {
    const found = chosenFind(plainAppeal({ finds: [plainFind({ state })] }));
    expect(found !== undefined).toBe(['accepted', 'handed_over', 'received'].includes(state));
  });

  it('is none of which every piece was sent', () => {
    const sent = plainFind({ id: 'sent', state: 'received', quantity: 1 });
    const next = plainFind({ id: 'next', state: 'accepted' });
    const appeal = plainAppeal({ finds: [sent, next], shipments: [plainShipment({ findId: 'sent' })] });
    expect(chosenFind(appeal)).toBe(next);
  });
});

describe('a customer who awaits an answer', () => {
  const messageId = 'm';
  const reply = plainEvent({ type: 'customer_replied', messageId }, 'customer');
  const update = plainEvent({ type: 'update_sent', messageId, channel: 'email' });
  const thanks = plainEvent({ type: 'customer_thanked', messageId, shareable: true, publicUse: false }, 'customer');
  const call = plainEvent({ type: 'update_posted', messageId, channel: 'phone', hearsBy: '' });
  const posted = plainEvent({ type: 'update_posted', messageId, channel: 'x' });
  const look = plainEvent({ type: 'looked', place: '' });
  const ended = plainEvent({ type: 'closed', outcome: 'withdrawn' }, 'customer');
  const endedByUs = plainEvent({ type: 'closed', outcome: 'withdrawn' });

  it.each([
    [true, [update, reply]],
    [true, [reply, look]],
    [false, []],
    [false, [look, update]],
    [false, [reply, update, look]],
    [false, [reply, call]],
    [true, [update, reply, posted]],
    [true, [reply, thanks]],
    [false, [update, thanks]],
    [true, [update, ended]],
    [false, [ended, update]],
    [false, [update, endedByUs]],
  ])('has had the last word: %s', (awaits, timeline) => {
    expect(awaitsAnswer({ timeline })).toBe(awaits);
  });
});

describe('a new address', () => {
  const corrected = plainEvent({ type: 'address_corrected' }, 'customer');
  const shipped = plainEvent({ type: 'shipped', shipmentId: 's', carrier: 'dhl' });
  const looked = plainEvent({ type: 'looked', place: '' });

  it.each([
    [true, [shipped, corrected, looked]],
    [false, [corrected, shipped]],
    [false, [plainEvent({ type: 'address_confirmed' }, 'customer')]],
  ])('is to be looked at until the parcel is sent: %s', (waits, timeline) => {
    expect(hasNewAddress({ timeline })).toBe(waits);
  });
});

it('knows who wants to be forgotten', () => {
  expect(awaitsDeletion({ timeline: [] })).toBe(false);
  expect(awaitsDeletion({ timeline: [plainEvent({ type: 'deletion_requested' }, 'customer')] })).toBe(true);
});
