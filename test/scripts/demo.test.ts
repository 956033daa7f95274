import mongoose from 'mongoose';
import { dropDatabase, ownDatabase } from '../support/own-database';
import { ownFolder, type Running, run } from '../support/process';

const database = ownDatabase();
const { folder, remove } = ownFolder();
let running: Running | undefined;

afterAll(async () => {
  running?.child.kill('SIGKILL');
  await running?.ended;
  remove();
  await dropDatabase(database);
});

function start(): Running {
  running = run('src/main', { PORT: '0', MONGODB_URI: database, DATA_DIR: folder, UPLOADS_DIR: folder });
  return running;
}

async function titles(): Promise<string[]> {
  const connection = await mongoose.createConnection(database).asPromise();
  const appeals = await connection.collection('appeals').find({}).toArray();
  await connection.close();
  return appeals.map((appeal) => String(appeal.title));
}

it('demo data interrupted half way are made from the beginning at the next start, and kept at the one after', async () => {
  const interrupted = start();
  while ((await titles()).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  interrupted.child.kill('SIGKILL');
  await interrupted.ended;
  const half = await titles();

  await start().saying(/open at/);
  const whole = await titles();
  expect(whole.length).toBeGreaterThan(half.length);
  expect(new Set(whole).size).toBe(whole.length);
  running?.child.kill('SIGTERM');
  await running?.ended;

  const again = start();
  await again.saying(/open at/);
  expect(again.output()).not.toContain('creating demo data');
  expect(await titles()).toEqual(whole);
}, 120_000);
