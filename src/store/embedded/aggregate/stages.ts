import type { StringOrder } from '../bson/order';
import { type Doc, isDoc, isNumeric } from '../bson/value';
import { badValue, ErrorCode, notSupported, StoreError } from '../errors';
import { evaluate, type Scope } from '../expression/evaluate';
import { ByValue } from '../query/by-value';
import { compileFilter } from '../query/filter/compile';
import { sortDocs } from '../query/sort';
import { readAt, splitPath, writeAt } from '../update/paths';
import { GroupFields } from './accumulators';
import { bucketPipeline } from './bucket';
import { lookup, unionWith } from './join';
import { compileRewriter } from './rewrite';

/** What stages may use besides the documents that flow in. */
export interface PipelineContext {
  readonly scope: Scope;
  readonly strings?: StringOrder;
  /** Documents of another collection of the same database that match a filter. */
  readonly read: (collection: string, filter: Doc) => Iterable<Doc>;
}

/** MongoDB's code for it on a standalone server. */
const CHANGE_STREAM_REFUSED = 40573;

/** A stage turns a stream of documents into another. */
type Stage = (input: Iterable<Doc>, argument: unknown, context: PipelineContext) => Iterable<Doc>;

/** Stages that need more than one document at a time. */
export const stages: Readonly<Record<string, Stage>> = {
  $match: match,
  $sort: (input, argument, { strings }) => sortDocs([...input], docOf('$sort', argument), strings),
  $limit: (input, argument) => limit(input, positive('$limit', argument)),
  $skip: (input, argument) => skip(input, wholeNumber('$skip', argument)),
  $count: count,
  $group: group,
  $unwind: unwind,
  $sortByCount: (input, argument, context) =>
    runPipeline(input, [{ $group: { _id: argument, count: { $sum: 1 } } }, { $sort: { count: -1 } }], context),
  $bucket: (input, argument, context) => runPipeline(input, bucketPipeline(docOf('$bucket', argument)), context),
  $facet: facet,
  $sample: (input, argument) => sample([...input], positive('$sample', docOf('$sample', argument).size)),
  $lookup: lookup,
  $unionWith: unionWith,
};

/** @throws StoreError for unknown stages and for those this store refuses */
export function runPipeline(
  input: Iterable<Doc>,
  pipeline: readonly unknown[],
  context: PipelineContext,
): Iterable<Doc> {
  return pipeline.reduce<Iterable<Doc>>((flow, stage) => runStage(flow, stage, context), input);
}

function runStage(input: Iterable<Doc>, stage: unknown, context: PipelineContext): Iterable<Doc> {
  const [entry, ...more] = isDoc(stage) ? Object.entries(stage) : [];
  if (!entry || more.length > 0)
    throw new StoreError(
      ErrorCode.PipelineStageOneField,
      'A pipeline stage specification object must contain exactly one field.',
    );
  const [name, argument] = entry;
  const rewriter = compileRewriter(name, argument, context.scope);
  if (rewriter) return mapped(input, rewriter);
  const run = Object.hasOwn(stages, name) ? stages[name] : undefined;
  if (!run) throw unknownStage(name);
  return run(input, argument, context);
}

/** MongoDB's that this store has not; some of them it has elsewhere in a pipeline. */
export const REFUSED_STAGES: ReadonlySet<string> = new Set(
  `
  $bucketAuto $changeStreamSplitLargeEvent $collStats $currentOp $densify $documents $fill $geoNear $graphLookup
  $indexStats $listLocalSessions $listSampledQueries $listSearchIndexes $listSessions $merge $out $planCacheStats
  $redact $search $searchMeta $setWindowFields $shardedDataDistribution $vectorSearch
  `
    .trim()
    .split(/\s+/),
);

function unknownStage(name: string): StoreError {
  if (name === '$changeStream')
    throw new StoreError(CHANGE_STREAM_REFUSED, 'The $changeStream stage is only supported on replica sets');
  return REFUSED_STAGES.has(name)
    ? notSupported(`the stage ${name} here`)
    : new StoreError(ErrorCode.UnknownStage, `Unrecognized pipeline stage name: '${name}'`);
}

function* mapped(input: Iterable<Doc>, rewrite: (doc: Doc) => Doc): Iterable<Doc> {
  for (const doc of input) yield rewrite(doc);
}

/** Compiled before the first document flows, so that what is wrong is told even over nothing. */
function match(input: Iterable<Doc>, argument: unknown, { scope, strings }: PipelineContext): Iterable<Doc> {
  const matches = compileFilter(docOf('$match', argument), { scope, strings });
  return filtered(input, matches);
}

function* filtered(input: Iterable<Doc>, matches: (doc: Doc) => boolean): Iterable<Doc> {
  for (const doc of input) if (matches(doc)) yield doc;
}

function* limit(input: Iterable<Doc>, most: number): Iterable<Doc> {
  let given = 0;
  for (const doc of input) {
    yield doc;
    given += 1;
    if (given >= most) return;
  }
}

function* skip(input: Iterable<Doc>, first: number): Iterable<Doc> {
  let seen = 0;
  for (const doc of input) if (seen++ >= first) yield doc;
}

