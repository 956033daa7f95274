import { startTestStore } from './support';

/** Waits for what happens by itself; that it happens at all is what is tested, not when. */
async function eventually(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 5));
}

test('documents expire by their date, and only those', async () => {
  const store = await startTestStore({ sweepEvery: 10 });
  const collection = store.db().collection<{ _id: string; until?: unknown }>('sessions');
  await collection.createIndex({ until: 1 }, { expireAfterSeconds: 60 });
  const [past, future] = [new Date(Date.now() - 61_000), new Date(Date.now() + 3_600_000)];
  await collection.insertMany([
    { _id: 'kept, not yet', until: future },
    { _id: 'kept, no date', until: 'yesterday' },
    { _id: 'kept, missing' },
    { _id: 'gone', until: past },
    { _id: 'gone by its earliest', until: [future, past] },
  ]);
  await eventually(async () => (await collection.countDocuments({ _id: /^gone/ })) === 0);
  await eventually(async () => (await collection.countDocuments()) === 3);
  await store.stop();
}, 30_000);

test('a cursor nobody asks for is forgotten', async () => {
  const store = await startTestStore({ sweepEvery: 5, cursorTimeout: 20 });
  await store
    .db()
    .collection('many')
    .insertMany(Array.from({ length: 10 }, (_, i) => ({ i })));
  const { cursor } = await store.db().command({ find: 'many', batchSize: 2 });
  await new Promise((resolve) => setTimeout(resolve, 60));
  await eventually(async () => {
    const refused = await store
      .db()
      .command({ getMore: cursor.id, collection: 'many', batchSize: 1 })
      .catch((error: { code: number }) => error);
    if ('code' in refused) expect(refused.code).toBe(43);
    else await new Promise((resolve) => setTimeout(resolve, 60));
    return 'code' in refused;
  });
  await store.stop();
}, 30_000);

test('a cursor gives each document once, whatever is written meanwhile', async () => {
  const store = await startTestStore();
  const collection = store.db().collection<{ _id: number; n: number }>('many');
  await collection.insertMany(Array.from({ length: 500 }, (_, i) => ({ _id: i, n: 0 })));
  const seen: number[] = [];
  for await (const { _id } of collection.find({}, { batchSize: 20 })) {
    seen.push(_id);
    if (_id % 50 === 0) await collection.updateMany({ _id: { $gt: _id } }, { $inc: { n: 1 } });
  }
  expect(seen).toEqual(Array.from({ length: 500 }, (_, i) => i));
  await store.stop();
});

test('a cursor gives nothing that no longer matches when its turn comes', async () => {
  const store = await startTestStore();
  const collection = store.db().collection<{ _id: number; tags: number[] }>('tagged');
  await collection.createIndex({ tags: 1 });
  await collection.insertMany(Array.from({ length: 100 }, (_, i) => ({ _id: i, tags: [1, 2] })));
  const seen: number[] = [];
  for await (const { _id } of collection.find({ tags: { $in: [1, 2] } }, { batchSize: 20 })) {
    seen.push(_id);
    if (_id === 5) await collection.updateMany({ _id: { $gte: 50 } }, { $set: { tags: [3] } });
  }
  expect(seen).toEqual(Array.from({ length: 50 }, (_, i) => i));
  await store.stop();
});
