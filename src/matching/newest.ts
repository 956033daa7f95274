export type Filter = Record<string, unknown>;

/** Fields of an index, in order. */
export type IndexKey = Record<string, 1 | -1>;

/** Reads records of one collection in the order of a date, all in one answer. */
export interface Reader<Row> {
  /** The date. */
  field: keyof Row & string;
  /**
   * @param order -1 for the newest first
   * @param index the one to go by, where the database is not to choose
   */
  find: (filter: Filter, order: 1 | -1, limit: number, index?: IndexKey) => Promise<Row[]>;
}

/** What is asked of `newest`. */
export interface NewestWanted {
  /** How many match, roughly. */
  estimate: number;
  /** How many are wanted. */
  limit: number;
}

/** @returns the newest records that match */
export type Newest<Row> = (filter: Filter, wanted: NewestWanted) => Promise<Row[]>;

/**
 * Where very many would match, only a stretch of time that holds enough of them is looked at, and a longer one if it did
 * not: no database has to sort thousands to give a few hundred.
 * @param tokens the field that is asked for: an index by date alone would give them in order, too, but only by reading
 *   everything else on the way
 */
export function newestFirst<Row>(reader: Reader<Row>, tokens: string): Newest<Row> {
  const byTokens: IndexKey = { [tokens]: 1, [reader.field]: -1, _id: -1 };
  let span: Promise<Span> | undefined;
  return async (filter, { estimate, limit }) => {
    for (let share = (2 * limit) / Math.max(1, estimate); share < 0.5; share *= 6) {
      span ??= spanOf(reader);
      const since = { [reader.field]: { $gte: newestShare(await span, share) } };
      const found = await reader.find({ $and: [filter, since] }, -1, limit, byTokens);
      if (found.length >= limit) return found;
    }
    return reader.find(filter, -1, limit, byTokens);
  };
}

/** When the oldest and the newest record were written, in milliseconds. */
type Span = readonly [oldest: number, newest: number];

async function spanOf<Row>(reader: Reader<Row>): Promise<Span> {
  const dated = { [reader.field]: { $type: 'date' } };
  const [oldest, newest] = await Promise.all([reader.find(dated, 1, 1), reader.find(dated, -1, 1)]);
  return [timeOf(oldest[0]?.[reader.field]), timeOf(newest[0]?.[reader.field])];
}

/** @returns since when the newest share of all records was written, if they came evenly */
function newestShare([oldest, newest]: Span, share: number): Date {
  return new Date(newest - share * (newest - oldest));
}

function timeOf(value: unknown): number {
  return value instanceof Date ? value.getTime() : 0;
}
