import { type Doc, isDoc, isNumeric } from '../bson/value';
import { badValue, notSupported, StoreError } from '../errors';
import { evaluate, isNullish, order, type Scope } from '../expression/evaluate';
import { sum } from '../expression/functions/numbers';
import { ByValue } from '../query/by-value';

/** What `$group` keeps of a group for one field: as little as the result needs, not the documents. */
interface Accumulator {
  add(value: unknown): void;
  result(): unknown;
}

/** Accumulators by their operators. */
export const accumulators: Readonly<Record<string, () => Accumulator>> = {
  $sum: () => folding(0 as unknown, (total, value) => sum([total, value])),
  $count: () => folding(0, (count) => count + 1),
  $min: () => extreme(-1),
  $max: () => extreme(1),
  $first: first,
  $last: () => folding(null as unknown, (_, value) => value ?? null),
  $push: push,
  $addToSet: addToSet,
  $mergeObjects: () => folding({} as Doc, (merged, value) => ({ ...merged, ...asDoc(value) })),
  $avg: () => moments(({ count, mean }) => (count > 0 ? mean : null)),
  $stdDevPop: () => moments(({ count, squares }) => (count > 0 ? Math.sqrt(squares / count) : null)),
  $stdDevSamp: () => moments(({ count, squares }) => (count > 1 ? Math.sqrt(squares / (count - 1)) : null)),
};

/** MongoDB's that this store has not. */
export const REFUSED_ACCUMULATORS: ReadonlySet<string> = new Set(
  '$accumulator $bottom $bottomN $firstN $lastN $maxN $median $minN $percentile $top $topN'.split(' '),
);

function folding<T>(start: T, step: (state: T, value: unknown) => T): Accumulator {
  let state = start;
  return {
    add: (value) => {
      state = step(state, value);
    },
    result: () => state,
  };
}

/** Null and missing do not take part; without anything else the result is null. */
function extreme(direction: number): Accumulator {
  return folding(null as unknown, (best, value) => {
    if (isNullish(value)) return best;
    return best === null || order(value, best) * direction > 0 ? value : best;
  });
}

function first(): Accumulator {
  const seen: unknown[] = [];
  return { add: (value) => void (seen.length === 0 && seen.push(value ?? null)), result: () => seen[0] ?? null };
}

function push(): Accumulator {
  const values: unknown[] = [];
  return { add: (value) => void (value !== undefined && values.push(value)), result: () => values };
}

function addToSet(): Accumulator {
  const values = new ByValue(() => true);
  return {
    add: (value) => void (value !== undefined && values.of(value)),
    result: () => values.entries().map(({ value }) => value),
  };
}

interface Moments {
  readonly count: number;
  readonly mean: number;
  /** Sum of squared distances from the mean. */
  readonly squares: number;
}

/** Welford's way: mean and spread in one pass without losing digits. */
function moments(result: (moments: Moments) => number | null): Accumulator {
  let state: Moments = { count: 0, mean: 0, squares: 0 };
  const add = (value: unknown): void => {
    if (!isNumeric(value)) return;
    const count = state.count + 1;
    const distance = Number(value) - state.mean;
    const mean = state.mean + distance / count;
    state = { count, mean, squares: state.squares + distance * (Number(value) - mean) };
  };
  return { add, result: () => result(state) };
}

function asDoc(value: unknown): Doc {
  if (isNullish(value)) return {};
  if (!isDoc(value)) throw new StoreError(40400, '$mergeObjects requires object inputs');
  return value;
}

/** The computed fields of one group. */
export class GroupFields {
  private readonly fields: readonly { name: string; expression: unknown; accumulator: Accumulator }[];

  /** @param specification `{field: {$operator: expression}}` */
  constructor(
    specification: Doc,
    private readonly scope: Scope,
  ) {
    this.fields = Object.entries(specification).map(([name, field]) => ({ name, ...fieldOf(name, field) }));
  }

  add(doc: Doc): void {
    for (const { expression, accumulator } of this.fields) accumulator.add(evaluate(expression, doc, this.scope));
  }

  result(): Doc {
    return Object.fromEntries(this.fields.map(({ name, accumulator }) => [name, accumulator.result()]));
  }
}

function fieldOf(name: string, field: unknown): { expression: unknown; accumulator: Accumulator } {
  const [entry, ...more] = isDoc(field) ? Object.entries(field) : [];
  if (!entry || more.length > 0) throw new StoreError(40238, `The field '${name}' must specify one accumulator`);
  const [operator, expression] = entry;
  if (REFUSED_ACCUMULATORS.has(operator)) throw notSupported(`the accumulator ${operator}`);
  const make = Object.hasOwn(accumulators, operator) ? accumulators[operator] : undefined;
  if (!make) throw new StoreError(15952, `unknown group operator '${operator}'`);
  const plain = operator !== '$count' || (isDoc(expression) && Object.keys(expression).length === 0);
  if (!plain) throw badValue('$count takes no arguments, i.e. {}');
  return { expression, accumulator: make() };
}
