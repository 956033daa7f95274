import mongoose from 'mongoose';
import { refuseHalfRestored } from './restore-mark';

/** Database of the application, in the embedded store; a MongoDB's is named by its URI. */
export const DATABASE = 'fundus';

/** How long a request waits for a store that does not answer; a replica set chooses another primary in this time. */
const patienceMs = 10_000;

/** The connected database. */
export interface ConnectedStore {
  readonly connection: mongoose.Connection;
  /** Where it is; session store and rate limits connect through the same. */
  readonly uri: string;
  /** Disconnects, and stops the embedded store if it was started. */
  close(): Promise<void>;
}

/** Where the database is: on a server, or else in a folder. */
export interface StoreOptions {
  readonly mongodbUri: string | undefined;
  readonly dataDir: string;
}

/**
 * Connects mongoose, to `mongodbUri` or else to the embedded store started for it, and makes the indexes of every
 * model registered by then.
 * @throws Error when the database cannot be reached the data folder is in use, or a restore has not been finished
 */
export async function connectStore(options: StoreOptions): Promise<ConnectedStore> {
  const store = await connectAnyStore(options);
  try {
    refuseHalfRestored((await store.connection.listCollections()) ?? []);
    await Promise.all(Object.values(mongoose.models).map((model) => model.init()));
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** As `connectStore`, but takes the database as it is, even one that is half restored, and makes no indexes. */
export async function connectAnyStore({ mongodbUri, dataDir }: StoreOptions): Promise<ConnectedStore> {
  // A field the schema does not have is a mistake: left out of the filter it would widen the query without a word.
  mongoose.set('strictQuery', 'throw');
  // While it connects, models wait to make their collections.
  mongoose.set('bufferCommands', true);
  const embedded = mongodbUri === undefined ? await startEmbedded(dataDir) : undefined;
  const uri = mongodbUri ?? embedded?.uri ?? '';
  const close = async (): Promise<void> => {
    await mongoose.disconnect();
    await embedded?.close();
  };
  try {
    await mongoose.connect(uri, { serverSelectionTimeoutMS: patienceMs, connectTimeoutMS: patienceMs });
    // From now on whoever waits for a store that is gone reads so soon, and is not kept in a queue.
    mongoose.set('bufferCommands', false);
    return { connection: mongoose.connection, uri, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Loaded only when it is needed: with a MongoDB no line of the embedded store runs. */
async function startEmbedded(dataDir: string): Promise<{ uri: string; close(): Promise<void> }> {
  const { startEmbeddedStore } = require('./embedded') as typeof import('./embedded');
  const { uri, close } = await startEmbeddedStore({ dataDir });
  return { uri: uri.replace('/?', `/${DATABASE}?`), close };
}
