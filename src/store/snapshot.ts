import { mongo } from 'mongoose';
import { DATABASE } from './connect';

/** One collection as a snapshot holds it. */
export interface SnapshotCollection {
  readonly name: string;
  readonly options: mongo.Document;
  /** Definitions, without that of `_id`. */
  readonly indexes: readonly mongo.Document[];
  /** BSON bytes of each document. */
  documents(): Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/** The whole database at one moment, whatever is written meanwhile. */
export interface Snapshot {
  readonly collections: readonly SnapshotCollection[];
  close(): Promise<void>;
}

/** Where the database is, and what is known about its writers. */
export interface SnapshotSource {
  readonly mongodbUri: string | undefined;
  readonly dataDir: string;
  /** Nobody writes, so that reading one collection after the other is as good as a snapshot. */
  readonly nobodyWrites?: boolean;
}

/**
 * Opens a snapshot of the database at `mongodbUri`, or else of the embedded store in the data folder. Whether the
 * application runs makes no difference.
 * @throws Error when it cannot be read, or the server has no snapshots and somebody may write
 */
export async function openSnapshot({ mongodbUri, dataDir, nobodyWrites = false }: SnapshotSource): Promise<Snapshot> {
  if (mongodbUri !== undefined) return openServerSnapshot(mongodbUri, nobodyWrites);
  const { openEmbeddedSnapshot } = await import('./embedded/snapshot.js');
  return openEmbeddedSnapshot({ dataDir, database: DATABASE });
}

async function openServerSnapshot(uri: string, nobodyWrites: boolean): Promise<Snapshot> {
  const client = await mongo.MongoClient.connect(uri);
  try {
    const db = client.db();
    // The list first: a snapshot may not be older than the collections read in it.
    const infos = await collectionInfos(db);
    const session = (await snapshotSession(client)) ?? (await transaction(client));
    if (!session && !nobodyWrites) throw noSnapshots();
    const collections = await Promise.all(infos.map((info) => snapshotCollection(db, info, session)));
    return { collections, close: () => closeClient(client, session) };
  } catch (error) {
    await client.close();
    throw error;
  }
}

async function collectionInfos(db: mongo.Db): Promise<mongo.CollectionInfo[]> {
  const infos = await db.listCollections<mongo.CollectionInfo>().toArray();
  const own = infos.filter(({ name }) => !name.startsWith('system.'));
  const other = own.find(({ type }) => (type ?? 'collection') !== 'collection');
  if (other) throw new Error(`${other.name} is a ${other.type}, of which no backup can be made`);
  return own.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

async function snapshotCollection(
  db: mongo.Db,
  { name, options = {} }: mongo.CollectionInfo,
  session: mongo.ClientSession | undefined,
): Promise<SnapshotCollection> {
  const collection = db.collection(name);
  const indexes = await collection.listIndexes().toArray();
  return {
    name,
    options,
    indexes: indexes.filter((index) => index.name !== '_id_').map(({ v: _, ns: __, ...definition }) => definition),
    documents: () => collection.find<Uint8Array>({}, { session, raw: true, sort: { _id: 1 } }),
  };
}

/** Reads at one moment, as replica sets from MongoDB 5.0 on have them; they keep five minutes of history. */
function snapshotSession(client: mongo.MongoClient): Promise<mongo.ClientSession | undefined> {
  return usable(client, () => client.startSession({ snapshot: true }));
}

/** As a last resort, for servers without such reads: a transaction sees one moment too, but ends after a minute. */
function transaction(client: mongo.MongoClient): Promise<mongo.ClientSession | undefined> {
  return usable(client, () => {
    const session = client.startSession();
    session.startTransaction({ readConcern: { level: 'snapshot' } });
    return session;
  });
}

/** The first read fixes the moment; a server that has no such thing refuses it. */
async function usable(
  client: mongo.MongoClient,
  start: () => mongo.ClientSession,
): Promise<mongo.ClientSession | undefined> {
  let session: mongo.ClientSession | undefined;
  try {
    session = start();
    await client.db().collection('accounts').findOne({}, { session });
    return session;
  } catch {
    await session?.endSession();
    return undefined;
  }
}

async function closeClient(client: mongo.MongoClient, session: mongo.ClientSession | undefined): Promise<void> {
  await session?.endSession();
  await client.close();
}

function noSnapshots(): Error {
  return new Error(
    'The server has neither snapshot reads nor transactions (it is no replica set), so that a backup made while the ' +
      'application writes would not fit together. Stop the application and say --stopped.',
  );
}
