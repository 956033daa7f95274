import { checkPath } from '../bson/codec';
import { type Doc, isDoc, own } from '../bson/value';
import { badValue, ErrorCode, StoreError } from '../errors';

/** MongoDB fills arrays with at most this many nulls to reach an index. */
const MAX_PADDING = 1_500_000;

/** @throws StoreError for empty steps and for steps that begin with a dollar but are not positional */
export function splitPath(path: string): string[] {
  checkPath(path);
  const steps = path.split('.');
  if (steps.some((step) => step === '')) {
    throw new StoreError(
      ErrorCode.EmptyFieldName,
      `The update path '${path}' contains an empty field name, which is not allowed.`,
    );
  }
  const dollar = steps.find(
    (step) =>
      step.startsWith('$') && step !== '$' && !/^\$\[.*\]$/.test(step) && !['$ref', '$id', '$db'].includes(step),
  );
  if (dollar) {
    throw new StoreError(
      ErrorCode.DollarPrefixedFieldName,
      `The dollar ($) prefixed field '${dollar}' in '${path}' is not allowed in the context of an update's replacement document.`,
    );
  }
  return steps;
}

/** Value at a concrete path, `undefined` when something on the way is missing. */
export function readAt(root: unknown, path: readonly string[]): unknown {
  let value = root;
  for (const step of path) {
    if (Array.isArray(value)) value = isIndex(step) ? value[Number(step)] : undefined;
    else value = isDoc(value) ? own(value, step) : undefined;
  }
  return value;
}

/**
 * Sets the value at a concrete path, making documents on the way.
 * @throws StoreError PathNotViable when the way leads through a value that is no document
 */
export function writeAt(root: Doc, path: readonly string[], value: unknown): void {
  let parent: unknown = root;
  for (const step of path.slice(0, -1)) {
    const next = readAt(parent, [step]);
    if (next !== undefined) refuseLeaf(next, path);
    else put(parent, step, {}, path);
    parent = readAt(parent, [step]);
  }
  put(parent, path.at(-1) ?? '', value, path);
}

/** Removes a field; of an array the element becomes null, so that the others keep their places. */
export function removeAt(root: Doc, path: readonly string[]): void {
  const parent = readAt(root, path.slice(0, -1));
  const last = path.at(-1) ?? '';
  if (Array.isArray(parent)) {
    if (isIndex(last) && Number(last) < parent.length) parent[Number(last)] = null;
  } else if (isDoc(parent)) delete parent[last];
}

/**
 * As `writeAt`, without writing.
 * @throws StoreError PathNotViable when the path could not be made
 */
export function refuseNotViable(root: Doc, path: readonly string[]): void {
  for (const [i, step] of path.entries()) {
    const parent = readAt(root, path.slice(0, i));
    if (parent === undefined) return;
    if (!isDoc(parent) && !(Array.isArray(parent) && isIndex(step))) throw notViable(parent, step, path);
  }
}

function put(parent: unknown, step: string, value: unknown, path: readonly string[]): void {
  if (!Array.isArray(parent)) {
    // Defined rather than assigned: an assignment could meet a setter of the prototype.
    Object.defineProperty(parent as Doc, step, { value, writable: true, enumerable: true, configurable: true });
    return;
  }
  if (!isIndex(step)) throw notViable(parent, step, path);
  if (Number(step) > parent.length + MAX_PADDING) throw badValue(`cannot pad the array to reach index ${step}`);
  while (parent.length < Number(step)) parent.push(null);
  parent[Number(step)] = value;
}

function refuseLeaf(value: unknown, path: readonly string[]): void {
  if (!isDoc(value) && !Array.isArray(value)) throw notViable(value, path.at(-1) ?? '', path);
}

function notViable(value: unknown, step: string, path: readonly string[]): StoreError {
  const what = Array.isArray(value) ? 'an array' : 'a value';
  return new StoreError(
    ErrorCode.PathNotViable,
    `Cannot create field '${step}' in ${what} on the path '${path.join('.')}'`,
  );
}

export function isIndex(step: string): boolean {
  return /^(0|[1-9]\d*)$/.test(step);
}
