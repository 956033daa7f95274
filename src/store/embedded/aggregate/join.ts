import { type Doc, isDoc } from '../bson/value';
import { badValue, ErrorCode, StoreError } from '../errors';
import { evaluate, followPath } from '../expression/evaluate';
import { splitPath } from '../update/paths';
import { assign } from './rewrite';
import { docOf, type PipelineContext, runPipeline } from './stages';

/** `$lookup`: each document gets the foreign ones that belong to it, found through an index where there is one. */
export function* lookup(input: Iterable<Doc>, argument: unknown, context: PipelineContext): Iterable<Doc> {
  const { from, as, localField, foreignField, let: bound, pipeline } = docOf('$lookup', argument);
  if (typeof from !== 'string' || typeof as !== 'string')
    throw new StoreError(ErrorCode.FailedToParse, '$lookup needs from and as');
  for (const doc of input) {
    const filter =
      typeof foreignField === 'string' && typeof localField === 'string'
        ? joinFilter(doc, localField, foreignField)
        : {};
    const found = runPipeline(context.read(from, filter), pipelineOf(pipeline), {
      ...context,
      scope: bind(bound, doc, context),
    });
    yield assign(doc, splitPath(as), [...found]);
  }
}

/** A local array joins by each of its elements; a missing local field joins with missing and null ones. */
function joinFilter(doc: Doc, localField: string, foreignField: string): Doc {
  const local = followPath(doc, localField.split('.'));
  return { [foreignField]: Array.isArray(local) ? { $in: local } : { $eq: local ?? null } };
}

function pipelineOf(pipeline: unknown): readonly unknown[] {
  if (pipeline === undefined) return [];
  if (!Array.isArray(pipeline)) throw badValue("'pipeline' option must be specified as an array");
  return pipeline;
}

function bind(bound: unknown, doc: Doc, context: PipelineContext): PipelineContext['scope'] {
  if (!isDoc(bound)) return context.scope;
  const entries = Object.entries(bound).map(
    ([name, expression]) => [name, evaluate(expression, doc, context.scope)] as const,
  );
  return new Map([...context.scope, ...entries]);
}

/** `$unionWith`: the other collection's documents follow. */
export function* unionWith(input: Iterable<Doc>, argument: unknown, context: PipelineContext): Iterable<Doc> {
  const { coll, pipeline } =
    typeof argument === 'string' ? { coll: argument, pipeline: undefined } : docOf('$unionWith', argument);
  if (typeof coll !== 'string') throw new StoreError(ErrorCode.FailedToParse, '$unionWith needs a collection');
  yield* input;
  yield* runPipeline(context.read(coll, {}), pipelineOf(pipeline), context);
}
