import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Connection } from 'mongoose';
import { board } from '../../../src/appeals/board';
import { readConfig } from '../../../src/config';
import { indexWords } from '../../../src/matching/index-words';
import { looksOf } from '../../../src/matching/looks';
import { type Sought, suggest } from '../../../src/matching/suggest';
import { connectStore } from '../../../src/store/connect';
import { type Description, descriptions } from './descriptions';
import { fill, photoEvery, photoIdOf } from './fill';

/** Questions asked before it is measured, and milliseconds after which no more are asked of one kind. */
const [warmUp, longest] = [10, 30_000];

/** Milliseconds of one question, over many. */
interface Measured {
  p50: number;
  p95: number;
}

/** Measures search and suggestions at several sizes, on the embedded store and on the server MONGODB_URI names. */
export async function bench(args: string[]): Promise<void> {
  const { sizes, rounds } = readArguments(args);
  const server = process.env.MONGODB_URI || undefined;
  for (const size of sizes)
    for (const place of server ? ['embedded', 'server'] : ['embedded']) {
      const measured = await withStore(place === 'server' ? server : undefined, size, (connection) =>
        measure(connection, size, rounds),
      );
      for (const [what, { p50, p95 }] of Object.entries(measured))
        process.stdout.write(
          `${place.padEnd(9)}${String(size).padStart(7)} ${what.padEnd(12)} p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms\n`,
        );
    }
}

function readArguments(args: string[]): { sizes: number[]; rounds: number } {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { sizes: text, rounds: text } });
  return {
    sizes: (values.sizes ?? '1000,10000,100000').split(',').map(Number),
    rounds: Number(values.rounds ?? 100),
  };
}

/** A place of its own, which is gone afterwards. */
async function withStore<Result>(
  server: string | undefined,
  size: number,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fundus-bench-'));
  const place = server ? { MONGODB_URI: databaseOf(server, size) } : { STORE: 'embedded' };
  const store = await connectStore(readConfig({ DATA_DIR: path.join(folder, 'data'), ...place }));
  try {
    return await work(store.connection);
  } finally {
    if (server) await store.connection.dropDatabase();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function databaseOf(server: string, size: number): string {
  const uri = new URL(server);
  uri.pathname = `/fundus_bench_search_${size}_${process.pid}`;
  return uri.href;
}

async function measure(connection: Connection, size: number, rounds: number): Promise<Record<string, Measured>> {
  await fill(connection, size);
  await indexWords();
  const searched = (text: string) => board({ kind: null, status: null, cursor: '', order: 'relevance', text });
  const asked = descriptions(rounds + warmUp, 7);
  const photoOf = (round: number) => photoIdOf(round % (size / photoEvery));
  return {
    'one word': await times(asked, ({ title }) => searched(wordsOf(title, 1))),
    'four words': await times(asked, ({ title, story }) => searched(wordsOf(`${title} ${story}`, 4))),
    suggestions: await times(asked, (one) => suggest(soughtBy(one, []))),
    'by picture': await times(asked, (_, round) => looksOf([photoOf(round)])),
    'by both': await times(asked, (one, round) => suggest(soughtBy(one, [photoOf(round)]))),
  };
}

function wordsOf(text: string, count: number): string {
  return text
    .split(/[ ,.]+/)
    .slice(0, count)
    .join(' ');
}

function soughtBy(one: Description, photos: readonly string[]): Sought {
  const described = { ...one, sought: [], hashtags: [] };
  return { kind: 'item', appealId: null, photos, entryId: null, described };
}

async function times(asked: readonly Description[], ask: (one: Description, round: number) => Promise<unknown>) {
  const taken: number[] = [];
  const until = performance.now() + longest;
  for (const [round, one] of asked.entries()) {
    const begin = performance.now();
    if (begin > until) break;
    await ask(one, round);
    if (round >= warmUp) taken.push(performance.now() - begin);
  }
  taken.sort((one, other) => one - other);
  const at = (part: number) => taken[Math.floor(taken.length * part)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}
