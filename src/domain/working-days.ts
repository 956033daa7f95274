/** When the house works: not on weekends, not on its holidays. */
export interface Calendar {
  /** Calendar days, `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
  /** IANA name; says when a day begins. */
  readonly timeZone: string;
}

const dayMs = 24 * 60 * 60 * 1000;
const quarterMs = 15 * 60 * 1000;

/** @returns the calendar day of an hour, `YYYY-MM-DD` */
export function dayOf(at: Date, { timeZone }: Calendar): string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return format.format(at);
}

/** @returns the hour at which a day of the house begins; @param day `YYYY-MM-DD` */
export function beginningOf(day: string, calendar: Calendar): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // Zones are at most 14 hours ahead and 12 behind, and begin their days at quarters of an hour.
  const quarters = Array.from({ length: 26 * 4 + 1 }, (_, index) => new Date(midnight + (index - 14 * 4) * quarterMs));
  return quarters.find((at) => dayOf(at, calendar) === day) ?? new Date(midnight);
}

/** @returns the day that lies so many working days after the one of that hour */
export function workingDayAfter(at: Date, days: number, calendar: Calendar): string {
  let day = dayOf(at, calendar);
  for (let left = days; left > 0; left--) day = nextWorkingDay(day, calendar);
  return day;
}

function nextWorkingDay(day: string, calendar: Calendar): string {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
  return isWorkingDay(next, calendar) ? next : nextWorkingDay(next, calendar);
}

function isWorkingDay(day: string, { holidays }: Calendar): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.includes(day);
}
