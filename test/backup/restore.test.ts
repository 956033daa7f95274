import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pack } from 'tar-stream';
import { filesOf, wholeOf } from '../../src/backup/archive-reader';
import { verifyArchive } from '../../src/backup/verify-archive';
import { acceptPhoto } from '../../src/photos/accept';
import { createPhotoStore } from '../../src/photos/photo-store';
import { connectStore } from '../../src/store/connect';
import { startEmbeddedStore } from '../../src/store/embedded';
import { contentsOf, withDatabase } from '../support/contents';
import { dropDatabase, ownDatabaseIfGiven } from '../support/own-database';
import { photo } from '../support/photos';
import { archiveOf, bringBack, makePlace, type Place } from '../support/place';

const places: Place[] = [];
let origin: Place;
let archive: string;

beforeAll(async () => {
  origin = newPlace();
  await withDatabase(origin, async (db) => {
    await db.collection('things').insertMany(Array.from({ length: 5000 }, (_, number) => ({ number })));
  });
  await addPhoto(origin, '#111111');
  archive = await archiveOf(origin);
});

afterAll(async () => {
  for (const { remove, mongodbUri } of places) {
    remove();
    if (mongodbUri !== undefined) await dropDatabase(mongodbUri);
  }
});

/** With the embedded store, unless the run was told which server to test with. */
function newPlace(): Place {
  const place = makePlace(ownDatabaseIfGiven());
  places.push(place);
  return place;
}

async function addPhoto({ uploadsDir }: Place, colour: string): Promise<void> {
  await createPhotoStore(uploadsDir).save(await acceptPhoto((await photo(colour)).bytes, { fileName: 'a.png' }));
}

/** The archive, changed. */
async function spoilt(name: string, change: (bytes: Buffer) => Buffer): Promise<string> {
  const file = path.join(origin.folder, name);
  await writeFile(file, change(await readFile(archive)));
  return file;
}

/** The archive with its files named and filled otherwise; undefined leaves one out. */
async function rewritten(name: string, change: (name: string, bytes: Buffer) => [string, Buffer] | undefined) {
  const target = path.join(origin.folder, name);
  const tar = pack();
  const written = pipeline(tar as unknown as NodeJS.ReadableStream, createWriteStream(target));
  for await (const file of filesOf(archive)) {
    const [entry, bytes] = change(file.name, await wholeOf(file)) ?? [];
    if (entry !== undefined && bytes) tar.entry({ name: entry }, bytes);
  }
  tar.finalize();
  await written;
  return target;
}

function half(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length / 2);
}

const startOfJpeg = Buffer.from([0xff, 0xd8, 0xff]);

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf(startOfJpeg) + 20;
  copy[at] = 0xff - (copy[at] ?? 0);
  return copy;
}

function newer(name: string, bytes: Buffer): Buffer {
  return name === 'manifest.json' ? Buffer.from(bytes.toString().replace('"format": 1', '"format": 2')) : bytes;
}

/** An archive whose sums are right and whose manifest counts more documents than there are. */
async function counting(documents: number): Promise<string> {
  let sums = '';
  return rewritten('counting.tar', (name, bytes) => {
    if (name === 'SHA256SUMS') return [name, Buffer.from(sums)];
    const content =
      name === 'manifest.json' ? Buffer.from(bytes.toString().replace(': 5000', `: ${documents}`)) : bytes;
    sums += `${createHash('sha256').update(content).digest('hex')}  ${name}\n`;
    return [name, content];
  });
}

describe('a backup', () => {
  it('is readable for its owner alone, and nothing else is left', async () => {
    expect((await stat(archive)).mode & 0o777).toBe(0o600);
    expect((await readdir(path.dirname(archive))).filter((name) => name.startsWith('.fundus'))).toEqual([]);
  });

  it('never replaces another', async () => {
    expect(await origin.backUp(archive)).toMatchObject({
      code: 1,
      output: expect.stringContaining('is there already'),
    });
  });

  it('is named by the time when a folder is given', async () => {
    expect(await origin.backUp(origin.folder)).toMatchObject({ code: 0 });
    expect((await readdir(origin.folder)).filter((name) => /^fundus-.*Z\.tar$/.test(name))).toHaveLength(1);
  });

  it('tells of a photo that a record names and that is nowhere', async () => {
    const place = newPlace();
    const lost = { id: 'ab'.repeat(32), width: 1, height: 1 };
    await withDatabase(place, (db) => db.collection('appeals').insertOne({ photos: [lost] }));
    const { code, output } = await place.backUp();
    expect({ code, output }).toMatchObject({
      code: 0,
      output: expect.stringContaining(`Missing: the photo ${lost.id}`),
    });
  });
});

