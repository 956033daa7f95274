import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { mongo } from 'mongoose';
import { startEmbeddedStore } from '../../src/store/embedded';
import type { Configured } from './place';

/** Works on the database of a place, of which the application is not running. */
export async function withDatabase<Result>(
  place: Configured,
  work: (db: mongo.Db) => Promise<Result>,
): Promise<Result> {
  const embedded = place.mongodbUri === undefined ? await startEmbeddedStore({ dataDir: place.dataDir }) : undefined;
  const client = await mongo.MongoClient.connect(place.mongodbUri ?? embedded?.uri ?? '');
  try {
    return await work(client.db(embedded && 'fundus'));
  } finally {
    await client.close();
    await embedded?.close();
  }
}

/** Every byte of every document, every index and every photo's file, to compare places with. */
export async function contentsOf(place: Configured): Promise<Contents> {
  const collections = await withDatabase(place, async (db) => {
    const names = (await db.listCollections().toArray()).map(({ name }) => name).sort();
    return Promise.all(names.map(async (name) => [name, await collectionIn(db, name)] as const));
  });
  return { collections: Object.fromEntries(collections), photos: filesIn(place.uploadsDir) };
}

export interface Contents {
  readonly collections: Readonly<Record<string, { documents: string[]; indexes: object[] }>>;
  /** Digests by path. */
  readonly photos: Readonly<Record<string, string>>;
}

async function collectionIn(db: mongo.Db, name: string) {
  const documents = await db
    .collection(name)
    .find<Buffer>({}, { raw: true, sort: { _id: 1 } })
    .toArray();
  const indexes = await db.collection(name).listIndexes().toArray();
  return { documents: documents.map((bytes) => bytes.toString('hex')), indexes: indexes.map(definition).sort(byName) };
}

/** Servers list the parts in orders of their own, and MongoDB the version of its format. */
function definition({ name, key, unique, partialFilterExpression, expireAfterSeconds, sparse }: mongo.Document) {
  const parts = { name, key: Object.entries(key), unique, partialFilterExpression, expireAfterSeconds, sparse };
  return JSON.parse(JSON.stringify(parts));
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}

function filesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => path.join(parentPath, name)).sort();
  return Object.fromEntries(
    paths.map((file) => [path.relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}
