import type { Pace } from './notice';

/** When people begin their day, and their week. */
const hour = 7;
const firstDay = 'Mon';

const hourMs = 60 * 60_000;
/** A week, and an hour more, as one of its days may be longer. */
const hoursAhead = 7 * 24 + 2;

/**
 * @param timeZone in which the hour is meant
 * @returns when something is told that happens at a moment; null for never
 */
export function tellingHour(pace: Pace, at: Date, timeZone: string): Date | null {
  if (pace === 'off') return null;
  if (pace === 'instant') return at;
  const format = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', weekday: 'short', hourCycle: 'h23', timeZone });
  const nextFull = Math.floor(at.getTime() / hourMs) * hourMs + hourMs;
  const hours = Array.from({ length: hoursAhead }, (_, ahead) => new Date(nextFull + ahead * hourMs));
  return hours.find((candidate) => begins(format.formatToParts(candidate), pace)) ?? null;
}

function begins(parts: readonly Intl.DateTimeFormatPart[], pace: Pace): boolean {
  const part = (wanted: string) => parts.find(({ type }) => type === wanted)?.value;
  return Number(part('hour')) === hour && (pace === 'daily' || part('weekday') === firstDay);
}
