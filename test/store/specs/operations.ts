import { type AnyBulkWriteOperation, Collection, Db, type Document, type MongoClient } from 'mongodb';
import type { Operation } from './format';
import type { Entities } from './match';

type Run = (target: Collection, args: Document) => unknown;

const returnDocument = ({ returnDocument }: Document): Document =>
  returnDocument ? { returnDocument: returnDocument.toLowerCase() } : {};

/** Everything but the named arguments is an option. */
function options(args: Document, ...named: string[]): Document {
  return Object.fromEntries(Object.entries(args).filter(([name]) => !named.includes(name)));
}

/** The format's names for what a collection can do. */
const collectionOperations: Readonly<Record<string, Run>> = {
  aggregate: (c, a) => c.aggregate(a.pipeline, options(a, 'pipeline')).toArray(),
  bulkWrite: (c, a) => c.bulkWrite((a.requests as Document[]).map(toModel), options(a, 'requests')),
  count: (c, a) => c.count(a.filter, options(a, 'filter')),
  countDocuments: (c, a) => c.countDocuments(a.filter, options(a, 'filter')),
  createIndex: (c, a) => c.createIndex(a.keys, options(a, 'keys')),
  deleteMany: (c, a) => c.deleteMany(a.filter, options(a, 'filter')),
  deleteOne: (c, a) => c.deleteOne(a.filter, options(a, 'filter')),
  distinct: (c, a) => c.distinct(a.fieldName, a.filter, options(a, 'fieldName', 'filter')),
  estimatedDocumentCount: (c, a) => c.estimatedDocumentCount(a),
  find: (c, a) => c.find(a.filter, options(a, 'filter')).toArray(),
  findOne: (c, a) => c.findOne(a.filter, options(a, 'filter')),
  findOneAndDelete: (c, a) => c.findOneAndDelete(a.filter, options(a, 'filter')),
  findOneAndReplace: (c, a) =>
    c.findOneAndReplace(a.filter, a.replacement, { ...options(a, 'filter', 'replacement'), ...returnDocument(a) }),
  findOneAndUpdate: (c, a) =>
    c.findOneAndUpdate(a.filter, a.update, { ...options(a, 'filter', 'update'), ...returnDocument(a) }),
  insertMany: (c, a) => c.insertMany(a.documents, options(a, 'documents')),
  insertOne: (c, a) => c.insertOne(a.document, options(a, 'document')),
  replaceOne: (c, a) => c.replaceOne(a.filter, a.replacement, options(a, 'filter', 'replacement')),
  updateMany: (c, a) => c.updateMany(a.filter, a.update, options(a, 'filter', 'update')),
  updateOne: (c, a) => c.updateOne(a.filter, a.update, options(a, 'filter', 'update')),
};

/** `{insertOne: {document}}` and its kin are the driver's own names. */
function toModel(request: Document): AnyBulkWriteOperation {
  return request as AnyBulkWriteOperation;
}

const databaseOperations: Readonly<Record<string, (db: Db, args: Document) => unknown>> = {
  aggregate: (db, a) => db.aggregate(a.pipeline, options(a, 'pipeline')).toArray(),
  createCollection: (db, a) => db.createCollection(a.collection, options(a, 'collection')),
  dropCollection: (db, a) => db.dropCollection(a.collection),
  listCollections: (db, a) => db.listCollections(a.filter, options(a, 'filter')).toArray(),
  modifyCollection: (db, a) => db.command({ collMod: a.collection, ...options(a, 'collection') }),
  runCommand: (db, a) => db.command(a.command),
};

/** @throws Error for operations the runner does not know; those of the server come through */
export async function runOperation(
  { name, object, arguments: args = {} }: Operation,
  entities: Entities,
): Promise<unknown> {
  if (object === 'testRunner') return runnerOperation(name, args, entities);
  const target = entities.get(object);
  if (target instanceof Collection && collectionOperations[name])
    return plainResult(await collectionOperations[name](target, args));
  if (target instanceof Db && databaseOperations[name])
    return plainResult(await databaseOperations[name](target, args));
  throw new Error(`the runner does not know ${name} on ${object}`);
}

/** The driver's results keep their ids under other names, and a write's acknowledgement beside them. */
function plainResult(result: unknown): unknown {
  if (typeof result !== 'object' || result === null || !('insertedCount' in result) || !('upsertedIds' in result))
    return result;
  const { insertedCount, matchedCount, modifiedCount, deletedCount, upsertedCount, upsertedIds, insertedIds } =
    result as Document;
  return { insertedCount, matchedCount, modifiedCount, deletedCount, upsertedCount, upsertedIds, insertedIds };
}

async function runnerOperation(name: string, args: Document, entities: Entities): Promise<unknown> {
  if (name === 'failPoint') return (entities.get(args.client) as MongoClient).db('admin').command(args.failPoint);
  throw new Error(`the runner does not know the test operation ${name}`);
}
