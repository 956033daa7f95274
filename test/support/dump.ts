import type { Connection } from 'mongoose';

/** Who is there, and how often they came lately: what reading alone writes. */
const passing = ['sessions', 'signins', 'attempts'];

/** Everything the store holds but that, as text, to compare before and after. */
export async function dump({ db }: Connection): Promise<string> {
  if (!db) throw new Error('not connected');
  const names = (await db.listCollections().toArray())
    .map(({ name }) => name)
    .filter((name) => !passing.includes(name));
  const contents = await Promise.all(
    names.sort().map(async (name) => [name, await db.collection(name).find().sort({ _id: 1 }).toArray()]),
  );
  return JSON.stringify(contents, null, 1);
}
