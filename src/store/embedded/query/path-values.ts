import { isDoc, own } from '../bson/value';

/** Called with each value a path leads to; `undefined` is a field that is not there. Returning true stops the walk. */
type Visit = (value: unknown) => boolean;

/**
 * Walks a dotted path as MongoDB's matcher does: arrays on the way are gone through (their documents, and the element a
 * numeric step names); a missing field is visited as `undefined`, but an array without documents is not.
 * @param expand whether an array at the end is visited element by element and then whole, or only whole
 * @returns whether a visit returned true
 */
export function someValue(doc: object, path: readonly string[], expand: boolean, visit: Visit): boolean {
  const leaf = expand ? (value: unknown) => visitExpanded(value, visit) : visit;
  return throughDoc({ path, leaf, visit }, doc, 0);
}

interface Walk {
  readonly path: readonly string[];
  /** Visits what a field holds. */
  readonly leaf: Visit;
  /** Visits what a numeric step names: MongoDB takes that whole even when it is an array. */
  readonly visit: Visit;
}

function visitExpanded(value: unknown, visit: Visit): boolean {
  return (Array.isArray(value) && value.some(visit)) || visit(value);
}

function throughDoc(walk: Walk, doc: object, step: number): boolean {
  const value = own(doc, walk.path[step] ?? '');
  if (step === walk.path.length - 1 || value === undefined) return walk.leaf(value);
  if (Array.isArray(value)) return throughArray(walk, value, step + 1);
  return isDoc(value) ? throughDoc(walk, value, step + 1) : walk.leaf(undefined);
}

function throughArray(walk: Walk, array: readonly unknown[], step: number): boolean {
  return array.some((element, i) => {
    if (isDoc(element) && throughDoc(walk, element, step)) return true;
    return walk.path[step] === String(i) && throughElement(walk, element, step + 1);
  });
}

function throughElement(walk: Walk, element: unknown, step: number): boolean {
  if (step === walk.path.length) return walk.visit(element);
  if (Array.isArray(element)) return throughArray(walk, element, step);
  return isDoc(element) && throughDoc(walk, element, step);
}
