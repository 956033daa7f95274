import path from 'node:path';
import { parseArgs } from 'node:util';
import { set } from 'mongoose';
import { NotEmpty, restore } from '../src/backup/restore';
import { type Config, readConfig } from '../src/config';
import { createPhotoStore } from '../src/photos/photo-store';
import { connectAnyStore } from '../src/store/connect';
import { runScript, UsageError } from './run-script';

const usage = `Brings back what an archive of \`npm run backup\` holds. Stop the application first.

  npm run restore -- archive [--replace]

--replace  remove what there is; without it the database and the photo folder must be empty

Whoever was erased since the backup was made is erased again, as far as erased.ndjson in DATA_DIR or the database that is
replaced knows of it.`;

runScript(usage, async () => {
  const { values, positionals } = parseArgs({ options: { replace: { type: 'boolean' } }, allowPositionals: true });
  const [archive, ...others] = positionals;
  if (archive === undefined || others.length > 0) throw new UsageError('Name one archive.');
  const config = readConfig(process.env);
  const target = { ...config, replace: values.replace ?? false };
  const { madeAt, collections, photos } = await restore(path.resolve(archive), target).catch(hintAtReplace);
  const records = collections.reduce((sum, { documents }) => sum + documents, 0);
  process.stdout.write(`Restored ${records} records and ${photos} photos as of ${madeAt}.\n`);
  const again = await eraseSince(config);
  if (again > 0) process.stdout.write(`Erased since then, and erased again: ${again}.\n`);
  process.stdout.write('Status links open with the SESSION_SECRET the application had then, and no other.\n');
});

function hintAtReplace(error: unknown): never {
  if (error instanceof NotEmpty) throw new Error(`${error.message} To remove what is there, say --replace.`);
  throw error;
}

/**
 * Models are loaded only now, and make nothing: what is restored is as it was, and nothing more.
 * @returns how many cases came back that were erased before
 */
async function eraseSince(config: Config): Promise<number> {
  set({ autoCreate: false, autoIndex: false });
  const { eraseAgain } = await import('../src/retention/erase-again.js');
  const store = await connectAnyStore(config);
  try {
    return await eraseAgain({ photoStore: createPhotoStore(config.uploadsDir), dataDir: config.dataDir });
  } finally {
    await store.close();
  }
}
