import path from 'node:path';
import { parseArgs } from 'node:util';
import { NotEmpty, restore } from '../src/backup/restore';
import { readConfig } from '../src/config';
import { runScript, UsageError } from './run-script';

const usage = `Brings back what an archive of \`npm run backup\` holds. Stop the application first.

  npm run restore -- archive [--replace]

--replace  remove what there is; without it the database and the photo folder must be empty`;

runScript(usage, async () => {
  const { values, positionals } = parseArgs({ options: { replace: { type: 'boolean' } }, allowPositionals: true });
  const [archive, ...others] = positionals;
  if (archive === undefined || others.length > 0) throw new UsageError('Name one archive.');
  const target = { ...readConfig(process.env), replace: values.replace ?? false };
  const { madeAt, collections, photos } = await restore(path.resolve(archive), target).catch(hintAtReplace);
  const records = collections.reduce((sum, { documents }) => sum + documents, 0);
  process.stdout.write(`Restored ${records} records and ${photos} photos as of ${madeAt}.\n`);
  process.stdout.write('Status links open with the SESSION_SECRET the application had then, and no other.\n');
});

function hintAtReplace(error: unknown): never {
  if (error instanceof NotEmpty) throw new Error(`${error.message} To remove what is there, say --replace.`);
  throw error;
}
