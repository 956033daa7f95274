import { afterPrefix } from '../bson/keys';
import type { SortField } from '../query/sort';
import type { Constraint } from './constraints';
import { byStart, type Interval, intersect, turned } from './interval';

/** What an ordered table offers to search in: an index, or the documents by their `_id`. */
export interface Ordered {
  readonly fields: readonly string[];
  readonly directions: readonly number[];
  /** Fields that hold arrays somewhere: entries of one document then differ in them. */
  readonly multikey: readonly boolean[];
}

/** A stretch of whole keys. */
export interface KeyRange {
  readonly start: Buffer;
  readonly end: Buffer;
}

/** Where in an ordered table the matches of a filter are. */
export interface Ranges {
  /** In order, without overlaps. */
  readonly list: readonly KeyRange[];
  /** Beginnings of keys after the first n fields, for as long as fields are given by single values. */
  readonly levels: readonly (readonly Buffer[])[];
  /** Leading fields given by values. */
  readonly points: number;
  /** The field after those is given by a range. */
  readonly ranged: boolean;
  readonly used: ReadonlySet<Constraint>;
}

/** More beginnings than this are not worth their seeks. */
const MAX_BEGINNINGS = 200;

/** Turns constraints into ranges of keys, field after field until one is not given by values. */
export function rangesFor(table: Ordered, constraints: readonly Constraint[]): Ranges {
  const used = new Set<Constraint>();
  const levels: Buffer[][] = [[Buffer.alloc(0)]];
  for (const [i, field] of table.fields.entries()) {
    const beginnings = levels[i] ?? [];
    // Two fields of an array's documents stand in one entry, but two of its documents may satisfy the conditions.
    const throughArray = table.multikey[i] === true;
    if (throughArray && table.multikey.slice(0, i).includes(true)) break;
    const chosen = chooseFor(field, throughArray, constraints);
    const intervals = intervalsOf(chosen, table.directions[i] ?? 1);
    if (!intervals) break;
    for (const constraint of chosen) used.add(constraint);
    const next = product(beginnings, intervals);
    if (!intervals.every(({ point }) => point) || next.length > MAX_BEGINNINGS) {
      return { list: next, levels, points: i, ranged: true, used };
    }
    levels.push(next.map(({ start }) => start));
  }
  const last = levels.at(-1) ?? [];
  return {
    list: last.map((start) => ({ start, end: afterPrefix(start) })),
    levels,
    points: levels.length - 1,
    ranged: false,
    used,
  };
}

/**
 * Two conditions on an array may be met by two of its elements, so of a field with arrays only one is used, preferably
 * one that names values.
 */
function chooseFor(field: string, multikey: boolean, constraints: readonly Constraint[]): Constraint[] {
  const here = constraints.filter(({ path }) => path === field);
  const best = here.find(({ intervals }) => intervals.every(({ point }) => point)) ?? here[0];
  return multikey && best ? [best] : here;
}

function intervalsOf(chosen: readonly Constraint[], direction: number): Interval[] | undefined {
  const [first, ...others] = chosen.map(({ intervals }) => intervals);
  const both = first && others.reduce<readonly Interval[]>(intersect, first);
  return both?.map((interval) => turned(interval, direction)).sort(byStart);
}

function product(beginnings: readonly Buffer[], intervals: readonly Interval[]): KeyRange[] {
  return beginnings.flatMap((beginning) =>
    intervals.map(({ start, end }) => ({
      start: Buffer.concat([beginning, start]),
      end: Buffer.concat([beginning, end]),
    })),
  );
}

/** How a sort comes out of an ordered table. */
export interface SortedBy {
  /** Keys are read from the end. */
  readonly reverse: boolean;
  /** Leading fields the sort does not mention; ranges that differ in them have to be merged. */
  readonly skipped: number;
}

/** @returns how the table gives this order, or undefined when it does not */
export function sortedBy(table: Ordered, { levels, points }: Ranges, sort: readonly SortField[]): SortedBy | undefined {
  const single = levels.findIndex((beginnings) => beginnings.length !== 1);
  const fixed = table.fields.slice(0, single < 0 ? points : single - 1).filter((_, i) => !table.multikey[i]);
  // A field with one value only orders nothing.
  const wanted = sort.filter(({ field }) => !fixed.includes(field));
  const [first] = wanted;
  if (!first) return { reverse: false, skipped: 0 };
  const from = table.fields.indexOf(first.field);
  if (from < 0 || from > points) return undefined;
  const reverse = table.directions[from] !== first.direction;
  const fits = wanted.every(({ field, direction }, i) => {
    const at = from + i;
    return (
      table.fields[at] === field && !table.multikey[at] && table.directions[at] === (reverse ? -direction : direction)
    );
  });
  return fits ? { reverse, skipped: from } : undefined;
}
