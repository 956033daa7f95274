import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { NotFound } from '../../src/errors';
import { acceptPhoto } from '../../src/photos/accept';
import { readPhoto } from '../../src/photos/list-photos';
import { type PreparedPhoto, photoFileNames } from '../../src/photos/photo-files';
import { createPhotoStore, type PhotoStore } from '../../src/photos/photo-store';
import { createRenditions, type Renditions } from '../../src/photos/renditions';
import { scene } from './pictures';

let photo: PreparedPhoto;
beforeAll(async () => {
  photo = await acceptPhoto(await scene(640, 400).png().toBuffer(), { fileName: 'esel.png' });
});

let uploads: string;
let store: PhotoStore;
let renditions: Renditions;
let faults: unknown[];
beforeEach(async () => {
  uploads = await mkdtemp(path.join(tmpdir(), 'fundus-renditions-'));
  store = createPhotoStore(uploads);
  faults = [];
  renditions = createRenditions(store, (error) => faults.push(error));
  await store.save(photo);
});
afterEach(async () => {
  await renditions.stop();
  await rm(uploads, { recursive: true, force: true });
  expect(faults).toEqual([]);
});

const draftOf = (name: string) => path.join(uploads, '.incoming', `${photo.id}-${name}`);
const leftovers = () => readdir(path.join(uploads, '.incoming'));

async function made(id: string, name: string): Promise<string> {
  for (;;) {
    const { file, isFinal } = await renditions.fileFor(id, name);
    if (isFinal) return file;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('what an upload was stored as is there at once', async () => {
  for (const name of photoFileNames)
    expect(await renditions.fileFor(photo.id, name)).toEqual({ file: store.fileOf(photo.id, name), isFinal: true });
});

test('an AVIF is made when it is asked for; until then the WebP of that size stands in for it', async () => {
  expect(await renditions.fileFor(photo.id, 'small.avif')).toEqual({
    file: store.fileOf(photo.id, 'small.jpg'),
    isFinal: false,
  });
  const file = await made(photo.id, 'small.avif');
  expect(file).toBe(store.fileOf(photo.id, 'small.avif'));
  const { format, compression, width, height, exif } = await sharp(await readFile(file)).metadata();
  expect({ format, compression, width, height, exif }).toEqual({
    format: 'heif',
    compression: 'av1',
    width: 480,
    height: 300,
    exif: undefined,
  });
  expect(existsSync(store.fileOf(photo.id, 'medium.avif'))).toBe(false);
  expect(await leftovers()).toEqual([]);
});

test('names that are not ours are not found', async () => {
  await expect(renditions.fileFor(photo.id, 'tiny.avif')).rejects.toThrow(NotFound);
  await expect(renditions.fileFor('..', 'small.avif')).rejects.toThrow(NotFound);
});

test('nothing is made twice at once, however many ask, in this process and in another', async () => {
  let times = 0;
  const other = createPhotoStore(uploads);
  const make = async () => {
    times += 1;
    return new Promise<Buffer>((resolve) => setTimeout(() => resolve(Buffer.from('made')), 50));
  };
  await Promise.all([store, other, store, other].map((one) => one.derive(photo.id, 'small.avif', make)));
  await other.derive(photo.id, 'small.avif', make);
  expect(times).toBe(1);
  expect(await readFile(store.fileOf(photo.id, 'small.avif'), 'utf8')).toBe('made');
});

test('one that fails leaves nothing behind and may be made later', async () => {
  const failing = store.derive(photo.id, 'small.avif', () => Promise.reject(new Error('no memory')));
  await expect(failing).rejects.toThrow('no memory');
  expect(await leftovers()).toEqual([]);
  expect(existsSync(store.fileOf(photo.id, 'small.avif'))).toBe(false);
  await made(photo.id, 'small.avif');
});

test('what a crash left half made is never sent, and does not keep it from being made for long', async () => {
  await writeFile(draftOf('small.avif'), 'half');
  await renditions.fileFor(photo.id, 'small.avif');
  expect((await renditions.fileFor(photo.id, 'small.avif')).isFinal).toBe(false);
  const longAgo = new Date(Date.now() - 3_600_000);
  await utimes(draftOf('small.avif'), longAgo, longAgo);
  const bytes = await readFile(await made(photo.id, 'small.avif'));
  expect((await sharp(bytes).metadata()).format).toBe('heif');
});

test('it goes with its photo, even while it is being made', async () => {
  await made(photo.id, 'small.avif');
  await store.derive(photo.id, 'large.avif', async () => {
    await store.remove(photo.id);
    return Buffer.from('late');
  });
  expect(await store.exists(photo.id)).toBe(false);
  expect(await leftovers()).toEqual([]);
  expect(await readdir(path.join(uploads, photo.id.slice(0, 2)))).toEqual([]);
});

test('of a photo the disk has lost nothing is made, and that is no fault', async () => {
  await store.remove(photo.id);
  expect((await renditions.fileFor(photo.id, 'small.avif')).isFinal).toBe(false);
  await renditions.stop();
  expect(await store.exists(photo.id)).toBe(false);
});

test('a backup takes what an upload was stored as, and leaves out what can be made of it', async () => {
  await made(photo.id, 'small.avif');
  const stored = await readPhoto(uploads, photo.id);
  expect(stored?.files.map(({ name }) => name)).toEqual([...photoFileNames].sort());
});
