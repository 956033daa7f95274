import { type Doc, isDoc, isNumeric } from '../bson/value';

/** Fields at the top of a document that are looked at; undefined when it may be any. */
export type NeededFields = ReadonlySet<string> | undefined;

const LISTS = ['$and', '$or', '$nor'];

/** @returns what a filter looks at */
export function neededByFilter(filter: Doc): NeededFields {
  const needed = Object.entries(filter).map(([key, condition]): NeededFields => {
    if (!key.startsWith('$')) return new Set([topOf(key)]);
    if (key === '$comment') return new Set();
    return LISTS.includes(key) && Array.isArray(condition)
      ? union(condition.filter(isDoc).map(neededByFilter))
      : undefined;
  });
  return union(needed);
}

/** @returns what a projection shows, where it says so by plain names */
export function neededByProjection(projection: Doc): NeededFields {
  const { _id: id = 1, ...others } = projection;
  const names = Object.keys(others);
  if (names.length === 0 || ![id, ...Object.values(others)].every(isFlag)) return undefined;
  return names.every((name) => isKept(others[name])) ? new Set(['_id', ...names.map(topOf)]) : undefined;
}

function isFlag(value: unknown): boolean {
  return isNumeric(value) || typeof value === 'boolean';
}

function isKept(value: unknown): boolean {
  return Number(value) !== 0;
}

/** @returns all of them; undefined when one may be any */
export function union(parts: readonly NeededFields[]): NeededFields {
  const known = parts.filter((part) => part !== undefined);
  return known.length < parts.length ? undefined : new Set(known.flatMap((part) => [...part]));
}

export function topOf(path: string): string {
  return path.split('.', 1)[0] ?? path;
}
