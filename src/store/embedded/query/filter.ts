import type { StringOrder } from '../bson/order';
import { type Doc, isDoc } from '../bson/value';
import { badValue, notSupported } from '../errors';
import { evaluate, type Scope, truthy } from '../expression/evaluate';
import { compileCondition } from './conditions';
import { someValue } from './path-values';

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

function compileTopLevel(key: string, condition: unknown, context: FilterContext): Predicate {
  switch (key) {
    case '$and':
      return every(compileList(key, condition, context));
    case '$or':
      return some(compileList(key, condition, context));
    case '$nor': {
      const any = some(compileList(key, condition, context));
      return (doc) => !any(doc);
    }
    case '$expr':
      return (doc) => truthy(evaluate(condition, doc, context.scope));
    case '$comment':
      return () => true;
    case '$where':
    case '$text':
    case '$jsonSchema':
    case '$sampleRate':
      throw notSupported(key);
    default:
      throw badValue(`unknown top level operator: ${key}`);
  }
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
