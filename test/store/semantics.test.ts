import { type Collection, type Document, MongoClient } from 'mongodb';
import { expressionCases } from './semantics/expressions';
import { filterCases } from './semantics/filters';
import { sortCases } from './semantics/orders';
import { pipelineCases, projectionCases } from './semantics/pipelines';
import { pollution, updateCases } from './semantics/updates';
import { startTestStore } from './support';

/** Another server to hold the same answers against. */
const referenceUri = process.env.DOCUMENTDB_URI ?? process.env.MONGODB_URI;

interface Server {
  readonly client: MongoClient;
  stop(): Promise<void>;
}

const servers: readonly (readonly [string, boolean, () => Promise<Server>])[] = [
  ['the embedded store', false, () => startTestStore()],
  ...(referenceUri ? ([['the independent server', true, connectReference]] as const) : []),
];

async function connectReference(): Promise<Server> {
  const client = await MongoClient.connect(referenceUri ?? '');
  return { client, stop: () => client.close() };
}

/** The value, or the code of the refusal. */
async function outcome(run: () => Promise<unknown>): Promise<unknown> {
  return run().catch((error: { code?: number; message: string }) => ({ code: error.code ?? error.message }));
}

function numbered(docs: readonly Document[]): Document[] {
  return docs.map((doc, i) => ({ _id: i, ...doc }));
}

describe.each(servers)('%s', (_name, isReference, start) => {
  let server: Server;
  let collection: Collection<Document>;
  const concerns = <T extends { reference?: 'differs' }>(cases: readonly T[]): T[] =>
    cases.filter(({ reference }) => !isReference || !reference);

  beforeAll(async () => {
    server = await start();
    collection = server.client.db('fundus_semantics').collection('cases');
  });

  beforeEach(() => collection.deleteMany({}));

  afterAll(async () => {
    await server.client.db('fundus_semantics').dropDatabase();
    await server.stop();
  });

  async function fill(docs: readonly Document[]): Promise<void> {
    if (docs.length > 0) await collection.insertMany(numbered(docs) as never);
  }

  test.each(concerns(filterCases))('filter: $name', async ({ docs, filter, matches, code }) => {
    await fill(docs);
    const found = await outcome(async () =>
      (await collection.find(filter).sort({ _id: 1 }).toArray()).map(({ _id }) => _id),
    );
    expect(found).toEqual(matches ?? { code });
  });

  test.each(concerns(sortCases))('sort: $name', async ({ docs, sort, order }) => {
    await fill(docs);
    expect((await collection.find().sort(sort).toArray()).map(({ _id }) => _id)).toEqual(order);
  });

  test.each(concerns(updateCases))(
    'update: $name',
    async ({ before, update, filter = {}, options, after, fields, code }) => {
      await fill([before]);
      const done = await outcome(async () => {
        const { upsertedId } = await collection.updateOne({ _id: 0 as never, ...filter }, update, options);
        const { _id, ...rest } = (await collection.findOne({ _id: (upsertedId ?? 0) as never })) ?? {};
        return fields ? ['_id', ...Object.keys(rest)] : rest;
      });
      expect(done).toEqual(fields ?? after ?? { code });
    },
  );

  test.each(concerns(expressionCases))('expression: $name', async ({ doc = {}, expression, value, code }) => {
    await fill([doc]);
    const pipeline = [{ $replaceWith: { value: expression } }];
    const got = await outcome(async () => (await collection.aggregate(pipeline).next())?.value);
    expect(got).toEqual(code === undefined ? value : { code });
  });

  test.each(concerns(pipelineCases))('pipeline: $name', async ({ docs, pipeline, gives, code }) => {
    await fill(docs);
    expect(await outcome(() => collection.aggregate([...pipeline]).toArray())).toEqual(gives ?? { code });
  });

  test.each(concerns(projectionCases))('projection: $name', async ({ doc, projection, gives, fields, code }) => {
    await fill([doc]);
    const seen = await outcome(async () => {
      const found = await collection.findOne({}, { projection });
      return fields ? Object.keys(found ?? {}) : found;
    });
    expect(seen).toEqual(fields ?? gives ?? { code });
  });

  test('a collation decides which strings are equal, and their order', async () => {
    await fill([{ v: 'ping' }, { v: 'Ping' }, { v: 'a10' }, { v: 'a9' }]);
    const caseless = { collation: { locale: 'en', strength: 2 } };
    expect(await collection.countDocuments({ v: 'PING' }, caseless)).toBe(2);
    expect(await collection.countDocuments({ v: 'PING' })).toBe(0);
    const numeric = collection.find({ v: /^a/ }, { collation: { locale: 'en', numericOrdering: true } }).sort({ v: 1 });
    expect((await numeric.toArray()).map(({ v }) => v)).toEqual(['a9', 'a10']);
  });

  if (!isReference) {
    test.each(pollution.map((update) => [JSON.stringify(update), update]))('refuses %s', async (_text, update) => {
      await fill([{ a: 1 }]);
      await expect(
        collection.updateOne({ _id: 0 as never }, update as Document, { upsert: true }),
      ).rejects.toMatchObject({ code: 2 });
      await expect(collection.findOne({ polluted: { $exists: true } })).resolves.toBeNull();
      await expect(collection.find({ toString: { $exists: true } }).toArray()).resolves.toEqual([]);
    });

    test('refuses documents that bring a prototype with them', async () => {
      const doc = JSON.parse('{"a": {"__proto__": {"polluted": 1}}}');
      await expect(collection.insertOne(doc)).rejects.toMatchObject({ code: 2 });
    });
  }
});
