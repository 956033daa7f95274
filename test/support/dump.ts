import type { Connection } from 'mongoose';

/** Who is there, and how often they came lately: what reading alone writes. */
const passing = ['sessions', 'signins', 'attempts'];

/**
 * Everything the store holds but that, as text, to compare before and after.
 * @param without names of collections that do not matter either
 */
export async function dump({ db }: Connection, without: readonly string[] = []): Promise<string> {
  if (!db) throw new Error('not connected');
  const names = (await db.listCollections().toArray())
    .map(({ name }) => name)
    .filter((name) => ![...passing, ...without].includes(name));
  const contents = await Promise.all(
    names.sort().map(async (name) => [name, await db.collection(name).find().sort({ _id: 1 }).toArray()]),
  );
  return JSON.stringify(contents, null, 1);
}