describe('an archive is refused', () => {
  it.each<[string, () => Promise<string>, RegExp]>([
    ['cut off', () => spoilt('cut.tar', half), /cannot be read|not whole/],
    [
      'without its end',
      () => rewritten('endless.tar', (name, bytes) => (name === 'SHA256SUMS' ? undefined : [name, bytes])),
      /not whole/,
    ],
    ['with another byte', () => spoilt('bit.tar', flipped), /damaged/],
    [
      'with a file left out',
      () => rewritten('less.tar', (name, bytes) => (name.endsWith('small.jpg') ? undefined : [name, bytes])),
      /damaged/,
    ],
    [
      'of a newer version',
      () => rewritten('newer.tar', (name, bytes) => [name, newer(name, bytes)]),
      /newer version of Fundus \(format 2/,
    ],
    [
      'with a strange file',
      () => rewritten('strange.tar', (name, bytes) => [name.replace('small.jpg', '../../../x'), bytes]),
      /which no backup of ours does/,
    ],
    ['that is none', () => spoilt('text.tar', () => Buffer.from('Hello'.repeat(500))), /cannot be read/],
    ['that is not there', async () => '/nowhere.tar', /no such file/],
  ])('%s', async (_what, made, sentence) => {
    await expect(verifyArchive(await made())).rejects.toThrow(sentence);
  });
});

describe('a restore touches nothing', () => {
  it('when the archive is refused', async () => {
    const place = newPlace();
    const { code, output } = await place.restore(await spoilt('cut.tar', half), '--replace');
    expect({ code, output }).toMatchObject({ code: 1, output: expect.stringContaining('cannot be read') });
    expect(await withDatabase(place, (db) => db.listCollections().toArray())).toEqual([]);
  });

  it('when there are records, unless told to', async () => {
    const place = newPlace();
    await withDatabase(place, (db) => db.collection('others').insertOne({ mine: true }));
    expect(await place.restore(archive)).toMatchObject({
      code: 1,
      output: expect.stringMatching(/in others.*--replace/),
    });
    expect(Object.keys((await contentsOf({ ...place, uploadsDir: origin.uploadsDir })).collections)).toEqual([
      'others',
    ]);
    await bringBack(place, archive, '--replace');
    expect(await contentsOf(place)).toEqual(await contentsOf(origin));
  });

  it('when a process serves the data folder', async () => {
    const place = makePlace();
    const store = await startEmbeddedStore({ dataDir: place.dataDir });
    const { code, output } = await place.restore(archive, '--replace');
    await store.close();
    place.remove();
    expect({ code, output }).toMatchObject({ code: 1, output: expect.stringContaining('in use by another process') });
  });

  it('when there are photos, unless told to', async () => {
    const place = newPlace();
    await addPhoto(place, '#222222');
    expect(await place.restore(archive)).toMatchObject({
      code: 1,
      output: expect.stringMatching(/photos in .*--replace/),
    });
    await bringBack(place, archive, '--replace');
    expect(await contentsOf(place)).toEqual(await contentsOf(origin));
  });
});

it('a restore that was interrupted is not taken for whole', async () => {
  const place = newPlace();
  // It stops when nearly all is there.
  expect(await place.restore(await counting(5001))).toMatchObject({
    code: 1,
    output: expect.stringContaining('5000 documents instead of 5001'),
  });
  await expect(connectStore(place)).rejects.toThrow(/has not been finished/);
  expect(await place.backUp()).toMatchObject({ code: 1, output: expect.stringContaining('has not been finished') });
  expect(await place.restore(archive)).toMatchObject({ code: 1, output: expect.stringContaining('interrupted') });
  await bringBack(place, archive, '--replace');
  expect(await contentsOf(place)).toEqual(await contentsOf(origin));
});
