/** A calendar week, from Monday to Sunday, both `YYYY-MM-DD`. */
export interface Week {
  first: string;
  last: string;
}

const dayMs = 24 * 60 * 60 * 1000;

/** @returns so many weeks in order, the last of which holds `today` */
export function weeksUntil(today: string, weeks: number): Week[] {
  const monday = mondayOf(today);
  return Array.from({ length: weeks }, (_, index) => {
    const first = dayAfter(monday, (index - weeks + 1) * 7);
    return { first, last: dayAfter(first, 6) };
  });
}

function mondayOf(day: string): string {
  return dayAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}
