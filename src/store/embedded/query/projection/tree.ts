import { type Doc, isDoc, own } from '../../bson/value';
import { StoreError } from '../../errors';

/** Gives what was asked to be seen of a document. */
export type Projector = (doc: Doc) => Doc;

/** What becomes of one field: it stays, goes, is another value when it is there, or is computed in any case. */
export type Rule =
  | 'keep'
  | 'drop'
  | { readonly changed: (value: unknown) => unknown }
  | { readonly computed: (root: Doc) => unknown };

/** A projection by steps of its paths. */
export type Tree = Map<string, Tree | Rule>;

/** @throws StoreError when one path is, or leads through, another */
export function insertRule(tree: Tree, path: readonly string[], rule: Rule): void {
  const [step = '', ...rest] = path;
  const there = tree.get(step);
  if (rest.length === 0) {
    if (there !== undefined) throw new StoreError(31250, `Path collision at ${step}`);
    tree.set(step, rule);
    return;
  }
  const branch = there ?? new Map();
  if (!(branch instanceof Map))
    throw new StoreError(31249, `Path collision at ${step}, remaining portion ${rest.join('.')}`);
  tree.set(step, branch);
  insertRule(branch, rest, rule);
}

/** @param including only named fields stay; otherwise all but the named */
export function projectorOf(tree: Tree, including: boolean): Projector {
  return (root) => project(root, root, tree, including);
}

/** Fields that are there in the document's order, then the computed ones in the projection's. */
function project(root: Doc, doc: Doc, tree: Tree, including: boolean): Doc {
  const result: Doc = {};
  for (const [name, value] of Object.entries(doc)) {
    const seen = projectField(root, value, tree.get(name), including);
    if (seen !== undefined) result[name] = seen;
  }
  return addComputed(root, result, doc, tree);
}

function projectField(root: Doc, value: unknown, rule: Tree | Rule | undefined, including: boolean): unknown {
  if (rule === undefined) return including ? undefined : value;
  if (rule instanceof Map) return projectInside(root, value, rule, including);
  if (rule === 'keep') return value;
  if (rule === 'drop') return undefined;
  return 'changed' in rule ? rule.changed(value) : rule.computed(root);
}

/** Documents, and those in arrays. What is neither gives way where something is computed inside of it. */
function projectInside(root: Doc, value: unknown, tree: Tree, including: boolean): unknown {
  if (isDoc(value)) return project(root, value, tree, including);
  if (Array.isArray(value))
    return value
      .map((element) => projectInside(root, element, tree, including))
      .filter((element) => element !== undefined);
  if (computes(tree)) return addComputed(root, {}, {}, tree);
  return including ? undefined : value;
}

function addComputed(root: Doc, result: Doc, doc: Doc, tree: Tree): Doc {
  for (const [name, rule] of tree) {
    if (own(doc, name) !== undefined) continue;
    const value = computedValue(root, rule);
    if (value !== undefined) result[name] = value;
  }
  return result;
}

function computedValue(root: Doc, rule: Tree | Rule): unknown {
  if (rule instanceof Map) return computes(rule) ? addComputed(root, {}, {}, rule) : undefined;
  return typeof rule === 'object' && 'computed' in rule ? rule.computed(root) : undefined;
}

function computes(tree: Tree): boolean {
  return [...tree.values()].some((rule) =>
    rule instanceof Map ? computes(rule) : typeof rule === 'object' && 'computed' in rule,
  );
}
