import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { measureLive } from './measure';

/** Says whether everybody heard of the last state of every case, how soon, and what it cost. */
export async function bench(args: string[]): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { viewers: text, seconds: text, changes: text, appeals: text } });
  const load = {
    viewers: Number(values.viewers ?? 500),
    seconds: Number(values.seconds ?? 60),
    changesPerSecond: Number(values.changes ?? 50),
    appeals: Number(values.appeals ?? 200),
  };
  const { changes, missed, delays, memory } = await measureLive(load, databaseOf(process.env.MONGODB_URI));
  const sorted = delays.toSorted((a, b) => a - b);
  const quantile = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
  say(`${load.viewers} viewers, ${changes} changes in ${load.seconds} s: ${missed} last states missed`);
  say(`heard after p50 ${quantile(0.5)} ms, p95 ${quantile(0.95)} ms, at most ${quantile(1)} ms`);
  for (const [when, { rss, heapUsed }] of Object.entries(memory))
    say(`${when.padEnd(7)} rss ${megabytes(rss)} MB, heap used ${megabytes(heapUsed)} MB`);
  if (missed > 0) throw new Error('Somebody missed the last state.');
}

/** A database of its own on the server that is named. */
function databaseOf(uri: string | undefined): string | undefined {
  return uri?.replace(/^(mongodb(?:\+srv)?:\/\/[^/]+)(\/[^?]*)?/, `$1/fundus_bench_${randomBytes(4).toString('hex')}`);
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
