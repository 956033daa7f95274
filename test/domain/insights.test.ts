import { numbersOfDay, traitOf } from '../../src/domain/insights/day-numbers';
import { marksOf } from '../../src/domain/insights/marks';
import { promisesOf } from '../../src/domain/insights/promises';
import type { EventFact, TimelineEvent } from '../../src/domain/timeline-event';
import { plainEvent } from '../support/plain-appeal';

const calendar = { timeZone: 'Europe/Berlin', holidays: ['2026-03-04'] };

/** Events with their hours in UTC, such as `03-02 12:00`; March 2nd of 2026 is a Monday. */
function history(...events: [at: string, fact: EventFact][]): TimelineEvent[] {
  return events.map(([at, fact]) => plainEvent(fact, 'agent', new Date(`2026-${at.replace(' ', 'T')}:00Z`)));
}

const published: EventFact = { type: 'appeal_published' };
const told = (hearsBy: string, messageId = 'm'): EventFact => ({
  type: 'update_sent',
  messageId,
  channel: 'email',
  hearsBy,
});

describe('promises', () => {
  const promises = (today: string, ...events: Parameters<typeof history>) =>
    promisesOf(history(...events), calendar, today);

  it('are kept on their last day, in the house’s time zone', () => {
    const last = promises('2026-03-03', ['03-02 08:00', published], ['03-03 22:59', told('2026-03-06')]);
    expect(last).toEqual({ settled: [{ day: '2026-03-03', kept: true }], openUntil: '2026-03-06' });
    const late = promises('2026-03-04', ['03-02 08:00', published], ['03-03 23:01', told('2026-03-06')]);
    expect(late.settled).toEqual([{ day: '2026-03-03', kept: false }]);
  });

  it('are broken once their day is over, though nothing happened', () => {
    expect(promises('2026-03-03', ['03-02 08:00', published])).toEqual({ settled: [], openUntil: '2026-03-03' });
    const over = { settled: [{ day: '2026-03-03', kept: false }], openUntil: null };
    expect(promises('2026-03-04', ['03-02 08:00', published])).toEqual(over);
  });

  it('leave out weekends and holidays where nothing was promised', () => {
    const { openUntil } = promises('2026-03-02', ['03-02 08:00', published], ['03-02 09:00', told('')]);
    expect(openUntil).toBe('2026-03-10');
  });

  it('are as if an update had not been that was taken back', () => {
    const back: EventFact = { type: 'update_taken_back', messageId: 'm', channel: 'email' };
    const { settled } = promises(
      '2026-03-05',
      ['03-02 08:00', published],
      ['03-02 09:00', told('')],
      ['03-02 09:01', back],
    );
    expect(settled).toEqual([{ day: '2026-03-03', kept: false }]);
  });

  it('end without a verdict when the case is closed in time, and with one when it is not', () => {
    const closed: EventFact = { type: 'closed', outcome: 'withdrawn' };
    const none = { settled: [], openUntil: null };
    expect(promises('2026-04-01', ['03-02 08:00', published], ['03-03 08:00', closed])).toEqual(none);
    const again = promises(
      '2026-04-01',
      ['03-02 08:00', published],
      ['03-03 08:00', closed],
      ['03-04 08:00', { type: 'reopened' }],
    );
    expect(again).toEqual(none);
    const { settled } = promises('2026-04-01', ['03-02 08:00', published], ['03-05 08:00', closed]);
    expect(settled).toEqual([{ day: '2026-03-03', kept: false }]);
  });
});

describe('marks', () => {
  const marks = (kind: 'item' | 'person' | 'owner', ...events: Parameters<typeof history>) =>
    marksOf({ kind, timeline: history(...events) }, calendar, '2026-03-02').marks.filter(
      ({ measure }) => measure !== 'promise',
    );

  it('are none for a draft', () => {
    expect(marks('item', ['03-02 08:00', { type: 'appeal_opened' }])).toEqual([]);
  });

  it('time the first find and the delivery from publication', () => {
    const offered: EventFact = { type: 'find_offered', findId: 'f', quantity: 1 };
    expect(
      marks(
        'item',
        ['03-02 08:00', published],
        ['03-02 08:30', { type: 'lead_given', words: '' }],
        ['03-02 09:15', offered],
        ['03-02 10:00', offered],
        ['03-05 23:30', { type: 'delivered' }],
      ),
    ).toEqual([
      { day: '2026-03-02', measure: 'published', standing: 'open' },
      { day: '2026-03-02', measure: 'firstFind', minutes: 75 },
      { day: '2026-03-06', measure: 'arrival', minutes: 3 * 1440 + 15 * 60 + 30 },
    ]);
  });

  it('take what was passed on for the find, and the happy end for the arrival, where a person is sought', () => {
    expect(
      marks(
        'person',
        ['03-02 08:00', published],
        ['03-02 08:10', { type: 'lead_given', words: '' }],
        ['03-02 08:30', { type: 'contact_shared' }],
        ['03-03 08:00', { type: 'closed', outcome: 'happy' }],
      ),
    ).toEqual([
      { day: '2026-03-02', measure: 'published', standing: 'happy' },
      { day: '2026-03-02', measure: 'firstFind', minutes: 30 },
      { day: '2026-03-03', measure: 'arrival', minutes: 1440 },
    ]);
  });

  it('take a delivery back when the case is reopened', () => {
    const happy: EventFact = { type: 'closed', outcome: 'happy' };
    const all = marks(
      'item',
      ['03-02 08:00', published],
      ['03-03 08:00', { type: 'delivered' }],
      ['03-03 09:00', happy],
      ['03-04 08:00', { type: 'reopened' }],
    );
    expect(all).toEqual([{ day: '2026-03-02', measure: 'published', standing: 'open' }]);
  });

  it('name a merged case a duplicate until the merge is undone', () => {
    const merged: [string, EventFact] = ['03-03 08:00', { type: 'merged_into', appealId: 'x' }];
    const undone: [string, EventFact] = ['03-04 08:00', { type: 'merge_undone', appealId: 'x' }];
    expect(marks('item', ['03-02 08:00', published], merged)[0]).toMatchObject({ standing: 'duplicate' });
    expect(marks('item', ['03-02 08:00', published], merged, undone)[0]).toMatchObject({ standing: 'open' });
  });
});

it('keeps no place of a person sought', () => {
  expect(traitOf({ kind: 'person', channel: 'x', place: 'Bonn' }).place).toBe('');
  expect(traitOf({ kind: 'item', channel: 'x', place: '  Bonn   Hbf ' }).place).toBe('Bonn Hbf');
});

it('keeps durations one by one, in order', () => {
  const trait = { kind: 'item', channel: 'x', place: 'Bonn' } as const;
  const found = (minutes: number) => ({
    ...trait,
    marks: [{ day: '2026-03-02', measure: 'firstFind' as const, minutes }],
  });
  expect(numbersOfDay('2026-03-02', [found(30), found(9), found(100)]).cells).toEqual([
    { ...trait, published: {}, firstFind: [9, 30, 100], arrival: [], kept: 0, broken: 0 },
  ]);
});
