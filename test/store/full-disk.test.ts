import { rmSync } from 'node:fs';
import { startTestStore, succeeds, type TestStore, temporaryFolder } from './support';

const folder = temporaryFolder();
const mounted = succeeds('mount', '-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder);

if (!mounted) process.stderr.write('\ncannot mount a small file system: NOT CHECKED what a full disk does\n\n');

function remount(size: string): void {
  expect(succeeds('mount', '-o', `remount,size=${size}`, folder)).toBe(true);
}

/** Inserts until the disk is full. */
async function fillUp(store: TestStore): Promise<{ acknowledged: number; code: unknown }> {
  const collection = store.db().collection('docs');
  await collection.createIndex({ group: 1 });
  for (let i = 0; i < 1000; i++) {
    const refused = await collection.insertOne({ _id: i as never, group: i % 7, filler: 'x'.repeat(50_000) }).then(
      () => undefined,
      (error: { code: unknown }) => error,
    );
    if (refused) return { acknowledged: i, code: refused.code };
  }
  throw new Error('the disk never got full');
}

async function expectIntact(store: TestStore, acknowledged: number): Promise<void> {
  const collection = store.db().collection('docs');
  const ids = (await collection.find({}, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id);
  expect(ids).toEqual(Array.from({ length: acknowledged }, (_, i) => i));
  expect(await collection.countDocuments({ group: { $gte: 0 } })).toBe(acknowledged);
  expect(await collection.estimatedDocumentCount()).toBe(acknowledged);
}

(mounted ? test : test.skip)(
  'a full disk is told to the writer and damages nothing',
  async () => {
    let store = await startTestStore({ dataDir: folder });
    const { acknowledged, code } = await fillUp(store);
    expect(code).toBe(14031);
    await expectIntact(store, acknowledged);
    await store.client.close();
    await store.store.close();

    store = await startTestStore({ dataDir: folder });
    await expectIntact(store, acknowledged);
    remount('64m');
    await store
      .db()
      .collection('docs')
      .insertOne({ _id: acknowledged as never, group: 1, filler: 'x'.repeat(50_000) });
    await expectIntact(store, acknowledged + 1);
    await store.client.close();
    await store.store.close();
  },
  60_000,
);

afterAll(() => {
  if (mounted) succeeds('umount', folder);
  rmSync(folder, { recursive: true, force: true });
});
