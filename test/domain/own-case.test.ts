import { isOwnCase } from '../../src/domain/own-case';
import type { TimelineEvent } from '../../src/domain/timeline-event';

const event = (fact: Partial<TimelineEvent>, actor: TimelineEvent['actor']) =>
  ({ id: '1', at: new Date(), ...fact, actor }) as TimelineEvent;
const me = { kind: 'account', id: 'me' } as const;
const other = { kind: 'account', id: 'other' } as const;

it('a case is an agent’s own who has opened it or worked on it', () => {
  expect(isOwnCase('me', { openedBy: 'me', timeline: [] })).toBe(true);
  expect(isOwnCase('me', { openedBy: 'other', timeline: [event({ type: 'find_accepted', findId: '1' }, me)] })).toBe(
    true,
  );
});

it('it is not by what others did, or by what any colleague may do', () => {
  const timeline = [
    event({ type: 'find_accepted', findId: '1' }, other),
    event({ type: 'closed', outcome: 'withdrawn' }, { kind: 'customer' }),
    event({ type: 'looked', place: '' }, me),
    event({ type: 'lead_given', words: '' }, me),
    event({ type: 'find_offered', findId: '1', quantity: 1 }, me),
    event({ type: 'took_in', appealId: '1' }, me),
  ];
  expect(isOwnCase('me', { openedBy: 'other', timeline })).toBe(false);
});
