import { rewrite } from '../../aggregate/rewrite';
import { equal } from '../../bson/order';
import { type Doc, isDoc, own } from '../../bson/value';
import { badValue, ErrorCode, notSupported, StoreError } from '../../errors';
import { runQuery } from '../../query/run';
import type { Collection } from '../../storage/collection';
import { readAt } from '../../update/paths';
import { withId } from '../../update/upsert';
import type { Call } from '../service';

/** Writes a pipeline's documents instead of giving them back. */
type Output = (documents: readonly Doc[]) => Promise<void>;

/** @returns what the last stage does with the documents when it is `$out` or `$merge` */
export function outputOf(call: Call, pipeline: readonly Doc[]): Output | undefined {
  const last = pipeline.at(-1) ?? {};
  if (Object.hasOwn(last, '$out')) return replaceInto(call, last.$out);
  return Object.hasOwn(last, '$merge') ? mergeInto(call, last.$merge) : undefined;
}

/** Name of the collection a stage writes to. */
function targetOf(call: Call, target: unknown): string {
  const { db, coll } = isDoc(target) ? target : { db: undefined, coll: target };
  if (typeof coll !== 'string') throw new StoreError(ErrorCode.FailedToParse, 'the output collection must be named');
  return `${typeof db === 'string' ? db : call.db}.${coll}`;
}

/** `$out`: all is written to a new collection that then takes the old one's place, or nothing changes. */
function replaceInto({ service, ...call }: Call, argument: unknown): Output {
  const namespace = targetOf({ service, ...call }, argument);
  return (documents) =>
    service.store.write(() => {
      const old = service.store.find(namespace);
      const fresh = service.store.findOrCreate(`${namespace}.tmp.out`);
      try {
        for (const index of old?.indexes ?? []) fresh.addIndex(index.spec);
        for (const doc of documents) fresh.insert(withId(doc));
      } catch (error) {
        fresh.drop();
        throw error;
      }
      old?.drop();
      fresh.rename(namespace);
    });
}

const MATCHED = ['merge', 'replace', 'keepExisting', 'fail'];
const NOT_MATCHED = ['insert', 'discard', 'fail'];
const NO_MATCH = 13113;

interface Merge {
  readonly on: readonly string[];
  readonly matched: unknown;
  readonly notMatched: unknown;
}

/** `$merge`: each document is put beside the one it belongs to. */
function mergeInto(call: Call, argument: unknown): Output {
  const options = isDoc(argument) ? argument : { into: argument };
  const namespace = targetOf(call, options.into);
  const { on = '_id', whenMatched: matched = 'merge', whenNotMatched: notMatched = 'insert' } = options;
  if (options.let !== undefined) throw notSupported('$merge with let');
  if (!Array.isArray(matched) && !MATCHED.includes(String(matched)))
    throw badValue(`unknown whenMatched: ${String(matched)}`);
  if (!NOT_MATCHED.includes(String(notMatched))) throw badValue(`unknown whenNotMatched: ${String(notMatched)}`);
  const merge = { on: (Array.isArray(on) ? on : [on]).map(String), matched, notMatched };
  return (documents) =>
    call.service.store.write(() => {
      const collection = call.service.store.findOrCreate(namespace);
      checkUnique(collection, merge.on);
      for (const doc of documents) mergeOne(collection, doc, merge);
    });
}

function checkUnique({ indexes }: Collection, on: readonly string[]): void {
  const unique =
    equal(on, ['_id']) ||
    indexes.some((index) => index.unique && !index.partial && equal([...index.fields].sort(), [...on].sort()));
  if (!unique) throw new StoreError(51183, 'Cannot find index to verify that join fields will be unique');
}

function mergeOne(collection: Collection, doc: Doc, { on, matched, notMatched }: Merge): void {
  const filter = Object.fromEntries(on.map((field) => [field, { $eq: readAt(doc, field.split('.')) ?? null }]));
  const [found] = own(doc, '_id') === undefined && on.includes('_id') ? [] : runQuery(collection, { filter, limit: 1 });
  if (!found && notMatched === 'fail')
    throw new StoreError(NO_MATCH, '$merge could not find a matching document in the target collection');
  if (!found && notMatched === 'insert') collection.insert(withId(doc));
  if (!found || matched === 'keepExisting') return;
  if (matched === 'fail')
    throw new StoreError(ErrorCode.DuplicateKey, '$merge with whenMatched: fail found an existing document', {
      keyPattern: Object.fromEntries(on.map((field) => [field, 1])),
      keyValue: Object.fromEntries(on.map((field) => [field, readAt(doc, field.split('.')) ?? null])),
    });
  collection.replace(found.doc, mergedDoc(found.doc, doc, matched));
}

function mergedDoc(there: Doc, doc: Doc, matched: unknown): Doc {
  if (Array.isArray(matched)) return rewrite(there, matched, new Map([['new', doc]]));
  const merged = matched === 'merge' ? { ...there, ...doc } : doc;
  if (own(doc, '_id') !== undefined && !equal(doc._id, there._id)) {
    throw new StoreError(
      ErrorCode.ImmutableField,
      '$merge failed to update the matching document, did you attempt to modify the _id?',
    );
  }
  return { ...merged, _id: there._id };
}
