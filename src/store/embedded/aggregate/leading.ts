import { equal } from '../bson/order';
import { type Doc, isDoc, isNumeric } from '../bson/value';

/** The part of a pipeline a query can do, and what is left of it. */
export interface Leading {
  readonly query: { readonly filter: Doc; readonly sort?: Doc; readonly skip?: number; readonly limit?: number };
  readonly rest: readonly Doc[];
  /** The rest only counted; makes the one document it gives. */
  readonly countAs?: (n: number) => Doc;
}

/** The order in which a query does things; a pipeline in another order goes on by itself. */
const ORDER = ['$match', '$sort', '$skip', '$limit'];

export function leadingQuery(pipeline: readonly Doc[]): Leading {
  const taken = new Map<string, unknown>();
  let position = 0;
  for (const stage of pipeline) {
    const [name = '', ...more] = Object.keys(stage);
    const at = ORDER.indexOf(name, position);
    // What is malformed is left where it is refused.
    if (at < 0 || more.length > 0 || !isSound(name, stage[name])) break;
    taken.set(name, stage[name]);
    position = at + 1;
  }
  const rest = pipeline.slice(taken.size);
  const query = {
    filter: (taken.get('$match') ?? {}) as Doc,
    sort: taken.get('$sort') as Doc | undefined,
    skip: Number(taken.get('$skip') ?? 0),
    limit: Number(taken.get('$limit') ?? 0),
  };
  return { query, rest, countAs: counting(rest) };
}

function isSound(name: string, argument: unknown): boolean {
  if (name === '$match' || name === '$sort') return isDoc(argument) && Object.keys(argument).length > 0;
  return isNumeric(argument) && Number.isInteger(Number(argument)) && Number(argument) > 0;
}

/** `countDocuments` is a group of all with a sum of ones. */
function counting(rest: readonly Doc[]): ((n: number) => Doc) | undefined {
  const [stage, ...more] = rest;
  if (!stage || more.length > 0) return undefined;
  const group = stage.$group;
  const constant = isDoc(group) && (group._id === null || isNumeric(group._id));
  if (constant && equal(group, { _id: group._id, n: { $sum: 1 } })) return (n) => ({ _id: group._id, n });
  return undefined;
}