function count(input: Iterable<Doc>, argument: unknown): Iterable<Doc> {
  if (typeof argument !== 'string' || argument === '' || argument.startsWith('$') || argument.includes('.'))
    throw new StoreError(40156, 'the count field must be a non-empty string');
  return counted(input, argument);
}

function* counted(input: Iterable<Doc>, field: string): Iterable<Doc> {
  let total = 0;
  for (const _ of input) total += 1;
  if (total > 0) yield { [field]: total };
}

function group(input: Iterable<Doc>, argument: unknown, { scope, strings }: PipelineContext): Iterable<Doc> {
  const { _id, ...fields } = docOf('$group', argument);
  if (_id === undefined) throw new StoreError(15955, 'a group specification must include an _id');
  // Made once for nothing, so that a wrong field is refused even when no document comes.
  new GroupFields(fields, scope);
  return grouped(input, _id, fields, scope, strings);
}

function* grouped(input: Iterable<Doc>, id: unknown, fields: Doc, scope: Scope, strings?: StringOrder): Iterable<Doc> {
  const groups = new ByValue(() => new GroupFields(fields, scope), strings);
  for (const doc of input) groups.of(evaluate(id, doc, scope) ?? null).add(doc);
  for (const { value, thing } of groups.entries()) yield { _id: value, ...thing.result() };
}

function unwind(input: Iterable<Doc>, argument: unknown): Iterable<Doc> {
  const options = typeof argument === 'string' ? { path: argument } : docOf('$unwind', argument);
  const { path, preserveNullAndEmptyArrays: preserve, includeArrayIndex: indexField } = options as Doc;
  if (typeof path !== 'string' || !path.startsWith('$'))
    throw new StoreError(28818, "path option to $unwind stage should be prefixed with a '$'");
  return unwound(input, splitPath(path.slice(1)), preserve === true, indexField);
}

function* unwound(
  input: Iterable<Doc>,
  path: readonly string[],
  preserve: boolean,
  indexField: unknown,
): Iterable<Doc> {
  for (const doc of input) {
    const value = readAt(doc, path);
    const elements = elementsOf(value, preserve);
    for (const [i, element] of elements.entries()) {
      yield replaced(doc, path, element, indexField, Array.isArray(value) && value.length > 0 ? i : null);
    }
  }
}

/** What a document is repeated for; what is no array counts as its only element. */
function elementsOf(value: unknown, preserve: boolean): readonly unknown[] {
  if (Array.isArray(value) && value.length > 0) return value;
  const empty = value === null || value === undefined || Array.isArray(value);
  if (!empty) return [value];
  if (!preserve) return [];
  return [value === null ? null : undefined];
}

/** A copy along the path; the rest is shared with the document it came from. */
function replaced(doc: Doc, path: readonly string[], value: unknown, indexField: unknown, index: number | null): Doc {
  const copy = copyAlong(doc, path);
  if (value !== undefined) writeAt(copy, path, value);
  else if (readAt(doc, path) !== undefined) delete (readAt(copy, path.slice(0, -1)) as Doc)[path.at(-1) ?? ''];
  if (typeof indexField === 'string') writeAt(copy, splitPath(indexField), index === null ? null : BigInt(index));
  return copy;
}

function copyAlong(doc: Doc, path: readonly string[]): Doc {
  const [step = '', ...rest] = path;
  const inner = rest.length > 0 && Object.hasOwn(doc, step) ? doc[step] : undefined;
  return isDoc(inner) ? { ...doc, [step]: copyAlong(inner, rest) } : { ...doc };
}

function* facet(input: Iterable<Doc>, argument: unknown, context: PipelineContext): Iterable<Doc> {
  const docs = [...input];
  const results = Object.entries(docOf('$facet', argument)).map(([name, pipeline]) => {
    if (!Array.isArray(pipeline)) throw badValue(`arguments to $facet must be arrays, ${name} is not`);
    return [name, [...runPipeline(docs, pipeline, context)]];
  });
  yield Object.fromEntries(results);
}

/** The first `size` of a partial Fisher-Yates shuffle. */
function sample(docs: Doc[], size: number): Doc[] {
  for (let i = 0; i < Math.min(size, docs.length); i++) {
    const j = i + Math.floor(Math.random() * (docs.length - i));
    [docs[i], docs[j]] = [docs[j] as Doc, docs[i] as Doc];
  }
  return docs.slice(0, size);
}

/** @throws StoreError when a stage's argument is no document */
export function docOf(stage: string, argument: unknown): Doc {
  if (isDoc(argument)) return argument;
  throw badValue(`the ${stage} stage needs a document`);
}

function wholeNumber(stage: string, argument: unknown): number {
  if (!isNumeric(argument) || !Number.isInteger(Number(argument)) || Number(argument) < 0)
    throw new StoreError(5107200, `invalid argument to ${stage} stage: Expected a non-negative number`);
  return Number(argument);
}

function positive(stage: string, argument: unknown): number {
  const value = wholeNumber(stage, argument);
  if (value === 0) throw new StoreError(15958, `the argument of ${stage} must be positive`);
  return value;
}
