import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Db, MongoClient } from 'mongodb';
import { type EmbeddedStore, startEmbeddedStore } from '../../src/store/embedded';

/** A store of its own for one test file, and a client of it. */
export interface TestStore {
  readonly store: EmbeddedStore;
  readonly client: MongoClient;
  readonly dataDir: string;
  db(name?: string): Db;
  stop(): Promise<void>;
}

export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'fundus-store-'));
}

export async function startTestStore(dataDir = temporaryFolder()): Promise<TestStore> {
  const store = await startEmbeddedStore({ dataDir });
  const client = await MongoClient.connect(store.uri);
  return {
    store,
    client,
    dataDir,
    db: (name = 'test') => client.db(name),
    stop: async () => {
      await client.close();
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
