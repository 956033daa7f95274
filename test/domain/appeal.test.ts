import { awaitsAnswer, chosenFind, findOf, remainingOf } from '../../src/domain/appeal';
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
  const thanks = plainEvent({ type: 'customer_thanked', messageId, shareable: true }, 'customer');
  const look = plainEvent({ type: 'looked', place: '' });

  it.each([
    [true, [update, reply]],
    [true, [reply, look]],
    [false, []],
    [false, [look, update]],
    [false, [reply, update, look]],
    [true, [reply, thanks]],
  ])('has had the last word: %s', (awaits, timeline) => {
    expect(awaitsAnswer({ timeline })).toBe(awaits);
  });
});
