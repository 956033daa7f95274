import { type Doc, isDoc, own } from '../bson/value';
import { ErrorCode, StoreError } from '../errors';
import { evaluate, type Scope } from '../expression/evaluate';
import { compileProjection } from '../query/projection/compile';
import { splitPath } from '../update/paths';

export type { Scope } from '../expression/evaluate';

/** Changes one document into another. */
export type Rewriter = (doc: Doc) => Doc;

/** Stages that make one document of another; an update by pipeline consists of them. */
export const rewriters: Readonly<Record<string, (argument: unknown, scope: Scope | undefined) => Rewriter>> = {
  $addFields: addFields,
  $set: addFields,
  $project: project,
  $unset: unset,
  $replaceRoot: (argument, scope) => replaceWith(isDoc(argument) ? argument.newRoot : undefined, scope),
  $replaceWith: replaceWith,
};

/** @returns what makes one document of another, or undefined when the stage is of another kind */
export function compileRewriter(name: string, argument: unknown, scope: Scope | undefined): Rewriter | undefined {
  return Object.hasOwn(rewriters, name) ? rewriters[name]?.(argument, scope) : undefined;
}

/** An update by pipeline: each stage makes the next document. */
export function rewrite(doc: Doc, pipeline: readonly unknown[], scope: Scope | undefined): Doc {
  return pipeline.reduce<Doc>((current, stage) => stageRewriter(stage, scope)(current), doc);
}

function stageRewriter(stage: unknown, scope: Scope | undefined): Rewriter {
  const [name = '', argument] = isDoc(stage) ? (Object.entries(stage)[0] ?? []) : [];
  const rewriter = compileRewriter(name, argument, scope);
  if (!rewriter) throw new StoreError(ErrorCode.InvalidOptions, `${name} is not allowed to be used within an update`);
  return rewriter;
}

function addFields(argument: unknown, scope: Scope | undefined): Rewriter {
  if (!isDoc(argument)) throw new StoreError(40272, '$addFields specification stage must be an object');
  return (doc) => {
    // All expressions see the document as it came in, not each other's results.
    const values = leaves(argument).map(([path, expression]) => [path, evaluate(expression, doc, scope)] as const);
    return values.reduce((current, [path, value]) => assign(current, path, value), doc);
  };
}

/** `{a: {b: 1}}` sets `a.b`; a document of operators is an expression. */
function leaves(fields: Doc, prefix: readonly string[] = []): [string[], unknown][] {
  return Object.entries(fields).flatMap(([name, value]): [string[], unknown][] => {
    const path = [...prefix, ...splitPath(name)];
    const nested = isDoc(value) && Object.keys(value).length > 0 && !Object.keys(value)[0]?.startsWith('$');
    return nested ? leaves(value, path) : [[path, value]];
  });
}

/** Sets a field through documents and arrays of them; what is neither gives way to a document. */
export function assign(target: unknown, path: readonly string[], value: unknown): Doc {
  const doc = isDoc(target) ? target : {};
  const [step = '', ...rest] = path;
  if (rest.length === 0) {
    const { [step]: _, ...others } = doc;
    return value === undefined ? others : { ...doc, [step]: value };
  }
  const inner = own(doc, step);
  if (Array.isArray(inner)) return { ...doc, [step]: inner.map((element) => assign(element, rest, value)) };
  return value === undefined && !isDoc(inner) ? doc : { ...doc, [step]: assign(inner, rest, value) };
}

function project(argument: unknown, scope: Scope | undefined): Rewriter {
  if (!isDoc(argument)) throw new StoreError(15969, '$project specification must be an object');
  if (Object.keys(argument).length === 0)
    throw new StoreError(
      51272,
      'Invalid $project :: caused by :: projection specification must have at least one field',
    );
  return compileProjection(argument, 'pipeline', scope);
}

function unset(argument: unknown): Rewriter {
  const names: readonly unknown[] = Array.isArray(argument) ? argument : [argument];
  if (names.length === 0 || !names.every((name) => typeof name === 'string'))
    throw new StoreError(31002, '$unset specification must be a string or an array of strings');
  return compileProjection(Object.fromEntries(names.map((name) => [name, 0])), 'pipeline');
}

function replaceWith(expression: unknown, scope: Scope | undefined): Rewriter {
  return (doc) => {
    const root = evaluate(expression, doc, scope);
    if (!isDoc(root)) throw new StoreError(40228, "'newRoot' expression must evaluate to an object");
    return root;
  };
}
