import type { Language } from '../domain/languages';

/** British dates: day before month, as everywhere else in the house. */
const locales: Record<Language, string> = { de: 'de-DE', en: 'en-GB' };

/** The hour of the team's city, for everybody who reads the board. */
const timeZone = 'Europe/Berlin';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** From this many seconds on, the unit is used; each is this many seconds long. */
const units: readonly { from: number; unit: Intl.RelativeTimeFormatUnit; length: number }[] = [
  { from: 365 * day, unit: 'year', length: 365 * day },
  { from: 60 * day, unit: 'month', length: 30 * day },
  { from: day, unit: 'day', length: day },
  { from: hour, unit: 'hour', length: hour },
  { from: minute, unit: 'minute', length: minute },
];

/** How long ago or ahead, in words, such as "vor 3 Stunden"; within a minute "jetzt". */
export function relativeTime(at: Date, language: Language, now = new Date()): string {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const format = new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' });
  const step = units.find(({ from }) => Math.abs(seconds) >= from);
  return step ? format.format(Math.trunc(seconds / step.length), step.unit) : format.format(0, 'second');
}

/** Day and hour in full. */
export function exactTime(at: Date, language: Language): string {
  const exact = { dateStyle: 'full', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(locales[language], exact).format(at);
}

/**
 * A calendar day in full, such as "28. Dezember 2014".
 * @param given a moment, or a day as `YYYY-MM-DD`, which is the same day everywhere
 */
export function calendarDay(given: Date | string, language: Language): string {
  const zone = typeof given === 'string' ? 'UTC' : timeZone;
  const at = typeof given === 'string' ? new Date(`${given}T00:00:00Z`) : given;
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: zone }).format(at);
}

/** A calendar day where there is little room, such as "28. Dez."; @param day `YYYY-MM-DD` */
export function shortDay(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** A number with the language's separators; @param digits how many behind the point, at most */
export function shownNumber(given: number, language: Language, digits = 3): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: digits }).format(given);
}

/** A share from 0 to 1 as per cent. */
export function shownShare(given: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 0 }).format(given);
}
