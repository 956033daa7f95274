import type { ClientSession, Db, Document, MongoClient } from 'mongodb';
import { concerns, options, type Run } from './arguments';

/** The format's names for what a database can do. */
export const databaseOperations: Readonly<Record<string, Run<Db>>> = {
  aggregate: (db, a) => db.aggregate(a.pipeline, options(a, 'pipeline')).toArray(),
  createCollection: (db, a) => db.createCollection(a.collection, options(a, 'collection')),
  createCommandCursor: (db, a) => commandCursor(db, a),
  dropCollection: (db, a) => db.dropCollection(a.collection, options(a, 'collection')),
  listCollectionNames: async (db, a) =>
    (await db.listCollections(a.filter, { ...options(a, 'filter'), nameOnly: true }).toArray()).map(({ name }) => name),
  listCollectionObjects: (db, a) => db.listCollections(a.filter, options(a, 'filter')).toArray(),
  listCollections: (db, a) => db.listCollections(a.filter, options(a, 'filter')).toArray(),
  modifyCollection: (db, a) => db.command({ collMod: a.collection, ...options(a, 'collection', 'session') }),
  runCommand: (db, a) => db.command(a.command, concerns(options(a, 'command', 'commandName'))),
  runCursorCommand: (db, a) => commandCursor(db, a).toArray(),
  createChangeStream: async (db, a) => db.watch(a.pipeline, options(a, 'pipeline')).tryNext(),
};

function commandCursor(db: Db, args: Document): ReturnType<Db['runCursorCommand']> {
  const own = ['command', 'commandName', 'batchSize', 'comment', 'maxTimeMS', 'cursorType'];
  const cursor = db.runCursorCommand(args.command, concerns(options(args, ...own)));
  if (args.batchSize !== undefined) cursor.setBatchSize(args.batchSize);
  if (args.comment !== undefined) cursor.setComment(args.comment);
  if (args.maxTimeMS !== undefined) cursor.setMaxTimeMS(args.maxTimeMS);
  return cursor;
}

function toModel(model: Document): never {
  const [[name, spec] = []] = Object.entries(model) as [string, Document][];
  return { name, ...spec } as never;
}

/** What a client can do. */
export const clientOperations: Readonly<Record<string, Run<MongoClient>>> = {
  close: (client) => client.close(),
  clientBulkWrite: (client, a) => client.bulkWrite((a.models as Document[]).map(toModel), options(a, 'models')),
  createChangeStream: async (client, a) => client.watch(a.pipeline, options(a, 'pipeline')).tryNext(),
  listDatabaseNames: async (client, a) =>
    (
      await client
        .db()
        .admin()
        .listDatabases({ ...a, nameOnly: true })
    ).databases.map(({ name }) => name),
  listDatabaseObjects: async (client, a) => (await client.db().admin().listDatabases(a)).databases,
  listDatabases: async (client, a) => (await client.db().admin().listDatabases(a)).databases,
};

/** What a session can do. */
export const sessionOperations: Readonly<Record<string, Run<ClientSession>>> = {
  abortTransaction: (session) => session.abortTransaction(),
  commitTransaction: (session) => session.commitTransaction(),
  endSession: (session) => session.endSession(),
  startTransaction: (session, a) => session.startTransaction(concerns(a)),
};
