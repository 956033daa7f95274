import type { AnyBulkWriteOperation, Collection, Document } from 'mongodb';
import { options, type Run, withReturnDocument } from './arguments';

/** The format's names for what a collection can do. */
export const collectionOperations: Readonly<Record<string, Run<Collection>>> = {
  aggregate: (c, a) => c.aggregate(a.pipeline, options(a, 'pipeline')).toArray(),
  // `{insertOne: {document}}` and its kin are the driver's own names.
  bulkWrite: (c, a) => c.bulkWrite(a.requests as AnyBulkWriteOperation[], options(a, 'requests')),
  count: (c, a) => c.count(a.filter, options(a, 'filter')),
  countDocuments: (c, a) => c.countDocuments(a.filter, options(a, 'filter')),
  createFindCursor: (c, a) => c.find(a.filter, options(a, 'filter')),
  createIndex: (c, a) => c.createIndex(a.keys, options(a, 'keys')),
  deleteMany: (c, a) => c.deleteMany(a.filter, options(a, 'filter')),
  deleteOne: (c, a) => c.deleteOne(a.filter, options(a, 'filter')),
  distinct: (c, a) => c.distinct(a.fieldName, a.filter, options(a, 'fieldName', 'filter')),
  dropIndex: (c, a) => c.dropIndex(a.name, options(a, 'name')),
  dropIndexes: (c, a) => c.dropIndexes(a),
  estimatedDocumentCount: (c, a) => c.estimatedDocumentCount(a),
  find: (c, a) => c.find(a.filter, options(a, 'filter')).toArray(),
  findOne: (c, a) => c.findOne(a.filter, options(a, 'filter')),
  findOneAndDelete: (c, a) => c.findOneAndDelete(a.filter, options(a, 'filter')),
  findOneAndReplace: (c, a) =>
    c.findOneAndReplace(a.filter, a.replacement, withReturnDocument(options(a, 'filter', 'replacement'))),
  findOneAndUpdate: (c, a) =>
    c.findOneAndUpdate(a.filter, a.update, withReturnDocument(options(a, 'filter', 'update'))),
  insertMany: (c, a) => c.insertMany(a.documents, options(a, 'documents')),
  insertOne: (c, a) => c.insertOne(a.document, options(a, 'document')),
  listIndexNames: async (c, a) => (await c.listIndexes(a).toArray()).map(({ name }) => name),
  listIndexes: (c, a) => c.listIndexes(a).toArray(),
  rename: (c, a) => c.rename(a.to, options(a, 'to')),
  replaceOne: (c, a) => c.replaceOne(a.filter, a.replacement, options(a, 'filter', 'replacement')),
  updateMany: (c, a) => c.updateMany(a.filter, a.update, options(a, 'filter', 'update')),
  updateOne: (c, a) => c.updateOne(a.filter, a.update, options(a, 'filter', 'update')),
  createSearchIndex: (c, a) => c.createSearchIndex(a.model),
  createSearchIndexes: (c, a) => c.createSearchIndexes(a.models),
  dropSearchIndex: (c, a) => c.dropSearchIndex(a.name),
  listSearchIndexes: (c, a) => c.listSearchIndexes(a.name, a.aggregationOptions as Document).toArray(),
  updateSearchIndex: (c, a) => c.updateSearchIndex(a.name, a.definition),
  createChangeStream: async (c, a) => c.watch(a.pipeline, options(a, 'pipeline')).tryNext(),
};
