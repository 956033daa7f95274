/** When the house works: not on weekends, not on its holidays. */
export interface Calendar {
  /** Calendar days, `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
  /** IANA name; says when a day begins. */
  readonly timeZone: string;
}

const dayMs = 24 * 60 * 60 * 1000;

/** @returns the calendar day of an hour, `YYYY-MM-DD` */
export function dayOf(at: Date, { timeZone }: Calendar): string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return format.format(at);
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
