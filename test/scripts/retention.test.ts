import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dropDatabase, ownDatabase } from '../support/own-database';
import { ownFolder, run } from '../support/process';

const database = ownDatabase();
const { folder, remove } = ownFolder();

afterAll(async () => {
  remove();
  await dropDatabase(database);
});

async function retention(args: string[], environment: Record<string, string> = {}) {
  const place = { MONGODB_URI: database, DATA_DIR: folder, UPLOADS_DIR: folder };
  const running = run('scripts/retention', { ...place, ...environment }, args);
  return { code: await running.ended, output: running.output() };
}

const outbox = path.join(folder, 'outbox');

it('says what would go and why, and does it when it is meant', async () => {
  await mkdir(outbox);
  const old = new Date('2026-01-01T12:00:00Z');
  await writeFile(path.join(outbox, 'maria@customers.example.eml'), 'To: maria@customers.example');
  await utimes(path.join(outbox, 'maria@customers.example.eml'), old, old);

  const dry = await retention(['--dry-run']);
  expect([dry.code, dry.output]).toEqual([
    0,
    expect.stringMatching(/^outboxFiles, 30 days: 1 from before \d{4}-\d\d-\d\d\n1 in all\.\n$/),
  ]);
  expect(await readdir(outbox)).toHaveLength(1);

  expect(await retention([], { RETENTION_DAYS: 'outboxFiles=36500' })).toEqual({
    code: 0,
    output: 'Nothing is due.\n',
  });
  expect(await readdir(outbox)).toHaveLength(1);

  expect((await retention([])).output).toBe(dry.output);
  expect(await readdir(outbox)).toEqual([]);
  expect(await retention([])).toEqual({ code: 0, output: 'Nothing is due.\n' });
});

it.each(['cats=3', 'backups', 'backups=soon', 'backups=0'])(
  'refuses rules nobody knows: %s',
  async (RETENTION_DAYS) => {
    const { code, output } = await retention([], { RETENTION_DAYS });
    expect([code, output]).toEqual([1, expect.stringContaining('RETENTION_DAYS')]);
  },
);

it('refuses what it does not know', async () => {
  const { code, output } = await retention(['--all']);
  expect([code, output]).toEqual([1, expect.stringContaining('npm run retention')]);
});
