import { badValue } from '../../errors';
import { instantOf, type Zone } from './time-zone';

const DAY = 86_400_000;
const EPOCH_WEEKDAY = 4; // 1 January 1970 was a Thursday; Sunday is 0
/** Bins of `$dateTrunc` are counted from 1 January 2000. */
const REFERENCE = Date.UTC(2000, 0, 1);

const MONTHS_OF = { month: 1, quarter: 3, year: 12 } as const;
const MILLISECONDS_OF = { millisecond: 1, second: 1000, minute: 60_000, hour: 3_600_000 } as const;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

export type Unit = keyof typeof MONTHS_OF | keyof typeof MILLISECONDS_OF | 'day' | 'week';

/** @throws StoreError when it is none */
export function unitOf(name: unknown): Unit {
  const unit = String(name);
  if (unit in MONTHS_OF || unit in MILLISECONDS_OF || unit === 'day' || unit === 'week') return unit as Unit;
  throw badValue(`unknown time unit value: ${unit}`);
}

/** Sunday is 0. @param name of a day, or its first three letters; left out it is Sunday */
export function weekdayOf(name: unknown): number {
  if (name === undefined || name === null) return 0;
  const found = WEEKDAYS.findIndex(
    (day) => day === String(name).toLowerCase() || day.slice(0, 3) === String(name).toLowerCase(),
  );
  if (found < 0) throw badValue(`unknown day of week value: ${String(name)}`);
  return found;
}

/** Days since 1970 of a local time. */
function dayNumber(local: number): number {
  return Math.floor(local / DAY);
}

/** Sunday is 0. */
export function weekday(local: number): number {
  return (((dayNumber(local) + EPOCH_WEEKDAY) % 7) + 7) % 7;
}

/** 1 January is 1. */
export function dayOfYear(local: number): number {
  return dayNumber(local) - dayNumber(Date.UTC(new Date(local).getUTCFullYear(), 0, 1)) + 1;
}

/** Week and year as ISO 8601 counts them: a week belongs to the year of its Thursday. */
export function isoWeek(local: number): { week: number; year: number } {
  const thursday = (dayNumber(local) - ((weekday(local) + 6) % 7) + 3) * DAY;
  return { week: Math.ceil(dayOfYear(thursday) / 7), year: new Date(thursday).getUTCFullYear() };
}

function monthNumber(local: number): number {
  const date = new Date(local);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Adds in the zone's calendar: the time of day stays, and a day the month does not have becomes its last. */
export function addUnits(instant: number, unit: Unit, amount: number, zone: Zone): number {
  if (unit in MILLISECONDS_OF) return instant + amount * MILLISECONDS_OF[unit as keyof typeof MILLISECONDS_OF];
  const local = instant + zone(instant);
  if (unit === 'day' || unit === 'week') return instantOf(local + amount * DAY * (unit === 'week' ? 7 : 1), zone);
  const month = monthNumber(local) + amount * MONTHS_OF[unit as keyof typeof MONTHS_OF];
  const lastDay = new Date(Date.UTC(0, month + 1, 0)).setUTCFullYear(Math.floor(month / 12), (month % 12) + 1, 0);
  const day = Math.min(new Date(local).getUTCDate(), new Date(lastDay).getUTCDate());
  const start = new Date(0).setUTCFullYear(Math.floor(month / 12), month % 12, day);
  return instantOf(start + (local - dayNumber(local) * DAY), zone);
}

/** How many of the unit's boundaries lie between two instants. */
export function unitsBetween(from: number, to: number, unit: Unit, zone: Zone, firstWeekday: number): number {
  const [a, b] = [from + zone(from), to + zone(to)];
  if (unit in MONTHS_OF) {
    const size = MONTHS_OF[unit as keyof typeof MONTHS_OF];
    return Math.floor(monthNumber(b) / size) - Math.floor(monthNumber(a) / size);
  }
  if (unit === 'day') return dayNumber(b) - dayNumber(a);
  if (unit === 'week') return weekNumber(b, firstWeekday) - weekNumber(a, firstWeekday);
  const size = MILLISECONDS_OF[unit as keyof typeof MILLISECONDS_OF];
  // Time that passes is meant, not what clocks show: only the part of an hour a zone is off counts.
  return Math.floor((to + (zone(to) % size)) / size) - Math.floor((from + (zone(from) % size)) / size);
}

function weekNumber(local: number, firstWeekday: number): number {
  return Math.floor((dayNumber(local) + EPOCH_WEEKDAY - firstWeekday) / 7);
}

/** Start of the bin of `size` units an instant is in. */
export function truncate(instant: number, unit: Unit, size: number, zone: Zone, firstWeekday: number): number {
  const local = instant + zone(instant);
  if (unit in MILLISECONDS_OF) {
    // Bins of hours and less are counted in time that passes, whatever the clocks do in between.
    const bin = size * MILLISECONDS_OF[unit as keyof typeof MILLISECONDS_OF];
    return instant - modulo(instant - instantOf(REFERENCE, zone), bin);
  }
  if (unit in MONTHS_OF) {
    const bin = size * MONTHS_OF[unit as keyof typeof MONTHS_OF];
    const month = monthNumber(local) - modulo(monthNumber(local) - monthNumber(REFERENCE), bin);
    return instantOf(new Date(0).setUTCFullYear(Math.floor(month / 12), month % 12, 1), zone);
  }
  const firstDay = dayNumber(REFERENCE) + (unit === 'week' ? modulo(firstWeekday - weekday(REFERENCE), 7) : 0);
  const day = dayNumber(local) - modulo(dayNumber(local) - firstDay, size * (unit === 'week' ? 7 : 1));
  return instantOf(day * DAY, zone);
}

/** The remainder that is never negative. */
function modulo(value: number, size: number): number {
  return ((value % size) + size) % size;
}
