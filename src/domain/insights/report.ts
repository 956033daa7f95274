import type { Kind } from '../appeal';
import { type Channel, channels } from '../channels';
import type { Cell, DayNumbers } from './day-numbers';
import { fewest, publishedIn, type Summary, summaryOf } from './summary';
import type { Week } from './weeks';

/** The numbers of some weeks, told in several ways. */
export interface Report {
  total: Summary;
  weeks: (Summary & { week: Week })[];
  /** Those that brought anything, the busiest first. */
  channels: (Summary & { channel: Channel })[];
  /** Those that many cases name, the busiest first. */
  places: (Summary & { place: string })[];
  /** All the others together, also those of no place; null where there is none. */
  otherPlaces: Summary | null;
}

/**
 * @param days the numbers of these weeks; others are left out
 * @param kind null for all
 */
export function reportOf(days: readonly DayNumbers[], weeks: readonly Week[], kind: Kind | null): Report {
  const cellsOf = ({ first, last }: Week) =>
    days
      .filter(({ day }) => first <= day && day <= last)
      .flatMap(({ cells }) => cells)
      .filter((cell) => kind === null || cell.kind === kind);
  const perWeek = weeks.map((week) => ({ week, cells: cellsOf(week) }));
  const cells = perWeek.flatMap((one) => one.cells);
  return {
    total: summaryOf(cells),
    weeks: perWeek.map((one) => ({ week: one.week, ...summaryOf(one.cells) })),
    channels: byChannel(cells),
    ...byPlace(cells),
  };
}

function byChannel(cells: readonly Cell[]): Report['channels'] {
  return channels
    .map((channel) => ({ channel, cells: cells.filter((cell) => cell.channel === channel) }))
    .filter((group) => group.cells.length > 0)
    .map((group) => ({ channel: group.channel, ...summaryOf(group.cells) }))
    .sort(busiestFirst);
}

/** A place is text that somebody typed, and may be a front door; it is named once several cases name it. */
function byPlace(cells: readonly Cell[]): Pick<Report, 'places' | 'otherPlaces'> {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const place = cell.place.toLowerCase();
    groups.set(place, [...(groups.get(place) ?? []), cell]);
  }
  const named = [...groups].filter(mayBeNamed);
  const rest = [...groups].filter((group) => !mayBeNamed(group)).flatMap(([, group]) => group);
  return {
    places: named.map(([, group]) => ({ place: group[0]?.place ?? '', ...summaryOf(group) })).sort(busiestFirst),
    otherPlaces: rest.length > 0 ? summaryOf(rest) : null,
  };
}

function mayBeNamed([place, cells]: [string, readonly Cell[]]): boolean {
  return place !== '' && cells.reduce((total, cell) => total + publishedIn(cell), 0) >= fewest;
}

function busiestFirst(one: Summary, other: Summary): number {
  return other.published - one.published;
}
