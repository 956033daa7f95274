import type { StringOrder } from '../bson/order';
import { equal } from '../bson/order';
import { type Doc, isDoc } from '../bson/value';
import { badValue } from '../errors';
import { parseSort } from '../query/sort';
import type { Collection, Stored } from '../storage/collection';
import { type Constraints, constraintsOf } from './constraints';
import { inOrder, inTurn } from './merge';
import { type Ranges, rangesFor, type SortedBy, sortedBy } from './ranges';
import { documentsBehind, type Examined, primaryOf, type Searchable, secondaryOf } from './table';
import { holdsAllMatches } from './usable';

/** What a plan is made for. */
export interface Wanted {
  readonly filter: Doc;
  readonly sort?: Doc;
  readonly limit?: number;
  readonly hint?: unknown;
  readonly strings?: StringOrder;
}

/** How the candidates of a query are found. The filter is applied to each of them afterwards, unless it need not be. */
export interface Plan {
  /** They come in the order asked for. */
  readonly sorted: boolean;
  /** All of them match: the filter need not be applied. */
  readonly exact: boolean;
  documents(examined: Examined): Iterable<Stored>;
  /** Number of matches when the keys alone tell it. */
  count(): number | undefined;
  /** As `explain` shows it. */
  describe(): Doc;
}

/** One table's offer. */
interface Offer {
  readonly table: Searchable;
  readonly ranges: Ranges;
  readonly order: SortedBy | undefined;
  /** Each key found stands for a match. */
  readonly sure: boolean;
  /** The same, and no match has two keys. */
  readonly exact: boolean;
  readonly score: number;
}

/** @returns the way to the documents of a query that reads least */
export function planFor(collection: Collection, wanted: Wanted): Plan {
  // Keys are ordered by code point; under a collation other strings are equal and between each other.
  if (wanted.strings || isNatural(wanted.hint)) return wholeCollection(collection, wanted.hint);
  const constraints = constraintsOf(wanted.filter);
  const tables = searchable(collection, wanted, constraints);
  const offers = tables.map((table) => offerOf(table, wanted, constraints)).sort((a, b) => b.score - a.score);
  const [best] = offers;
  if (best && (best.score > 0 || wanted.hint !== undefined)) return throughTable(collection, best);
  return eitherOf(collection, wanted) ?? wholeCollection(collection);
}

function searchable(collection: Collection, { filter, hint }: Wanted, constraints: Constraints): Searchable[] {
  const usable = collection.indexes.filter((index) => holdsAllMatches(index, filter, constraints.list));
  const tables = [primaryOf(collection), ...usable.map((index) => secondaryOf(collection, index))];
  if (hint === undefined) return tables;
  checkHint(collection, hint);
  const hinted = tables.filter((table) => isNamed(table, hint));
  return hinted.length > 0 ? hinted : tables.slice(0, 1);
}

/** `{$natural: 1}` or `-1`: no index, please. */
function isNatural(hint: unknown): hint is { $natural: unknown } {
  return isDoc(hint) && '$natural' in hint;
}

function isNamed({ name, spec }: { name: string; spec: unknown }, hint: unknown): boolean {
  return name === hint || (isDoc(hint) && equal(spec, hint));
}

/** @throws StoreError when there is no such index; one that would lose matches is merely not used */
function checkHint(collection: Collection, hint: unknown): void {
  const known = [
    { name: '_id_', spec: { _id: 1 } as unknown },
    ...collection.indexes.map(({ name, spec }) => ({ name, spec: spec.key })),
  ];
  if (!known.some((index) => isNamed(index, hint)))
    throw badValue('planner returned error :: caused by :: hint provided does not correspond to an existing index');
}

function offerOf(table: Searchable, { sort = {}, limit = 0 }: Wanted, { list, complete }: Constraints): Offer {
  const ranges = rangesFor(table, list);
  const fields = parseSort(sort);
  const order = sortedBy(table, ranges, fields);
  const sure = complete && ranges.used.size === list.length;
  const exact = sure && !table.multikey.includes(true);
  return {
    table,
    ranges,
    order,
    sure,
    exact,
    score: scoreOf(table, ranges, fields.length > 0 && order !== undefined, limit, exact),
  };
}

/**
 * A simple ranking: values narrow more than a range, a unique key most; an order that comes for free is worth more when
 * only the first few are wanted.
 */
function scoreOf(table: Searchable, ranges: Ranges, sorted: boolean, limit: number, exact: boolean): number {
  const named = table.name === '_id_' ? 1 : table.fields.length - 1;
  const oneDocument = table.unique && ranges.points >= named ? 1000 : 0;
  const order = limit > 0 ? 70 : 40;
  return (
    oneDocument +
    ranges.points * 100 +
    (ranges.ranged ? 50 : 0) +
    (sorted ? order : 0) +
    (exact && ranges.used.size > 0 ? 5 : 0)
  );
}

function throughTable(collection: Collection, { table, ranges, order, sure, exact }: Offer): Plan {
  return {
    sorted: order !== undefined,
    exact: sure,
    documents(examined) {
      const hits = order ? inOrder(table, ranges, order) : inTurn(table, ranges.list, false);
      return documentsBehind(collection, hits, table.multikey.includes(true), examined);
    },
    count: () => (exact ? ranges.list.reduce((sum, range) => sum + table.count(range), 0) : undefined),
    describe: () => ({
      stage: 'FETCH',
      inputStage: {
        stage: 'IXSCAN',
        indexName: table.name,
        keyPattern: table.spec,
        isMultiKey: table.multikey.includes(true),
        direction: order?.reverse ? 'backward' : 'forward',
        ranges: ranges.list.length,
      },
    }),
  };
}

function wholeCollection(collection: Collection, hint?: unknown): Plan {
  const reverse = isNatural(hint) && Number(hint.$natural) < 0;
  return {
    sorted: false,
    exact: false,
    *documents(examined) {
      for (const stored of collection.scan({ reverse })) {
        examined.documents += 1;
        yield stored;
      }
    },
    count: () => undefined,
    describe: () => ({ stage: 'COLLSCAN', direction: reverse ? 'backward' : 'forward' }),
  };
}

/** When nothing else helps, each branch of an `$or` may have an index of its own. */
function eitherOf(collection: Collection, { filter }: Wanted): Plan | undefined {
  const { $or: branches, ...rest } = filter;
  if (!Array.isArray(branches)) return undefined;
  const plans = branches.filter(isDoc).map((branch) => planFor(collection, { filter: { $and: [rest, branch] } }));
  if (plans.some((plan) => plan.describe().stage === 'COLLSCAN')) return undefined;
  return {
    sorted: false,
    exact: false,
    documents: (examined) => eachOnce(plans.map((plan) => plan.documents(examined))),
    count: () => undefined,
    describe: () => ({ stage: 'OR', inputStages: plans.map((plan) => plan.describe()) }),
  };
}

function* eachOnce(sources: readonly Iterable<Stored>[]): Generator<Stored> {
  const seen = new Set<string>();
  for (const source of sources) {
    for (const stored of source) {
      const name = stored.id.toString('latin1');
      if (!seen.has(name)) yield stored;
      seen.add(name);
    }
  }
}
