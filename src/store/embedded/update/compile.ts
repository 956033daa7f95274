import { rewrite, type Scope } from '../aggregate/rewrite';
import { clone, type Doc, isDoc, own } from '../bson/value';
import { badValue, ErrorCode, StoreError } from '../errors';
import type { FilterContext } from '../query/filter/compile';
import { sameId } from '../storage/collection';
import { type Change, fieldOperators } from './operators';
import { readAt, refuseNotViable, removeAt, splitPath, writeAt } from './paths';
import { compileArrayFilters, type Positions, refuseUnusedFilters, targetsOf } from './targets';

/** An update as the client asks for it. */
export interface UpdateRequest {
  /** Replacement, operators, or pipeline. */
  readonly update: unknown;
  readonly filter: Doc;
  readonly arrayFilters?: unknown;
  readonly context: FilterContext;
  readonly scope?: Scope;
}

/** Gives the document after the update; the one before is left as it is. `inserting` lets `$setOnInsert` act. */
export type Updater = (before: Doc, inserting: boolean) => Doc;

/** @throws StoreError for everything malformed in the update itself, before any document is touched */
export function compileUpdate(request: UpdateRequest): Updater {
  const { update } = request;
  if (Array.isArray(update)) return keepingId((before) => rewrite(before, update, request.scope));
  if (!isDoc(update)) throw new StoreError(ErrorCode.FailedToParse, 'the update must be a document or a pipeline');
  if (isReplacement(update)) return keepingId((before) => replaced(before, update));
  return compileOperators(update, request);
}

export function isReplacement(update: unknown): update is Doc {
  return isDoc(update) && !Object.keys(update)[0]?.startsWith('$');
}

/** A replacement keeps the `_id` when it brings none, and the `_id` stands first. */
function replaced(before: Doc, replacement: Doc): Doc {
  if (Object.keys(replacement).some((name) => name.startsWith('$'))) {
    throw new StoreError(
      ErrorCode.DollarPrefixedFieldName,
      "the replacement document must not contain '$'-prefixed fields at the top level",
    );
  }
  const id = own(replacement, '_id') ?? own(before, '_id');
  const { _id: _, ...rest } = clone(replacement);
  return id === undefined ? rest : { _id: id, ...rest };
}

function keepingId(updater: (before: Doc) => Doc): Updater {
  return (before, inserting) => {
    const after = updater(before);
    const complete =
      own(after, '_id') === undefined && own(before, '_id') !== undefined ? { _id: before._id, ...after } : after;
    refuseNewId(before, complete, inserting);
    return complete;
  };
}

function refuseNewId(before: Doc, after: Doc, inserting: boolean): void {
  if (inserting && own(before, '_id') === undefined) return;
  if (!sameId(before, after)) {
    throw new StoreError(
      ErrorCode.ImmutableField,
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    );
  }
}

/** One operator on one path. */
interface Step {
  readonly operator: string;
  readonly path: readonly string[];
  readonly change: Change | undefined;
  readonly renameTo?: readonly string[];
}

function compileOperators(update: Doc, { filter, arrayFilters, context }: UpdateRequest): Updater {
  const steps = Object.entries(update)
    .flatMap(([operator, fields]) => stepsOf(operator, fields, context))
    .sort((a, b) => comparePaths(a.path, b.path));
  const touched = steps.flatMap(({ path, renameTo }) => (renameTo ? [path, renameTo] : [path]));
  refuseConflicts(touched);
  const positions: Positions = { filter, context, arrayFilters: compileArrayFilters(arrayFilters, context) };
  refuseUnusedFilters(positions.arrayFilters, touched);
  return (before, inserting) => {
    const after = clone(before);
    for (const step of steps) if (inserting || step.operator !== '$setOnInsert') apply(after, before, step, positions);
    refuseNewId(before, after, inserting);
    return after;
  };
}

function stepsOf(operator: string, fields: unknown, context: FilterContext): Step[] {
  if (!isDoc(fields)) {
    throw new StoreError(
      ErrorCode.FailedToParse,
      `Modifiers operate on fields but we found another type for ${operator}`,
    );
  }
  return Object.entries(fields).map(([path, argument]) => stepOf(operator, path, argument, context));
}

function stepOf(operator: string, name: string, argument: unknown, context: FilterContext): Step {
  const path = splitPath(name);
  if (operator === '$unset') return { operator, path, change: undefined };
  if (operator === '$rename') return { operator, path, change: undefined, renameTo: renameTarget(name, argument) };
  const make = Object.hasOwn(fieldOperators, operator) ? fieldOperators[operator] : undefined;
  if (!make)
    throw new StoreError(
      ErrorCode.FailedToParse,
      `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update`,
    );
  return { operator, path, change: make(argument, context) };
}

function renameTarget(from: string, to: unknown): string[] {
  if (typeof to !== 'string') throw badValue("The 'to' field for $rename must be a string");
  if (from === to) throw badValue('The source and target field for $rename must differ');
  if (/(^|\.)\$/.test(`${from}.${to}`)) throw badValue('$rename may not be positional');
  return splitPath(to);
}

/** MongoDB applies updates by name, numbers numerically; new fields come to stand in that order. */
function comparePaths(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x = '', y = ''] = [a[i], b[i]];
    if (x !== y) return /^\d+$/.test(x) && /^\d+$/.test(y) ? Number(x) - Number(y) : x < y ? -1 : 1;
  }
  return a.length - b.length;
}

function refuseConflicts(paths: readonly (readonly string[])[]): void {
  const names = paths.map((path) => `${path.join('.')}.`).sort();
  for (const [i, name] of names.entries()) {
    const next = names[i + 1];
    if (next?.startsWith(name)) {
      const shown = next.slice(0, -1);
      throw new StoreError(
        ErrorCode.ConflictingUpdateOperators,
        `Updating the path '${shown}' would create a conflict at '${name.slice(0, -1)}'`,
      );
    }
  }
}

function apply(after: Doc, before: Doc, step: Step, positions: Positions): void {
  const { path, renameTo } = step;
  if (renameTo) rename(after, path, renameTo);
  else for (const target of targetsOf(before, path, positions)) changeAt(after, target, step);
}

function changeAt(after: Doc, path: readonly string[], { operator, change }: Step): void {
  if (!change) {
    removeAt(after, path);
    return;
  }
  const old = readAt(after, path);
  const value = change(old);
  if (value !== undefined) writeAt(after, path, value);
  // Taking elements from nothing changes nothing, but nothing has to be possible there.
  else if (old === undefined && operator.startsWith('$p')) refuseNotViable(after, path);
}

function rename(after: Doc, from: readonly string[], to: readonly string[]): void {
  for (const path of [from, to]) {
    const inArray = path.some((_, i) => i > 0 && Array.isArray(readAt(after, path.slice(0, i))));
    if (inArray) throw badValue(`$rename may not go through an array: ${path.join('.')}`);
  }
  const value = readAt(after, from);
  if (value === undefined) {
    refuseNotViable(after, from);
    return;
  }
  removeAt(after, from);
  removeAt(after, to);
  writeAt(after, to, value);
}
