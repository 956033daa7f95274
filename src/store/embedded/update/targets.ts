import type { Doc } from '../bson/value';
import { isDoc } from '../bson/value';
import { badValue, ErrorCode, StoreError } from '../errors';
import { compileFilter, type FilterContext, type Predicate } from '../query/filter/compile';
import { readAt } from './paths';

/** What positional steps refer to: the filter that matched, and the array filters by identifier. */
export interface Positions {
  readonly filter: Doc;
  readonly context: FilterContext;
  readonly arrayFilters: ReadonlyMap<string, Predicate>;
}

/**
 * Concrete paths an update path means in a document: `$` is the element the filter matched, `$[]` every element,
 * `$[name]` those its array filter matches.
 */
export function targetsOf(doc: Doc, path: readonly string[], positions: Positions): string[][] {
  let found: string[][] = [[]];
  for (const step of path)
    found = found.flatMap((before) => stepsAfter(doc, before, step, positions).map((next) => [...before, next]));
  return found;
}

function stepsAfter(doc: Doc, before: readonly string[], step: string, positions: Positions): string[] {
  if (!step.startsWith('$') || !(step === '$' || step.startsWith('$['))) return [step];
  if (step === '$') return [String(matchedIndex(doc, before, positions))];
  const array = readAt(doc, before);
  if (!Array.isArray(array))
    throw badValue(
      `The path '${before.join('.')}' must exist in the document and be an array in order to apply array updates.`,
    );
  const name = step.slice(2, -1);
  const indexes = array.map((_, i) => i);
  return (name === '' ? indexes : indexes.filter((i) => matchesFilter(name, array[i], positions))).map(String);
}

function matchesFilter(name: string, element: unknown, { arrayFilters }: Positions): boolean {
  const filter = arrayFilters.get(name);
  if (!filter) throw badValue(`No array filter found for identifier '${name}'`);
  return filter({ [name]: element });
}

/** First element that alone still satisfies a condition the filter puts on the array or on fields inside it. */
function matchedIndex(doc: Doc, arrayPath: readonly string[], { filter, context }: Positions): number {
  const array = readAt(doc, arrayPath);
  if (!Array.isArray(array)) throw noMatch();
  const name = arrayPath.join('.');
  for (const [path, condition] of conditionsOn(filter, name)) {
    const test = compileFilter({ [path]: condition }, context);
    const index = array.findIndex((element) => test(nest(arrayPath, [element])));
    if (index >= 0) return index;
  }
  throw noMatch();
}

function conditionsOn(filter: Doc, name: string): [string, unknown][] {
  return Object.entries(filter).flatMap(([key, condition]): [string, unknown][] => {
    if ((key === '$and' || key === '$or') && Array.isArray(condition))
      return condition.filter(isDoc).flatMap((part) => conditionsOn(part, name));
    return key === name || key.startsWith(`${name}.`) ? [[key, condition]] : [];
  });
}

function nest(path: readonly string[], value: unknown): Doc {
  return path.reduceRight<unknown>((inner, step) => ({ [step]: inner }), value) as Doc;
}

function noMatch(): StoreError {
  return badValue('The positional operator did not find the match needed from the query.');
}

/** @throws StoreError when a filter names no identifier, or two, or one twice */
export function compileArrayFilters(filters: unknown, context: FilterContext): Map<string, Predicate> {
  const compiled = new Map<string, Predicate>();
  if (filters === undefined) return compiled;
  if (!Array.isArray(filters)) throw new StoreError(ErrorCode.TypeMismatch, 'arrayFilters must be an array');
  for (const filter of filters as Doc[]) {
    const names = new Set(identifiers(filter));
    const [name] = names;
    if (name === undefined || names.size > 1)
      throw parseError('Error parsing array filter: expected a single top-level field name');
    if (!/^[a-z][a-zA-Z0-9]*$/.test(name))
      throw badValue(`Error parsing array filter: the identifier '${name}' is not valid`);
    if (compiled.has(name)) throw parseError(`Found multiple array filters with the same top-level field name ${name}`);
    compiled.set(name, compileFilter(filter, context));
  }
  return compiled;
}

function identifiers(filter: Doc): string[] {
  return Object.entries(filter).flatMap(([key, value]) => {
    if (key.startsWith('$') && Array.isArray(value)) return value.filter(isDoc).flatMap(identifiers);
    return [key.split('.')[0] ?? ''];
  });
}

/** @throws StoreError when an array filter is used by no path */
export function refuseUnusedFilters(
  filters: ReadonlyMap<string, Predicate>,
  paths: readonly (readonly string[])[],
): void {
  for (const name of filters.keys()) {
    if (!paths.some((path) => path.includes(`$[${name}]`))) {
      throw parseError(`The array filter for identifier '${name}' was not used in the update`);
    }
  }
}

function parseError(message: string): StoreError {
  return new StoreError(ErrorCode.FailedToParse, message);
}
