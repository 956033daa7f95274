import { parseArgs } from 'node:util';
import { createSeals, type Link } from '../src/audit/seal';
import { type Fault, type Verdict, verifyAudit } from '../src/audit/verify';
import { readConfig } from '../src/config';
import { connectStore } from '../src/store/connect';

const usage = `Checks that the audit is as it was written.

  npm run audit:verify [-- --end <number>:<seal>]

  --end   where the audit ended once, as the log says ("the audit ends here"); then what was cut off since is seen too
`;

const sentences: Readonly<Record<Fault, string>> = {
  missing: 'is missing',
  changed: 'was changed, or was sealed with another secret',
  foreign: 'does not belong there',
  words_changed: 'has other words than were given',
  words_missing: 'has lost the words that were given, although its case was not erased',
  cut_off: 'and what followed it is missing: the end was cut off',
  other_end: 'is another one than was noted',
  head_missing: 'cannot be told to be the next one: the note of where the audit ends is missing',
  head_changed: 'cannot be told to be the next one: the note of where the audit ends was changed',
};

/** Reads the whole audit; the exit code says whether it is whole. */
async function run(): Promise<void> {
  const { values } = parseArgs({ options: { end: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help) return void process.stdout.write(usage);
  const anchor = values.end === undefined ? undefined : linkIn(values.end);
  const config = readConfig(process.env);
  const store = await connectStore(config);
  try {
    say(await verifyAudit(createSeals(config.auditSecret), anchor));
  } finally {
    await store.close();
  }
}

function linkIn(given: string): Link {
  const [, number, seal] = /^(\d{1,15}):([\w-]{43})$/.exec(given) ?? [];
  if (!number || !seal) throw new Error('--end: a number, a colon and a seal, as the log says');
  return { number: Number(number), seal };
}

function say({ entries, first, last, end, broken }: Verdict): void {
  const span = first && last ? `, from ${first.toISOString()} to ${last.toISOString()}` : '';
  process.stdout.write(`${entries} entries are as they were written${span}\n`);
  if (!broken) return void process.stdout.write(`the audit is whole; it ends at ${end.number}:${end.seal}\n`);
  process.stderr.write(`entry ${broken.number} ${sentences[broken.fault]}\n`);
  process.exitCode = 1;
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
