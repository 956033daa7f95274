import { tellingHour } from '../../src/domain/digest-hour';

const told = (pace: 'instant' | 'daily' | 'weekly' | 'off', at: string) =>
  tellingHour(pace, new Date(at), 'Europe/Berlin')?.toISOString() ?? null;

it('is now, or never', () => {
  expect([told('instant', '2026-03-02T12:34:56Z'), told('off', '2026-03-02T12:34:56Z')]).toEqual([
    '2026-03-02T12:34:56.000Z',
    null,
  ]);
});

it.each([
  ['2026-03-03T12:34:56Z', '2026-03-04T06:00:00.000Z', '2026-03-09T06:00:00.000Z'],
  ['2026-03-02T05:30:00Z', '2026-03-02T06:00:00.000Z', '2026-03-02T06:00:00.000Z'],
  ['2026-03-02T06:00:00Z', '2026-03-03T06:00:00.000Z', '2026-03-09T06:00:00.000Z'],
])('is seven in the morning where people are: after %s', (at, daily, weekly) => {
  expect([told('daily', at), told('weekly', at)]).toEqual([daily, weekly]);
});

it('is seven also where the clocks are changed meanwhile', () => {
  expect(told('daily', '2026-03-28T12:00:00Z')).toBe('2026-03-29T05:00:00.000Z');
  expect(told('weekly', '2026-10-19T07:00:00Z')).toBe('2026-10-26T06:00:00.000Z');
});
