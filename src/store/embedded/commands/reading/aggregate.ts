import { leadingQuery } from '../../aggregate/leading';
import { neededByStage } from '../../aggregate/needed-by-stage';
import { type PipelineContext, runPipeline } from '../../aggregate/stages';
import { encode } from '../../bson/codec';
import { decodeFields } from '../../bson/decode-fields';
import { type Doc, isDoc, isNumeric } from '../../bson/value';
import { ErrorCode, notSupported, StoreError } from '../../errors';
import { evaluate } from '../../expression/evaluate';
import type { NeededFields } from '../../query/needed-fields';
import { countMatches, type Found, type Query, runQuery } from '../../query/run';
import { type Call, docsField, type Handler, namespaceOf } from '../service';
import { outputOf } from '../writing/output';
import { batchSizeOf, queryOf } from './query';

export const aggregate: Handler = async (call) => {
  const { command, service } = call;
  if (!isDoc(command.cursor)) throw new StoreError(ErrorCode.FailedToParse, "The 'cursor' option is required");
  const pipeline = docsField(command, 'pipeline');
  const output = outputOf(call, pipeline);
  const documents = run(call, output ? pipeline.slice(0, -1) : pipeline);
  const namespace = isOnDatabase(call) ? `${call.db}.$cmd.aggregate` : namespaceOf(call);
  if (output) await output([...documents]);
  return service.cursors.start(namespace, encoded(output ? [] : documents), batchSizeOf(command.cursor), false);
};

/** `{aggregate: 1}` reads no collection. */
function isOnDatabase({ target }: Call): boolean {
  return isNumeric(target) && Number(target) === 1;
}

/** The stages a query can do itself are left to it, so that indexes serve them. */
function run(call: Call, pipeline: readonly Doc[]): Iterable<Doc> {
  if (isOnDatabase(call)) return runOnDatabase(call, pipeline);
  const collection = call.service.store.find(namespaceOf(call));
  const { query, rest, countAs } = leadingQuery(pipeline);
  const whole = { ...queryOf(call.command, 'no filter'), ...query };
  if (countAs) return countedAs(countMatches(collection, whole), countAs);
  return runPipeline(documents(runQuery(collection, whole), neededByStage(rest[0])), rest, contextOf(call, whole));
}

/** Without a collection the documents stand in the pipeline itself. */
function runOnDatabase(call: Call, [first = {}, ...rest]: readonly Doc[]): Iterable<Doc> {
  if (!Object.hasOwn(first, '$documents')) throw notSupported('an aggregation of a database without $documents');
  const query = queryOf(call.command, 'no filter');
  const documents = evaluate(first.$documents, {}, query.scope);
  if (!Array.isArray(documents) || !documents.every(isDoc))
    throw new StoreError(5858203, '$documents needs an array of documents');
  return runPipeline(documents, rest, contextOf(call, query));
}

/** Nothing counted gives no document, as with any group. */
function countedAs(n: number, make: (n: number) => Doc): Doc[] {
  return n > 0 ? [make(n)] : [];
}

function contextOf(call: Call, { scope = new Map(), strings }: Query): PipelineContext {
  const read = (name: string, filter: Doc): Iterable<Doc> => {
    const collection = call.service.store.find(`${call.db}.${name}`);
    return documents(runQuery(collection, { filter, scope, strings }));
  };
  return { scope, strings, read };
}

function* documents(found: Iterable<Found>, needed?: NeededFields): Generator<Doc> {
  for (const one of found) yield needed ? decodeFields(one.bytes, needed) : one.doc;
}

function* encoded(docs: Iterable<Doc>): Generator<Buffer> {
  for (const doc of docs) yield encode(doc);
}
