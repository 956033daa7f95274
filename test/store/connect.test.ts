import { rmSync } from 'node:fs';
import MongoStore from 'connect-mongo';
import mongoose, { Schema } from 'mongoose';
import { RateLimiterMongo } from 'rate-limiter-flexible';
import { type ConnectedStore, connectStore } from '../../src/store/connect';
import { temporaryFolder } from './support';

const Person = mongoose.model('Person', new Schema({ email: { type: String, unique: true }, visits: Number }));

describe('connectStore without a MongoDB', () => {
  const dataDir = temporaryFolder();
  let store: ConnectedStore;

  beforeAll(async () => {
    store = await connectStore({ mongodbUri: undefined, dataDir });
  });

  afterAll(async () => {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('has made the indexes of the models', async () => {
    expect(Object.keys(await Person.collection.indexInformation())).toEqual(['_id_', 'email_1']);
  });

  test('refuses a duplicate with what mongoose reads', async () => {
    await Person.create({ email: 'a@example.org' });
    await expect(Person.create({ email: 'a@example.org' })).rejects.toMatchObject({
      code: 11000,
      keyPattern: { email: 1 },
      keyValue: { email: 'a@example.org' },
    });
  });

  test('keeps what was written when it is closed and opened again', async () => {
    await Person.create({ email: 'kept@example.org', visits: 3 });
    await store.close();
    store = await connectStore({ mongodbUri: undefined, dataDir });
    await expect(Person.findOne({ email: 'kept@example.org' }).lean()).resolves.toMatchObject({ visits: 3 });
  });

  test('serves the session store', async () => {
    const sessions = MongoStore.create({ mongoUrl: store.uri });
    const session = { cookie: { originalMaxAge: 1000 }, user: 'anna' };
    await new Promise((resolve) => sessions.set('sid', session as never, resolve));
    const read = await new Promise((resolve) => sessions.get('sid', (_error, found) => resolve(found)));
    expect(read).toMatchObject({ user: 'anna' });
    await sessions.close();
  });

  test('serves the rate limiter', async () => {
    const limiter = new RateLimiterMongo({ storeClient: store.connection, points: 2, duration: 60 });
    await limiter.consume('anna');
    await expect(limiter.consume('anna')).resolves.toMatchObject({ remainingPoints: 0 });
    await expect(limiter.consume('anna')).rejects.toMatchObject({ consumedPoints: 3 });
    await expect(limiter.get('anna')).resolves.toMatchObject({ consumedPoints: 3 });
  });
});
