import mongoose from 'mongoose';

/** Database of the application, in the embedded store; a MongoDB's is named by its URI. */
const DATABASE = 'fundus';

/** The connected database. */
export interface ConnectedStore {
  readonly connection: mongoose.Connection;
  /** Where it is; session store and rate limits connect through the same. */
  readonly uri: string;
  /** Disconnects, and stops the embedded store if it was started. */
  close(): Promise<void>;
}

/**
 * Connects mongoose, to `mongodbUri` or else to the embedded store started for it, and makes the indexes of every
 * model registered by then.
 * @throws Error when the database cannot be reached or the data folder is in use
 */
export async function connectStore({
  mongodbUri,
  dataDir,
}: {
  mongodbUri: string | undefined;
  dataDir: string;
}): Promise<ConnectedStore> {
  // A field the schema does not have is a mistake: left out of the filter it would widen the query without a word.
  mongoose.set('strictQuery', 'throw');
  const embedded = mongodbUri === undefined ? await startEmbedded(dataDir) : undefined;
  const uri = mongodbUri ?? embedded?.uri ?? '';
  const close = async (): Promise<void> => {
    await mongoose.disconnect();
    await embedded?.close();
  };
  try {
    await mongoose.connect(uri);
    await Promise.all(Object.values(mongoose.models).map((model) => model.init()));
  } catch (error) {
    await close();
    throw error;
  }
  return { connection: mongoose.connection, uri, close };
}

/** Loaded only when it is needed: with a MongoDB no line of the embedded store runs. */
async function startEmbedded(dataDir: string): Promise<{ uri: string; close(): Promise<void> }> {
  const { startEmbeddedStore } = require('./embedded') as typeof import('./embedded');
  const { uri, close } = await startEmbeddedStore({ dataDir });
  return { uri: uri.replace('/?', `/${DATABASE}?`), close };
}
