import type { StringOrder } from '../../bson/order';
import { type Doc, isDoc } from '../../bson/value';
import { badValue, notSupported } from '../../errors';
import { evaluate, type Scope, truthy } from '../../expression/evaluate';
import { someValue } from '../path-values';
import { compileCondition } from './conditions';

/** Whether a document matches. */
export type Predicate = (doc: Doc) => boolean;

/** What a filter may depend on besides the document. */
export interface FilterContext {
  /** Order and equality of strings under a collation. */
  readonly strings?: StringOrder;
  /** Variables of `$expr`. */
  readonly scope?: Scope;
}

/**
 * Compiles a filter.
 * @throws StoreError BadValue for what is malformed or unknown, CommandNotSupported for what this store does not do
 */
export function compileFilter(filter: Doc, context: FilterContext = {}): Predicate {
  const parts = Object.entries(filter).map(([key, condition]) => compileEntry(key, condition, context));
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  return (doc) => parts.every((part) => part(doc));
}

function compileEntry(key: string, condition: unknown, context: FilterContext): Predicate {
  if (key.startsWith('$')) return compileTopLevel(key, condition, context);
  const path = key.split('.');
  const holds = compileCondition(condition, context);
  return (doc) => holds((expand, test) => someValue(doc, path, expand, test));
}

type TopLevel = (condition: unknown, context: FilterContext) => Predicate;

/** What may stand in a filter instead of a field. */
export const topLevelOperators: Readonly<Record<string, TopLevel>> = {
  $and: (list, context) => every(compileList('$and', list, context)),
  $or: (list, context) => some(compileList('$or', list, context)),
  $nor: (list, context) => {
    const any = some(compileList('$nor', list, context));
    return (doc) => !any(doc);
  },
  $expr:
    (expression, { scope }) =>
    (doc) =>
      truthy(evaluate(expression, doc, scope)),
  $comment: () => () => true,
};

/** MongoDB's that this store has not. */
export const REFUSED_TOP_LEVEL: ReadonlySet<string> = new Set(['$where', '$text', '$jsonSchema', '$sampleRate']);

function compileTopLevel(key: string, condition: unknown, context: FilterContext): Predicate {
  if (REFUSED_TOP_LEVEL.has(key)) throw notSupported(key);
  const make = Object.hasOwn(topLevelOperators, key) ? topLevelOperators[key] : undefined;
  if (!make) throw badValue(`unknown top level operator: ${key}`);
  return make(condition, context);
}

function compileList(key: string, list: unknown, context: FilterContext): Predicate[] {
  if (!Array.isArray(list) || list.length === 0) throw badValue(`${key} must be a nonempty array`);
  return list.map((part: unknown) => {
    if (!isDoc(part)) throw badValue(`${key} entries need to be full objects`);
    return compileFilter(part, context);
  });
}

function every(parts: readonly Predicate[]): Predicate {
  return (doc) => parts.every((part) => part(doc));
}

function some(parts: readonly Predicate[]): Predicate {
  return (doc) => parts.some((part) => part(doc));
}
