import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedStore } from '../../src/store/embedded';

declare global {
  /** Set here, called by `global-teardown.ts`; both run in the process of Jest itself. */
  var stopTestStore: (() => Promise<void>) | undefined;
}

/** Starts one store for the whole run, unless MONGODB_URI names another server to test with. Needs the build. */
export default async function startTestStore(): Promise<void> {
  if (process.env.MONGODB_URI) return;
  const dataDir = await mkdtemp(path.join(tmpdir(), 'fundus-test-store-'));
  const store = await startEmbeddedStore({ dataDir });
  process.env.MONGODB_URI = store.uri;
  // Nobody named a server: see `own-database.ts`.
  process.env.TEST_STORE = 'embedded';
  globalThis.stopTestStore = async () => {
    await store.close();
    await rm(dataDir, { recursive: true, force: true });
  };
}
