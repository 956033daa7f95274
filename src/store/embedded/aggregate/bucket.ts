import { rankOf } from '../bson/order';
import { type Doc, isDoc } from '../bson/value';
import { StoreError } from '../errors';
import { order } from '../expression/evaluate';

const NAMES = ['groupBy', 'boundaries', 'default', 'output'];

/**
 * `$bucket` in terms of other stages: a group by the lower boundary, in the order of the boundaries.
 * @throws StoreError with MongoDB's codes for a wrong specification
 */
export function bucketPipeline(argument: Doc): Doc[] {
  const unknown = Object.keys(argument).find((name) => !NAMES.includes(name));
  if (unknown) throw new StoreError(40197, `Unrecognized option to $bucket: ${unknown}`);
  const { groupBy, boundaries, output = { count: { $sum: 1 } } } = argument;
  if (groupBy === undefined || boundaries === undefined)
    throw new StoreError(40198, '$bucket requires groupBy and boundaries to be specified');
  if (!isDoc(output)) throw new StoreError(40196, "The $bucket 'output' field must be an object");
  const lowest = checkedBoundaries(boundaries);
  const branches = lowest.slice(0, -1).map((from, i) => branchOf(groupBy, from, lowest[i + 1]));
  const group = { $switch: { branches, ...otherwise(argument, lowest) } };
  return [{ $group: { _id: group, ...output } }, { $sort: { _id: 1 } }];
}

function branchOf(groupBy: unknown, from: unknown, to: unknown): Doc {
  const within = { $and: [{ $gte: [groupBy, { $literal: from }] }, { $lt: [groupBy, { $literal: to }] }] };
  // biome-ignore lint/suspicious/noThenProperty: the operator's own word
  return { case: within, then: { $literal: from } };
}

function checkedBoundaries(boundaries: unknown): readonly unknown[] {
  if (!Array.isArray(boundaries)) throw new StoreError(40200, "The $bucket 'boundaries' field must be an array");
  if (boundaries.length < 2) throw new StoreError(40192, "The $bucket 'boundaries' field must have at least 2 values");
  for (const [i, value] of boundaries.entries()) {
    const before: unknown = boundaries[i - 1];
    if (i === 0) continue;
    if (rankOf(before) !== rankOf(value)) throw new StoreError(40193, 'All boundaries must have the same type');
    if (order(before, value) >= 0) throw new StoreError(40194, 'The boundaries must be in ascending order');
  }
  return boundaries;
}

/** What is in no bucket; without it such a value is an error. */
function otherwise(argument: Doc, boundaries: readonly unknown[]): Doc {
  const other = argument.default;
  if (other === undefined) return {};
  const inside = order(other, boundaries[0]) >= 0 && order(other, boundaries.at(-1)) < 0;
  if (inside)
    throw new StoreError(40199, "The $bucket 'default' field must be less than the lowest boundary or greater");
  return { default: { $literal: other } };
}
