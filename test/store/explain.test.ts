import type { Collection, Document } from 'mongodb';
import { startTestStore, type TestStore } from './support';

let store: TestStore;
let collection: Collection<Document>;

beforeAll(async () => {
  store = await startTestStore();
  collection = store.db().collection('docs');
  await collection.createIndexes([{ key: { kind: 1, n: -1 } }, { key: { tags: 1 } }]);
  const docs = Array.from({ length: 90 }, (_, i) => ({
    _id: i as never,
    kind: 'abc'[i % 3],
    n: i,
    tags: [i % 5, i % 7],
  }));
  await collection.insertMany(docs);
});

afterAll(() => store.stop());

async function explained(command: Document): Promise<Document> {
  return store.db().command({ explain: command, verbosity: 'executionStats' });
}

const find = (filter: Document, more: Document = {}): Document => ({ find: 'docs', filter, ...more });
const count = (query: Document): Document => ({ count: 'docs', query });
const countDocuments = ($match: Document): Document => ({
  aggregate: 'docs',
  pipeline: [{ $match }, { $group: { _id: 1, n: { $sum: 1 } } }],
  cursor: {},
});

test.each([
  ['equality', find({ kind: 'a' }), 'kind_1_n_-1', 30],
  ['equality and a range', find({ kind: 'a', n: { $lt: 30 } }), 'kind_1_n_-1', 10],
  ['$in', find({ kind: { $in: ['a', 'b'] }, n: 3 }), 'kind_1_n_-1', 1],
  ['an array', find({ tags: 6 }), 'tags_1', 12],
  ['the _id', find({ _id: 7 }), '_id_', 1],
  ['equality, a sort and a limit', find({ kind: 'b' }, { sort: { n: 1 }, limit: 4 }), 'kind_1_n_-1', 4],
  ['$in, a sort and a limit', find({ kind: { $in: ['a', 'b'] } }, { sort: { n: -1 }, limit: 5 }), 'kind_1_n_-1', 5],
])('%s is planned onto an index and reads no document in vain', async (_name, command, index, documents) => {
  const { queryPlanner, executionStats } = await explained(command);
  expect(queryPlanner.winningPlan).toMatchObject({ stage: 'FETCH', inputStage: { stage: 'IXSCAN', indexName: index } });
  expect(executionStats).toMatchObject({ nReturned: documents, totalDocsExamined: documents });
});

test.each([
  ['no index', find({ other: 1 }), 'COLLSCAN'],
  ['a sort no index gives', find({}, { sort: { other: 1 } }), 'SORT'],
])('%s is told as such', async (_name, command, stage) => {
  const { queryPlanner, executionStats } = await explained(command);
  expect(queryPlanner.winningPlan.stage).toBe(stage);
  expect(executionStats.totalDocsExamined).toBe(90);
});

test.each([
  ['the whole collection', count({}), 90],
  ['one value', count({ kind: 'a' }), 30],
  ['several values', count({ kind: { $in: ['a', 'c'] } }), 60],
  ['a range', count({ kind: 'a', n: { $gte: 60 } }), 10],
  ['ids', count({ _id: { $lt: 10 } }), 10],
  ['one value, as countDocuments asks', countDocuments({ kind: 'b' }), 30],
])('counting %s reads no document', async (_name, command, n) => {
  const { queryPlanner, executionStats } = await explained(command);
  expect(queryPlanner.winningPlan.stage).toBe('COUNT');
  expect(executionStats).toMatchObject({ nReturned: n, totalDocsExamined: 0 });
});

test('counting what an array may hold twice reads the documents', async () => {
  const { executionStats } = await explained(count({ tags: { $in: [1, 2] } }));
  const read = await collection.countDocuments({ tags: { $in: [1, 2] } }, { hint: { $natural: 1 } });
  expect(executionStats.nReturned).toBe(read);
  expect(executionStats.totalDocsExamined).toBe(read);
});
