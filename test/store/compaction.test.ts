import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { askForCompaction, isCompactionAsked } from '../../src/store/compact-mark';
import { withDatabase } from '../support/contents';
import { makePlace } from '../support/place';

const place = makePlace();
afterAll(() => place.remove());

const folder = path.join(place.dataDir, 'store');
const timesIn = (word: string) => readFileSync(path.join(folder, 'data.mdb'), 'latin1').split(word).length - 1;
const numbers = Array.from({ length: 900 }, (_, number) => number);
const textOf = (number: number) =>
  `${number % 3 === 0 ? 'keeper' : 'zander'}${number} ${'x'.repeat(200 + (number % 50))}`;

/** What a start brings about, and what is there then. */
const started = () =>
  withDatabase(place, async (db) => {
    const kept = await db
      .collection('things')
      .find({ text: /^keeper/ })
      .toArray();
    const found = await db.collection('things').findOne({ number: 300 });
    await db.collection('things').insertOne({ number: 1000 + kept.length });
    return [kept.length, found?.text];
  });

it('what was deleted stays in the file until the store is written anew', async () => {
  await withDatabase(place, async (db) => {
    await db.collection('things').createIndex({ number: 1 });
    await db.collection('things').insertMany(numbers.map((number) => ({ number, text: textOf(number) })));
    await db.collection('things').deleteMany({ text: /^zander/ });
  });
  expect(timesIn('zander')).toBeGreaterThan(50);
  const size = statSync(path.join(folder, 'data.mdb')).size;
  expect(await started()).toEqual([300, textOf(300)]);
  expect(timesIn('zander')).toBeGreaterThan(50);

  askForCompaction(place.dataDir);
  expect(await started()).toEqual([300, textOf(300)]);

  expect([isCompactionAsked(place.dataDir), timesIn('zander')]).toEqual([false, 0]);
  expect(timesIn('keeper')).toBeGreaterThanOrEqual(300);
  expect(statSync(path.join(folder, 'data.mdb')).size).toBeLessThan(size);
  expect(readdirSync(folder).sort()).toEqual(['data.mdb', 'lock.mdb']);
  expect(await started()).toEqual([300, textOf(300)]);
});

it('what a crash has left of an earlier attempt is in nobody’s way', async () => {
  mkdirSync(path.join(folder, 'compacting'));
  writeFileSync(path.join(folder, 'compacting', 'data.mdb'), 'half');
  askForCompaction(place.dataDir);
  expect(await started()).toEqual([300, textOf(300)]);
  expect([isCompactionAsked(place.dataDir), readdirSync(folder).length]).toEqual([false, 2]);
});

it('is not asked for where there is no such store', () => {
  const other = makePlace();
  askForCompaction(other.dataDir);
  expect(isCompactionAsked(other.dataDir)).toBe(false);
  other.remove();
});
