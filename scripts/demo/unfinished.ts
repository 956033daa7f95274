import type { Connection } from 'mongoose';

const marks = (connection: Connection) => connection.collection<{ _id: string }>('demo');
const SEEDING = { _id: 'seeding' };

/** Whether demo data were begun and never finished: somebody pressed Ctrl-C while they were made. */
export async function isUnfinished(connection: Connection): Promise<boolean> {
  return (await marks(connection).findOne(SEEDING)) !== null;
}

/**
 * Runs `seed` on a store emptied of what an interrupted attempt has left, and keeps a mark in the store until it is
 * done. Nothing but demo data can be lost: the application opens only afterwards.
 */
export async function fromTheBeginning(connection: Connection, seed: () => Promise<void>): Promise<void> {
  if (await isUnfinished(connection)) await empty(connection);
  else await marks(connection).insertOne(SEEDING);
  await seed();
  await marks(connection).deleteOne(SEEDING);
}

async function empty(connection: Connection): Promise<void> {
  const collections = Object.values(connection.models).map((model) => model.collection);
  for (const collection of collections) await collection.deleteMany({});
}
