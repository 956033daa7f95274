import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Connection } from 'mongoose';
import { board } from '../../../src/appeals/board';
import { readConfig } from '../../../src/config';
import { indexWords } from '../../../src/matching/index-words';
import { suggest } from '../../../src/matching/suggest';
import { connectStore } from '../../../src/store/connect';
import { descriptions } from './descriptions';
import { fill } from './fill';

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
  const ask = { kind: null, status: null, cursor: '', order: 'relevance' } as const;
  return {
    'one word': await times(rounds, ({ title }) => board({ ...ask, text: title.split(/[ ,]/)[0] ?? '' })),
    'four words': await times(rounds, ({ title, story }) =>
      board({
        ...ask,
        text: `${title} ${story}`
          .split(/[ ,.]+/)
          .slice(0, 4)
          .join(' '),
      }),
    ),
    suggestions: await times(rounds, (one) =>
      suggest({
        kind: 'item',
        appealId: null,
        photos: [],
        entryId: null,
        described: { ...one, sought: [], hashtags: [] },
      }),
    ),
  };
}

async function times(rounds: number, ask: (one: ReturnType<typeof descriptions>[number]) => Promise<unknown>) {
  const all = descriptions(rounds + 10, 7);
  const taken: number[] = [];
  for (const [round, one] of all.entries()) {
    const begin = performance.now();
    await ask(one);
    if (round >= 10) taken.push(performance.now() - begin);
  }
  taken.sort((one, other) => one - other);
  const at = (part: number) => taken[Math.floor(taken.length * part)] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}
