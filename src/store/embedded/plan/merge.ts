import type { KeyRange, Ranges, SortedBy } from './ranges';
import type { Hit, Searchable } from './table';

/** Keys of all ranges, one range after the other: in the order of the table. */
export function* inTurn(table: Searchable, ranges: readonly KeyRange[], reverse: boolean): Generator<Hit> {
  for (const range of reverse ? ranges.toReversed() : ranges) yield* table.hits(range, reverse);
}

/**
 * Keys in the order of the fields after those the sort does not mention: for each combination of these a stream of its
 * own, and always the stream that is first is taken from.
 */
export function inOrder(table: Searchable, ranges: Ranges, { reverse, skipped }: SortedBy): Iterable<Hit> {
  const beginnings = ranges.levels[skipped] ?? [];
  if (beginnings.length <= 1) return inTurn(table, ranges.list, reverse);
  return merged(
    beginnings.map((beginning) => {
      const own = ranges.list.filter(({ start }) => start.subarray(0, beginning.length).equals(beginning));
      return { hits: inTurn(table, own, reverse), skip: beginning.length };
    }),
    reverse,
  );
}

interface Stream {
  readonly hits: Iterator<Hit>;
  readonly skip: number;
  head: Hit;
}

function* merged(sources: readonly { hits: Generator<Hit>; skip: number }[], reverse: boolean): Generator<Hit> {
  const streams: Stream[] = sources.flatMap(({ hits, skip }) => {
    const first = hits.next();
    return first.done ? [] : [{ hits, skip, head: first.value }];
  });
  try {
    while (streams.length > 0) {
      const next = streams.reduce((best, stream) => (before(stream, best, reverse) ? stream : best));
      yield next.head;
      const following = next.hits.next();
      if (following.done) streams.splice(streams.indexOf(next), 1);
      else next.head = following.value;
    }
  } finally {
    // Given up early, the streams still hold places in the table.
    for (const { hits } of sources) hits.return(undefined);
  }
}

function before(a: Stream, b: Stream, reverse: boolean): boolean {
  const order = Buffer.compare(a.head.key.subarray(a.skip), b.head.key.subarray(b.skip));
  return reverse ? order > 0 : order < 0;
}
