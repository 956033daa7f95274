import { rmSync } from 'node:fs';
import mongoose, { type Connection, Schema } from 'mongoose';
import { type EmbeddedStore, startEmbeddedStore } from '../../src/store/embedded';
import { temporaryFolder } from './support';

/** What applications written with mongoose do every day; a server of its own shape shows here first. */
const dataDir = temporaryFolder();
let store: EmbeddedStore;
let connection: Connection;

const personSchema = new Schema(
  { name: String, tags: [String], things: [{ name: String, places: [{ shelf: Number }] }], notes: Map },
  { timestamps: true, optimisticConcurrency: true },
);
personSchema.virtual('letters', { ref: 'Letter', localField: '_id', foreignField: 'from' });
const letterSchema = new Schema({ title: String, cents: Number, from: { type: Schema.Types.ObjectId, ref: 'Person' } });
const eventSchema = new Schema({ at: Date }, { discriminatorKey: 'kind' });

beforeAll(async () => {
  store = await startEmbeddedStore({ dataDir });
  connection = await mongoose.createConnection(store.uri.replace('/?', '/mongoose?')).asPromise();
  connection.model('Person', personSchema);
  connection.model('Letter', letterSchema);
  connection.model('Event', eventSchema).discriminator('Click', new Schema({ x: Number }));
});

beforeEach(() => connection.dropDatabase());

afterAll(async () => {
  await connection.close();
  await store.close();
  rmSync(dataDir, { recursive: true });
});

// Models without types of their own, as the documents' shapes are beside the point here.
const model = (name: string) => connection.model(name);

async function writeLetters() {
  const anna = await model('Person').create({ name: 'Anna' });
  await model('Letter').create([
    { title: 'one', cents: 80, from: anna._id },
    { title: 'two', cents: 250, from: anna._id },
    { title: 'three', cents: 1_200 },
  ]);
  return anna;
}

test('saves what changed in a document, with its version and time', async () => {
  const anna = await model('Person').create({ name: 'Anna', tags: ['a', 'b'], things: [{ places: [{ shelf: 1 }] }] });
  anna.tags.push('c');
  anna.tags.pull('a');
  anna.things[0].places[0].shelf = 7;
  anna.notes = new Map([['x', 1]]);
  await anna.save();
  const again = await model('Person').findById(anna._id).lean<{ createdAt: Date; updatedAt: Date }>();
  expect(again).toMatchObject({ tags: ['b', 'c'], things: [{ places: [{ shelf: 7 }] }], notes: { x: 1 }, __v: 1 });
  expect(again?.updatedAt.getTime()).toBeGreaterThanOrEqual(again?.createdAt.getTime() ?? Number.NaN);
});

test('of two that change the same version the later loses', async () => {
  const anna = await model('Person').create({ name: 'Anna' });
  const [first, second] = await Promise.all([0, 1].map(() => model('Person').findById(anna._id)));
  first?.set({ name: 'Anne' });
  second?.set({ name: 'Anja' });
  await first?.save();
  await expect(second?.save()).rejects.toThrow(mongoose.Error.VersionError);
});

test('populates both ways', async () => {
  const anna = await writeLetters();
  const letter = await model('Letter').findOne({ title: 'one' }).populate('from');
  const person = await model('Person').findById(anna._id).populate('letters');
  expect(letter?.from.name).toBe('Anna');
  expect(person?.letters).toHaveLength(2);
});

test('tells kinds of one collection apart', async () => {
  await model('Event').create({ at: new Date() });
  await connection.model('Click').create({ at: new Date(), x: 3 });
  await expect(model('Event').countDocuments()).resolves.toBe(2);
  await expect(connection.model('Click').find({ x: { $gt: 1 } })).resolves.toHaveLength(1);
});

test('writes in bulk', async () => {
  await writeLetters();
  const result = await model('Letter').bulkWrite([
    { insertOne: { document: { title: 'four' } } },
    { updateOne: { filter: { title: 'one' }, update: { $inc: { cents: 5 } } } },
    { updateOne: { filter: { title: 'five' }, update: { $set: { cents: 1 } }, upsert: true } },
    { deleteOne: { filter: { title: 'three' } } },
  ]);
  expect(result).toMatchObject({ insertedCount: 1, modifiedCount: 1, upsertedCount: 1, deletedCount: 1 });
  expect((await model('Letter').distinct('title')).sort()).toEqual(['five', 'four', 'one', 'two']);
});

test('changes elements of arrays in arrays', async () => {
  const places = [{ shelf: 1 }, { shelf: 2 }];
  const { _id } = await model('Person').create({
    things: [
      { name: 'a', places },
      { name: 'b', places },
    ],
  });
  await model('Person').updateOne({ _id, 'things.name': 'b' }, { $set: { 'things.$.name': 'c' } });
  const arrayFilters = [{ 'thing.name': 'c' }, { 'place.shelf': { $gt: 1 } }];
  await model('Person').updateOne({ _id }, { $inc: { 'things.$[thing].places.$[place].shelf': 10 } }, { arrayFilters });
  const shelves = { places: [{ shelf: 1 }, { shelf: 12 }] };
  await expect(model('Person').findById(_id).lean()).resolves.toMatchObject({ things: [{ name: 'a' }, shelves] });
});

test('aggregates over collections', async () => {
  await writeLetters();
  const joined = await model('Person').aggregate([
    { $lookup: { from: 'letters', localField: '_id', foreignField: 'from', as: 'sent' } },
    { $project: { _id: 0, name: 1, cents: { $sum: '$sent.cents' } } },
  ]);
  const [counted] = await model('Letter').aggregate([
    { $unionWith: { coll: 'people', pipeline: [{ $project: { _id: 0, title: '$name' } }] } },
    {
      $facet: {
        sizes: [{ $bucket: { groupBy: '$cents', boundaries: [0, 100, 1_000], default: 'other' } }],
        senders: [{ $sortByCount: { $ne: [{ $type: '$from' }, 'missing'] } }],
      },
    },
  ]);
  expect(joined).toEqual([{ name: 'Anna', cents: 330 }]);
  expect(counted.sizes).toEqual([
    { _id: 0, count: 1 },
    { _id: 100, count: 1 },
    { _id: 'other', count: 2 },
  ]);
  expect(counted.senders).toHaveLength(2);
});

test('makes and removes indexes as the schemas say', async () => {
  await model('Person').createIndexes();
  await model('Person').collection.createIndex({ name: 1 });
  await expect(model('Person').syncIndexes()).resolves.toEqual(['name_1']);
});

test('accepts a session, and refuses a transaction', async () => {
  const session = await connection.startSession();
  await expect(model('Person').find().session(session)).resolves.toEqual([]);
  const writing = connection.transaction((tx) => model('Person').create([{ name: 'x' }], { session: tx }));
  await expect(writing).rejects.toMatchObject({ originalError: { code: 20 } });
  await session.endSession();
});
