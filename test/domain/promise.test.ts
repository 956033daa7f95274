import type { Appeal } from '../../src/domain/appeal';
import { hearsBy, usualPromise } from '../../src/domain/promise';
import type { EventFact } from '../../src/domain/timeline-event';
import { dayOf, workingDayAfter } from '../../src/domain/working-days';
import { plainAppeal } from '../support/plain-appeal';

const calendar = { holidays: ['2026-12-25', '2027-01-01'], timeZone: 'Europe/Berlin' };
const at = (day: string) => new Date(`${day}T10:00:00Z`);

it.each([
  ['2026-12-21', 1, '2026-12-22'],
  ['2026-12-24', 1, '2026-12-28'],
  ['2026-12-24', 5, '2027-01-04'],
  ['2026-12-26', 1, '2026-12-28'],
  ['2026-12-21', 0, '2026-12-21'],
])('counts working days: %s and %d is %s', (from, days, day) => {
  expect(workingDayAfter(at(from), days, calendar)).toBe(day);
});

it('takes the day of the house, not of the clock', () => {
  expect(dayOf(new Date('2026-12-31T23:30:00Z'), calendar)).toBe('2027-01-01');
});

const said = (fact: EventFact, day: string) =>
  ({ ...fact, id: day, at: at(day), actor: { kind: 'account', id: 'a' } }) as const;
const sent = (messageId: string, promised: string, day: string) =>
  said({ type: 'update_sent', messageId, channel: 'email', hearsBy: promised }, day);
const promised = (timeline: Appeal['timeline'], status: Appeal['status'] = 'searching') =>
  hearsBy(plainAppeal({ status, timeline, publishedAt: at('2026-12-21') }), calendar);

it('every open case has its day', () => {
  expect(promised([])).toBe('2026-12-22');
  expect(promised([sent('1', '2026-12-30', '2026-12-21')])).toBe('2026-12-30');
  expect(promised([sent('1', '', '2026-12-21')])).toBe('2026-12-29');
  const note = said({ type: 'update_posted', messageId: '2', channel: 'phone', hearsBy: '2027-01-05' }, '2026-12-22');
  expect(promised([sent('1', '2026-12-30', '2026-12-21'), note])).toBe('2027-01-05');
  expect(promised([], 'closed')).toBeNull();
  expect(promised([], 'draft')).toBeNull();
});

it('what was taken back promised nothing; what was posted keeps what was promised with it', () => {
  const back = said({ type: 'update_taken_back', messageId: '1', channel: 'email' }, '2026-12-21');
  expect(promised([sent('1', '2026-12-30', '2026-12-21'), back])).toBe('2026-12-22');
  const posted = said({ type: 'update_posted', messageId: '1', channel: 'x' }, '2026-12-22');
  expect(promised([sent('1', '2026-12-30', '2026-12-21'), posted])).toBe('2026-12-30');
});

it('promises nothing more at the end of a case', () => {
  expect(usualPromise('thank_you', at('2026-12-21'), calendar)).toBe('');
  expect(usualPromise('found', at('2026-12-21'), calendar)).toBe('2026-12-24');
});
