import type { Connection } from 'mongoose';

/** Everything the store holds but sessions, as text, to compare before and after. */
export async function dump({ db }: Connection): Promise<string> {
  if (!db) throw new Error('not connected');
  const names = (await db.listCollections().toArray()).map(({ name }) => name).filter((name) => name !== 'sessions');
  const contents = await Promise.all(
    names.sort().map(async (name) => [name, await db.collection(name).find().sort({ _id: 1 }).toArray()]),
  );
  return JSON.stringify(contents, null, 1);
}
