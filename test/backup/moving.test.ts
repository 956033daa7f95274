import { acceptPhoto } from '../../src/photos/accept';
import { createPhotoStore } from '../../src/photos/photo-store';
import { contentsOf, withDatabase } from '../support/contents';
import { addEveryType } from '../support/every-type';
import { dropDatabase, ownDatabase, ownDatabaseIfGiven } from '../support/own-database';
import { photo } from '../support/photos';
import { archiveOf, bringBack, makePlace, type Place } from '../support/place';

let origin: Place;
const places: Place[] = [];

beforeAll(async () => {
  origin = newPlace();
  await withDatabase(origin, addEveryType);
  const photoStore = createPhotoStore(origin.uploadsDir);
  for (const colour of ['#100000', '#200000', '#300000'])
    await photoStore.save(await acceptPhoto((await photo(colour)).bytes, { fileName: 'a.png' }));
});

afterAll(() => {
  for (const place of places) place.remove();
});

function newPlace(mongodbUri?: string): Place {
  const place = makePlace(mongodbUri);
  places.push(place);
  return place;
}

/** Takes what is in one place to a new one. */
async function moved(from: Place, to: Place): Promise<Place> {
  await bringBack(to, await archiveOf(from));
  return to;
}

/** What the copy of the origin has to hold: all but what passes. */
async function expectedContents() {
  const { collections, photos } = await contentsOf(origin);
  const { sessions, signins, attempts, jobs, ...kept } = collections;
  expect([sessions, signins, attempts, jobs].map((passing) => passing?.documents.length)).toEqual([1, 1, 1, 1]);
  return { collections: kept, photos };
}

it('has something to move', async () => {
  const { collections, photos } = await expectedContents();
  expect(Object.values(collections).map(({ documents }) => documents.length)).toEqual([1234, 0, 3]);
  expect(Object.values(collections).map(({ indexes }) => indexes.length)).toEqual([1, 1, 5]);
  expect(Object.keys(photos)).toHaveLength(9);
});

it('moves everything from one embedded store to another', async () => {
  const copy = await moved(origin, newPlace());
  expect(await contentsOf(copy)).toEqual(await expectedContents());
});

const server = ownDatabaseIfGiven();
if (server === undefined) {
  process.stderr.write('\nMoving from the embedded store to a MongoDB and back is NOT TESTED: set MONGODB_URI\n\n');
  test.skip('moves everything to a MongoDB and back: MONGODB_URI is not set', () => undefined);
} else {
  const uri = ownDatabase();
  afterAll(() => dropDatabase(uri));

  it('moves everything from the embedded store to a MongoDB and back', async () => {
    const there = await moved(origin, newPlace(uri));
    expect(await contentsOf(there)).toEqual(await expectedContents());
    const back = await moved(there, newPlace());
    expect(await contentsOf(back)).toEqual(await expectedContents());
  });
}
