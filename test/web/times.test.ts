import { calendarDay, exactTime, relativeTime, shownNumber } from '../../src/web/times';

const now = new Date('2024-06-15T12:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const [minute, hour, day] = [60, 3600, 86_400];

describe('relative time', () => {
  it.each([
    [0, 'jetzt', 'now'],
    [59, 'jetzt', 'now'],
    [minute, 'vor 1 Minute', '1 minute ago'],
    [hour - 1, 'vor 59 Minuten', '59 minutes ago'],
    [23 * hour, 'vor 23 Stunden', '23 hours ago'],
    [day, 'gestern', 'yesterday'],
    [59 * day, 'vor 59 Tagen', '59 days ago'],
    [60 * day, 'vor 2 Monaten', '2 months ago'],
    [364 * day, 'vor 12 Monaten', '12 months ago'],
    [800 * day, 'vor 2 Jahren', '2 years ago'],
    [-2 * hour, 'in 2 Stunden', 'in 2 hours'],
  ])('%d seconds ago is "%s", "%s"', (seconds, german, english) => {
    expect(relativeTime(ago(seconds), 'de', now)).toBe(german);
    expect(relativeTime(ago(seconds), 'en', now)).toBe(english);
  });
});

describe('exact time', () => {
  it('is the hour of the team, in summer and winter', () => {
    expect(exactTime(now, 'de')).toBe('Samstag, 15. Juni 2024 um 14:00');
    expect(exactTime(new Date('2024-12-15T23:30:00Z'), 'de')).toBe('Montag, 16. Dezember 2024 um 00:30');
    expect(exactTime(now, 'en')).toMatch(/^Saturday,? 15 June 2024 at 14:00$/);
  });
});

describe('a calendar day', () => {
  it('is the same day everywhere when it was written as one', () => {
    expect(calendarDay('2014-12-28', 'de')).toBe('28. Dezember 2014');
    expect(calendarDay('2014-12-28', 'en')).toBe('28 December 2014');
  });

  it("is the day it was in the team's city when it is a moment", () => {
    expect(calendarDay(new Date('2014-12-28T23:30:00Z'), 'de')).toBe('29. Dezember 2014');
  });
});

it('numbers have the separators of the language', () => {
  expect(shownNumber(1_700_000, 'de')).toBe('1.700.000');
  expect(shownNumber(1_700_000, 'en')).toBe('1,700,000');
});
