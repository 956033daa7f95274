import { rmSync } from 'node:fs';
import { type Collection, MongoClient } from 'mongodb';
import { type LoadDoc, operationOf, stateAfter, WRITERS } from './load-plan';
import { kill, startStoreProcess, startTestStore, temporaryFolder } from './support';

const ROUNDS = Number(process.env.KILL_ROUNDS ?? 20);

/** Lets sixteen writers work on a store in another process and kills that after a number of acknowledgements. */
async function loadAndKill(dataDir: string, seed: number, killAfter: number): Promise<number[]> {
  const store = startStoreProcess(dataDir);
  const { uri = '' } = await store.answer;
  const client = await MongoClient.connect(uri, { serverSelectionTimeoutMS: 500, maxPoolSize: WRITERS });
  const collection = client.db('load').collection<LoadDoc>('docs');
  await collection.deleteMany({});
  await collection.createIndexes([
    { key: { value: 1 } },
    { key: { tags: 1, writer: -1 } },
    { key: { mark: 1 }, unique: true },
  ]);
  const acknowledged = Array.from({ length: WRITERS }, () => 0);
  let total = 0;
  let dying: Promise<void> | undefined;
  const write = async (writer: number): Promise<void> => {
    for (let i = 0; ; i++) {
      await apply(collection, seed, writer, i);
      acknowledged[writer] = i + 1;
      total += 1;
      if (total >= killAfter) dying ??= kill(store);
    }
  };
  await Promise.allSettled(acknowledged.map((_, writer) => write(writer)));
  await dying;
  await client.close();
  return acknowledged;
}

async function apply(collection: Collection<LoadDoc>, seed: number, writer: number, i: number): Promise<void> {
  const { kind, doc } = operationOf(seed, writer, i);
  if (kind === 'remove') await collection.deleteOne({ _id: doc._id });
  else await collection.replaceOne({ _id: doc._id }, doc, { upsert: true });
}

/** The operation under way when the process died may have happened or not; all before it must have. */
function expectAcknowledged(docs: readonly LoadDoc[], seed: number, acknowledged: readonly number[]): void {
  for (const [writer, count] of acknowledged.entries()) {
    const found = new Map(docs.filter((doc) => doc.writer === writer).map((doc) => [doc._id, doc]));
    const possible = [stateAfter(seed, writer, count), stateAfter(seed, writer, count + 1)];
    expect(possible).toContainEqual(found);
  }
}

async function expectConsistent(collection: Collection<LoadDoc>, docs: readonly LoadDoc[]): Promise<void> {
  expect(await collection.estimatedDocumentCount()).toBe(docs.length);
  for (const filter of [
    { value: { $gte: 0 } },
    { tags: { $in: ['t0', 't1', 't2', 't3', 't4'] } },
    { mark: { $gt: '' } },
  ]) {
    const plan = (await collection.find(filter).explain('queryPlanner')).queryPlanner.winningPlan;
    expect(plan.inputStage.stage).toBe('IXSCAN');
    const byIndex = await collection.find(filter).sort({ _id: 1 }).toArray();
    expect(byIndex).toEqual(
      await collection
        .find(filter, { hint: { $natural: 1 } })
        .sort({ _id: 1 })
        .toArray(),
    );
  }
  const marks = await collection.countDocuments({ mark: { $in: docs.map(({ mark }) => mark) } });
  expect(marks).toBe(docs.length);
}

test(`what was acknowledged survives being killed, ${ROUNDS} times`, async () => {
  const dataDir = temporaryFolder();
  for (let round = 0; round < ROUNDS; round++) {
    const acknowledged = await loadAndKill(dataDir, round, 40 + ((round * 977) % 900));
    const store = await startTestStore({ dataDir });
    const collection = store.db('load').collection<LoadDoc>('docs');
    const docs = await collection.find({}, { sort: { _id: 1 } }).toArray();
    expectAcknowledged(docs, round, acknowledged);
    await expectConsistent(collection, docs);
    await store.client.close();
    await store.store.close();
  }
  rmSync(dataDir, { recursive: true });
}, 300_000);
