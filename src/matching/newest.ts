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

/**
 * The newest records that match. Where very many would, only a stretch of time that holds enough of them is looked
 * at, and a longer one if it did not: no database has to sort thousands to give a few hundred.
 * @param question how many match, roughly, how many are wanted, and the field with the tokens that are asked for: an
 *   index by date alone would give them in order, too, but only by reading everything else on the way
 */
export async function newestMatching<Row>(
  reader: Reader<Row>,
  filter: Filter,
  { estimate, limit, tokens }: { estimate: number; limit: number; tokens: string },
): Promise<Row[]> {
  const byTokens: IndexKey = { [tokens]: 1, [reader.field]: -1, _id: -1 };
  for (let share = (2 * limit) / Math.max(1, estimate); share < 0.5; share *= 6) {
    const since = { [reader.field]: { $gte: await beginOf(reader, share) } };
    const found = await reader.find({ $and: [filter, since] }, -1, limit, byTokens);
    if (found.length >= limit) return found;
  }
  return reader.find(filter, -1, limit, byTokens);
}

/** @returns since when the newest share of all records was written, if they came evenly */
async function beginOf<Row>(reader: Reader<Row>, share: number): Promise<Date> {
  const dated = { [reader.field]: { $type: 'date' } };
  const ends = await Promise.all([reader.find(dated, 1, 1), reader.find(dated, -1, 1)]);
  const [oldest = 0, newest = 0] = ends.map(([row]) => timeOf(row?.[reader.field]));
  return new Date(newest - share * (newest - oldest));
}

function timeOf(value: unknown): number {
  return value instanceof Date ? value.getTime() : 0;
}
