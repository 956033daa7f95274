import type { Kind } from '../appeal';
import type { Channel } from '../channels';
import type { Mark, Standing } from './marks';

/** What the numbers tell apart. The place of a person sought is nowhere in them. */
export interface Trait {
  kind: Kind;
  channel: Channel;
  /** As the agent wrote it; empty where nobody said. */
  place: string;
}

/** The numbers of the cases of one trait on one day. Durations are kept one by one, so that a median is exact. */
export interface Cell extends Trait {
  published: Partial<Record<Standing, number>>;
  /** Minutes from publication, ascending. */
  firstFind: number[];
  arrival: number[];
  kept: number;
  broken: number;
}

/** The numbers of one day, `YYYY-MM-DD`. */
export interface DayNumbers {
  day: string;
  cells: Cell[];
}

/** What one case adds. */
export interface CaseMarks extends Trait {
  marks: readonly Mark[];
}

/** @returns the traits of a case, by which its numbers are told apart */
export function traitOf({ kind, channel, place }: Trait): Trait {
  return { kind, channel, place: kind === 'person' ? '' : place.normalize('NFC').trim().replace(/\s+/g, ' ') };
}

/** @returns the numbers of a day, from the cases that add to it; the same whatever their order */
export function numbersOfDay(day: string, cases: readonly CaseMarks[]): DayNumbers {
  const cells = new Map<string, Cell>();
  for (const one of cases) {
    const marks = one.marks.filter((mark) => mark.day === day);
    if (marks.length === 0) continue;
    const cell = cells.get(keyOf(one)) ?? emptyCell(one);
    for (const mark of marks) add(cell, mark);
    cells.set(keyOf(one), cell);
  }
  const sorted = [...cells].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, cell]) => cell);
  for (const { firstFind, arrival } of sorted)
    for (const minutes of [firstFind, arrival]) minutes.sort((a, b) => a - b);
  return { day, cells: sorted };
}

function keyOf({ kind, channel, place }: Trait): string {
  return [kind, channel, place].join('\n');
}

function emptyCell({ kind, channel, place }: Trait): Cell {
  return { kind, channel, place, published: {}, firstFind: [], arrival: [], kept: 0, broken: 0 };
}

function add(cell: Cell, mark: Mark): void {
  switch (mark.measure) {
    case 'published':
      cell.published[mark.standing] = (cell.published[mark.standing] ?? 0) + 1;
      break;
    case 'firstFind':
    case 'arrival':
      cell[mark.measure].push(mark.minutes);
      break;
    case 'promise':
      cell[mark.kept ? 'kept' : 'broken'] += 1;
      break;
  }
}
