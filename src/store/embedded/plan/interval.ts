import { afterPrefix, encodeKey, tagOf } from '../bson/keys';
import { isNumeric } from '../bson/value';

/** A stretch of one field's index keys: from `start` on, up to but without `end`. */
export interface Interval {
  readonly start: Buffer;
  readonly end: Buffer;
  /** It holds one value only. */
  readonly point: boolean;
}

/** Keys of exactly this value. @throws StoreError when no index can hold it */
export function pointOf(value: unknown): Interval {
  const key = encodeKey(value);
  return { start: key, end: afterPrefix(key), point: true };
}

/** Keys of the bound's type that are greater or less. @throws StoreError when no index can hold the bound */
export function rangeOf(operator: '$gt' | '$gte' | '$lt' | '$lte', bound: unknown): Interval {
  const { start, end } = pointOf(bound);
  const type = Buffer.of(tagOf(bound));
  // NaN sorts below all numbers but is in no range.
  const least = isNumeric(bound) ? encodeKey(Number.NEGATIVE_INFINITY) : type;
  switch (operator) {
    case '$gt':
      return { start: end, end: afterPrefix(type), point: false };
    case '$gte':
      return { start, end: afterPrefix(type), point: false };
    case '$lt':
      return { start: least, end: start, point: false };
    case '$lte':
      return { start: least, end, point: false };
  }
}

/** Keys of strings that begin so. */
export function beginningWith(text: string): Interval {
  const start = Buffer.concat([Buffer.of(tagOf(text)), Buffer.from(text)]);
  return { start, end: afterPrefix(start), point: false };
}

/** What is in both lists; each is in order and without overlaps. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  return a.flatMap((x) => b.map((y) => overlap(x, y))).filter((both) => both !== undefined);
}

function overlap(a: Interval, b: Interval): Interval | undefined {
  const start = Buffer.compare(a.start, b.start) >= 0 ? a.start : b.start;
  const end = Buffer.compare(a.end, b.end) <= 0 ? a.end : b.end;
  return Buffer.compare(start, end) < 0 ? { start, end, point: a.point || b.point } : undefined;
}

/** In order and without overlaps: of two prefixes, or a prefix and a point in it, one may hold the other. */
export function normalized(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const interval of [...intervals].sort(byStart)) {
    const last = merged.at(-1);
    if (!last || Buffer.compare(interval.start, last.end) >= 0) merged.push(interval);
    else if (Buffer.compare(interval.end, last.end) > 0)
      merged[merged.length - 1] = { ...interval, start: last.start, point: false };
  }
  return merged;
}

export function byStart(a: { start: Buffer }, b: { start: Buffer }): number {
  return Buffer.compare(a.start, b.start);
}

/**
 * The same values in a field of this direction. In a descending one bytes are inverted, so what was from a bound on is
 * now up to and including all keys that begin with the inverted bound.
 */
export function turned({ start, end, point }: Interval, direction: number): Interval {
  if (direction > 0) return { start, end, point };
  return { start: afterPrefix(inverted(end)), end: afterPrefix(inverted(start)), point };
}

function inverted(key: Buffer): Buffer {
  return Buffer.from(key.map((byte) => 0xff - byte));
}
