import { stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { backUp } from '../src/backup/back-up';
import { type Config, readConfig } from '../src/config';
import { runScript, UsageError } from './run-script';

const usage = `Makes an archive of all records and photos, while the application runs.

  npm run backup [-- target] [-- --stopped]

target     a file, or a folder in which the archive is named by the time (default: backups in DATA_DIR)
--stopped  nobody writes: for a MongoDB that is no replica set

The archive does not hold the SESSION_SECRET, without which status links open nothing: keep it as well.`;

runScript(usage, async () => {
  const { values, positionals } = parseArgs({ options: { stopped: { type: 'boolean' } }, allowPositionals: true });
  if (positionals.length > 1) throw new UsageError('One target is enough.');
  const config = readConfig(process.env);
  const target = await targetFor(positionals[0], config);
  const { manifest, missing } = await backUp({ ...config, nobodyWrites: values.stopped ?? false }, target);
  const records = manifest.collections.reduce((sum, { documents }) => sum + documents, 0);
  process.stdout.write(`${target}: ${records} records, ${manifest.photos} photos.\n`);
  for (const id of missing) process.stderr.write(`Missing: the photo ${id} is named by a record but lies nowhere.\n`);
});

/** @throws UsageError when the file is there already: a backup never replaces another */
async function targetFor(given: string | undefined, { dataDir }: Config): Promise<string> {
  const target = path.resolve(given ?? path.join(dataDir, 'backups'));
  if (given === undefined || given.endsWith(path.sep) || (await isFolder(target))) return path.join(target, named());
  if (await stat(target).catch(() => undefined)) throw new UsageError(`${target} is there already.`);
  return target;
}

async function isFolder(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined))?.isDirectory() ?? false;
}

function named(): string {
  return `fundus-${new Date().toISOString().replace(/[:.]/g, '-')}.tar`;
}
