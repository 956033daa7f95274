import { quantileSorted } from 'd3-array';
import { type Kind, kinds } from '../appeal';
import { outcomes } from '../appeal-status';
import type { Cell } from './day-numbers';
import type { Standing } from './marks';

/** In the order they are shown. */
export const standings: readonly Standing[] = ['happy', ...outcomes.filter((outcome) => outcome !== 'happy'), 'open'];

/** Fewer than this many say something about somebody, rather than about the house. */
export const fewest = 5;

/** How long it took, in minutes; exact, as every duration is kept. */
export interface Durations {
  count: number;
  median: number;
  /** Nine in ten took no longer. */
  p90: number;
}

/** What a number of cells tell together. */
export interface Summary {
  published: number;
  byKind: Record<Kind, number>;
  byStanding: Record<Standing, number>;
  /** Share of those that have ended which ended happily, duplicates left aside; null where none has. */
  success: number | null;
  /** Null where there is none, or too few to hide a person behind. */
  firstFind: Durations | null;
  arrival: Durations | null;
  kept: number;
  broken: number;
  /** Share of promises kept; null where none was due. */
  told: number | null;
}

export function summaryOf(cells: readonly Cell[]): Summary {
  const byStanding = perStanding(cells);
  const { happy, not_found, withdrawn } = byStanding;
  const [kept, broken] = [sum(cells, (cell) => cell.kept), sum(cells, (cell) => cell.broken)];
  return {
    published: sum(cells, publishedIn),
    byKind: perKind(cells),
    byStanding,
    success: share(happy, happy + not_found + withdrawn),
    firstFind: durationsOf(cells, 'firstFind'),
    arrival: durationsOf(cells, 'arrival'),
    kept,
    broken,
    told: share(kept, kept + broken),
  };
}

export function publishedIn({ published }: Cell): number {
  return Object.values(published).reduce((total, count) => total + count, 0);
}

function perKind(cells: readonly Cell[]): Record<Kind, number> {
  const counts = kinds.map((kind) => [
    kind,
    sum(
      cells.filter((cell) => cell.kind === kind),
      publishedIn,
    ),
  ]);
  return Object.fromEntries(counts);
}

function perStanding(cells: readonly Cell[]): Record<Standing, number> {
  return Object.fromEntries(
    standings.map((standing) => [standing, sum(cells, ({ published }) => published[standing] ?? 0)]),
  ) as Record<Standing, number>;
}

/** How long it took until one person was found is theirs alone, so those are in only where they are several. */
function durationsOf(cells: readonly Cell[], measure: 'firstFind' | 'arrival'): Durations | null {
  const persons = minutesIn(
    cells.filter(({ kind }) => kind === 'person'),
    measure,
  );
  const things = minutesIn(
    cells.filter(({ kind }) => kind !== 'person'),
    measure,
  );
  const minutes = persons.length < fewest ? things : [...things, ...persons];
  minutes.sort((one, other) => one - other);
  const [median, p90] = [quantileSorted(minutes, 0.5), quantileSorted(minutes, 0.9)];
  return median === undefined || p90 === undefined ? null : { count: minutes.length, median, p90 };
}

function minutesIn(cells: readonly Cell[], measure: 'firstFind' | 'arrival'): number[] {
  return cells.flatMap((cell) => cell[measure]);
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function sum(cells: readonly Cell[], amount: (cell: Cell) => number): number {
  return cells.reduce((total, cell) => total + amount(cell), 0);
}
