import { type Doc, isDoc, isNumeric, own } from '../../bson/value';
import { badValue, notSupported, StoreError } from '../../errors';
import { evaluate, type Scope } from '../../expression/evaluate';
import { elementCondition } from '../filter/conditions';
import { insertRule, type Projector, projectorOf, type Rule, type Tree } from './tree';

/** What a projection is part of: `$slice` and `$elemMatch` mean something of their own in `find` only. */
export type ProjectionPlace = 'find' | 'pipeline';

/** What a field's specification asks for. */
interface Entry {
  readonly path: readonly string[];
  readonly kind: 'in' | 'out' | 'computed' | 'slice' | 'elemMatch';
  readonly rule: Rule;
}

/**
 * @param projection fields in or out, computed fields, and in `find` also `$slice` and `$elemMatch`
 * @throws StoreError when it mixes inclusion with exclusion, or two of its paths collide
 */
export function compileProjection(projection: Doc, place: ProjectionPlace, scope?: Scope): Projector {
  const entries = flatten(projection, []).map(([path, value]) => entryOf(path, value, place, scope));
  const including = includes(entries);
  const tree: Tree = new Map();
  if (including && !entries.some(isId)) tree.set('_id', 'keep');
  for (const { path, rule } of entries) insertRule(tree, path, rule);
  return projectorOf(tree, including);
}

/** `{a: {b: 1}}` is `{'a.b': 1}`; documents of operators stay. */
function flatten(projection: Doc, prefix: readonly string[]): [string[], unknown][] {
  return Object.entries(projection).flatMap(([name, value]): [string[], unknown][] => {
    const path = [...prefix, ...stepsOf(name)];
    if (!isDoc(value) || Object.keys(value)[0]?.startsWith('$')) return [[path, value]];
    if (Object.keys(value).length === 0) throw new StoreError(51270, 'An empty sub-projection is not a valid value');
    return flatten(value, path);
  });
}

function stepsOf(name: string): string[] {
  const steps = name.split('.');
  if (steps.includes('')) throw badValue(`the field path '${name}' is not allowed`);
  if (steps.includes('$')) throw notSupported('the positional projection');
  if (name.startsWith('$')) throw new StoreError(16410, `FieldPath field names may not start with '$': ${name}`);
  return steps;
}

function entryOf(path: readonly string[], value: unknown, place: ProjectionPlace, scope: Scope | undefined): Entry {
  if (isNumeric(value) || typeof value === 'boolean') {
    return Number(value) === 0 ? { path, kind: 'out', rule: 'drop' } : { path, kind: 'in', rule: 'keep' };
  }
  if (isDoc(value) && Object.hasOwn(value, '$meta')) throw notSupported('$meta');
  const findOnly = place === 'find' && isDoc(value) ? findOnlyEntry(path, value) : undefined;
  return findOnly ?? { path, kind: 'computed', rule: { computed: (doc) => evaluate(value, doc, scope) } };
}

function findOnlyEntry(path: readonly string[], value: Doc): Entry | undefined {
  if (isFindSlice(value.$slice)) return { path, kind: 'slice', rule: { changed: slice(value.$slice) } };
  if (!Object.hasOwn(value, '$elemMatch')) return undefined;
  if (path.length > 1) throw new StoreError(31275, 'Cannot use $elemMatch projection on a nested field.');
  return { path, kind: 'elemMatch', rule: { changed: firstMatch(value.$elemMatch) } };
}

/**
 * Whether only what is named stays. `$slice` and `$elemMatch` take part in either; alone, the first keeps the other
 * fields and the second does not.
 */
function includes(entries: readonly Entry[]): boolean {
  const others = entries.filter((entry) => !isId(entry));
  const has = (kind: Entry['kind']): boolean => others.some((entry) => entry.kind === kind);
  if (has('in') && has('out')) throw new StoreError(31254, 'Cannot do exclusion on a field in inclusion projection');
  if (has('computed') && has('out')) throw new StoreError(31252, 'Cannot use expression in exclusion projection');
  if (has('out')) return false;
  if (has('in') || has('computed')) return true;
  const id = entries.find(isId)?.kind;
  if (has('slice')) return id === 'in';
  return has('elemMatch') || (id !== undefined && id !== 'out');
}

function isId({ path }: Entry): boolean {
  return path.length === 1 && path[0] === '_id';
}

/** `find`'s own `$slice` takes numbers; the expression of the same name takes an array first. */
function isFindSlice(argument: unknown): boolean {
  return isNumeric(argument) || (Array.isArray(argument) && argument.length === 2 && argument.every(isNumeric));
}

function slice(argument: unknown): (value: unknown) => unknown {
  const [skip, limit = 0] = Array.isArray(argument) ? argument.map(Number) : [undefined, Number(argument)];
  if (skip !== undefined && limit <= 0) throw new StoreError(31259, '$slice limit must be positive');
  return (value) => {
    if (!Array.isArray(value)) return value;
    if (skip === undefined) return limit >= 0 ? value.slice(0, limit) : value.slice(limit);
    const start = skip >= 0 ? skip : Math.max(0, value.length + skip);
    return value.slice(start, start + limit);
  };
}

function firstMatch(condition: unknown): (value: unknown) => unknown {
  const matches = elementCondition(condition, {});
  return (value) => {
    const found = Array.isArray(value) ? value.findIndex(matches) : -1;
    return found < 0 ? undefined : [own(value as object, String(found))];
  };
}
