import { mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { startEmbeddedStore } from '../../src/store/embedded';
import { encode } from '../../src/store/embedded/bson/codec';
import { DATA_FORMAT, Store } from '../../src/store/embedded/storage/store';
import { end, kill, startStoreProcess, startTestStore, temporaryFolder } from './support';

function socketOf(uri: string): string {
  return decodeURIComponent(uri.replace(/^mongodb:\/\//, '').replace(/\/\?.*$/, ''));
}

describe('a data folder', () => {
  let dataDir: string;

  beforeEach(() => {
    dataDir = temporaryFolder();
  });

  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  test('is refused to a second process, and the first goes on', async () => {
    const store = await startTestStore({ dataDir });
    const second = startStoreProcess(dataDir);
    expect((await second.answer).error).toMatch(/in use by another process/);
    await end(second);
    await expect(store.db().collection('a').insertOne({})).resolves.toMatchObject({ acknowledged: true });
    await store.stop();
  });

  test('is refused to a second store of the same process', async () => {
    const store = await startTestStore({ dataDir });
    await expect(startEmbeddedStore({ dataDir })).rejects.toThrow(/in use by another process/);
    await expect(store.db().collection('a').insertOne({})).resolves.toMatchObject({ acknowledged: true });
    await store.stop();
  });

  test('goes to one of two that start together', async () => {
    const answers = await Promise.allSettled([startEmbeddedStore({ dataDir }), startEmbeddedStore({ dataDir })]);
    const started = answers.filter((answer) => answer.status === 'fulfilled');
    expect(started).toHaveLength(1);
    await started[0]?.value.close();
  });

  test('is free again after its process was killed', async () => {
    const first = startStoreProcess(dataDir);
    await first.answer;
    await kill(first);
    const store = await startEmbeddedStore({ dataDir });
    await store.close();
  });

  test('of a newer format is refused and left as it is', async () => {
    const folder = path.join(dataDir, 'store');
    const newer = new Store(folder);
    await newer.write(() => newer.tables.meta.put(Buffer.from('format'), encode({ format: DATA_FORMAT + 1 })));
    await newer.close();
    await expect(startEmbeddedStore({ dataDir })).rejects.toThrow(/newer version/);
  });

  test('holds a socket only its owner may use', async () => {
    const store = await startEmbeddedStore({ dataDir });
    const socket = socketOf(store.uri);
    expect(path.dirname(socket)).toBe(dataDir);
    expect(statSync(socket).mode & 0o777).toBe(0o600);
    await store.close();
    expect(() => statSync(socket)).toThrow(/ENOENT/);
  });

  test('with a path too long for a socket has it in a private folder', async () => {
    const deep = path.join(dataDir, 'x'.repeat(60), 'y'.repeat(60));
    mkdirSync(deep, { recursive: true });
    const store = await startTestStore({ dataDir: deep });
    const socket = socketOf(store.store.uri);
    expect(statSync(path.dirname(socket)).mode & 0o777).toBe(0o700);
    expect(statSync(socket).mode & 0o777).toBe(0o600);
    await expect(store.db().command({ ping: 1 })).resolves.toMatchObject({ ok: 1 });
    await store.stop();
    expect(() => statSync(path.dirname(socket))).toThrow(/ENOENT/);
  });
});
