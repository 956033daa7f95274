import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { NotFound } from '../../src/errors';
import { type PhotoFiles, photoFileNames } from '../../src/photos/photo-files';
import { createPhotoStore, type PhotoStore } from '../../src/photos/photo-store';
import { eventually } from '../support/eventually';

const id = 'ab'.padEnd(64, '0');
const photo: PhotoFiles = {
  id,
  files: photoFileNames.map((name) => ({ name, bytes: Buffer.from(`bytes of ${name}`) })),
};

let uploads: string;
let store: PhotoStore;

beforeEach(async () => {
  uploads = await mkdtemp(path.join(tmpdir(), 'fundus-photos-'));
  store = createPhotoStore(path.join(uploads, 'not', 'yet'));
});

afterEach(() => rm(uploads, { recursive: true, force: true }));

const leftovers = () => readdir(path.join(uploads, 'not', 'yet', '.incoming'));

test('a saved photo lies under the first two digits of its id', async () => {
  expect(await store.exists(id)).toBe(false);
  expect(await store.save(photo)).toEqual({ created: true });
  expect(await store.exists(id)).toBe(true);
  expect(store.fileOf(id, 'small.webp')).toBe(path.join(uploads, 'not', 'yet', 'ab', id, 'small.webp'));
  for (const { name, bytes } of photo.files) expect(await readFile(store.fileOf(id, name))).toEqual(bytes);
  expect(await leftovers()).toEqual([]);
});

test('saving again changes nothing and says so', async () => {
  await store.save(photo);
  expect(await store.save({ ...photo, files: [] })).toEqual({ created: false });
  expect(await readFile(store.fileOf(id, 'large.jpg'), 'utf8')).toBe('bytes of large.jpg');
});

test('of many at once exactly one creates it', async () => {
  const results = await Promise.all(Array.from({ length: 8 }, () => store.save(photo)));
  expect(results.filter(({ created }) => created)).toHaveLength(1);
  expect(await leftovers()).toEqual([]);
});

test('a save that fails leaves nothing behind', async () => {
  const twice = { ...photo, files: [...photo.files, ...photo.files] };
  await expect(store.save(twice)).rejects.toMatchObject({ code: 'EEXIST' });
  expect(await store.exists(id)).toBe(false);
  expect(await leftovers()).toEqual([]);
});

describe('while the record that names it is being written', () => {
  /** As far as it comes without its record. */
  const begun = (work: Promise<unknown>) => Promise.race([work, setTimeout(200)]);

  function record() {
    let end: [write: () => void, fail: (error: Error) => void] = [() => {}, () => {}];
    const named = new Promise<void>((...ends) => {
      end = ends;
    });
    return { named, write: () => end[0](), fail: (error: Error) => end[1](error) };
  }

  it('a photo is not there, and comes with its record', async () => {
    const { named, write } = record();
    const saved = store.save(photo, named);
    await begun(saved);
    expect(await store.exists(id)).toBe(false);
    write();
    expect(await saved).toEqual({ created: true });
    expect(await store.exists(id)).toBe(true);
  });

  it('one that was there and is taken away meanwhile comes again', async () => {
    await store.save(photo);
    const { named, write } = record();
    const saved = store.save(photo, named);
    await begun(saved);
    await store.remove(id);
    write();
    expect(await saved).toEqual({ created: true });
    expect(await store.exists(id)).toBe(true);
  });

  it('without its record it leaves nothing behind', async () => {
    const { named, fail } = record();
    const saved = store.save(photo, named);
    await begun(saved);
    fail(new Error('no record'));
    await expect(saved).rejects.toThrow('no record');
    await eventually('the draft is gone', async () => ((await leftovers()).length === 0 ? true : undefined));
    expect(await store.exists(id)).toBe(false);
  });
});

test('remove takes all files and may be repeated', async () => {
  await store.save(photo);
  await store.remove(id);
  expect(await store.exists(id)).toBe(false);
  expect(existsSync(store.fileOf(id, 'small.jpg'))).toBe(false);
  expect(await leftovers()).toEqual([]);
  await expect(store.remove(id)).resolves.toBeUndefined();
  expect(await store.save(photo)).toEqual({ created: true });
});

describe('names that are not ours', () => {
  test.each(['', '..', `../${id.slice(3)}`, id.toUpperCase(), id.slice(1), `${id}0`, `${id}\n`, `${id.slice(0, 63)}/`])(
    'id %j is not found',
    async (wrong) => {
      expect(() => store.fileOf(wrong, 'small.webp')).toThrow(NotFound);
      await expect(store.exists(wrong)).rejects.toThrow(NotFound);
      await expect(store.remove(wrong)).rejects.toThrow(NotFound);
      await expect(store.save({ ...photo, id: wrong })).rejects.toThrow(NotFound);
    },
  );

  test.each([
    '',
    '../small.webp',
    'small.webp/..',
    'small.png',
    'SMALL.WEBP',
    'huge.webp',
    'small.webp\0',
    '/etc/passwd',
    'toString',
  ])('file %j is not found', (wrong) => {
    expect(() => store.fileOf(id, wrong)).toThrow(NotFound);
  });
});
