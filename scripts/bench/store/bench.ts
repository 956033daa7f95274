import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { mongo } from 'mongoose';
import { UsageError } from '../../run-script';
import { perform, startUpOf } from './processes';
import { type Measured, type OneSize, printSize, printSummary } from './report';

/** Measures the store at several sizes, side by side with the server MONGODB_URI names. */
export async function bench(args: string[]): Promise<void> {
  const { sizes, rounds } = readArguments(args);
  const server = process.env.MONGODB_URI || undefined;
  const folder = await mkdtemp(path.join(tmpdir(), 'fundus-bench-'));
  try {
    const emptyStart = await startUpOf(path.join(folder, 'empty'));
    const measured: OneSize[] = [];
    for (const size of sizes) {
      const one = await measureSize(size, rounds, path.join(folder, String(size)), server);
      printSize(one);
      measured.push(one);
    }
    printSummary(emptyStart, measured);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function readArguments(args: string[]): { sizes: number[]; rounds: number } {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { sizes: text, rounds: text } });
  const sizes = (values.sizes ?? '1000,10000,100000').split(',').map(Number);
  const rounds = Number(values.rounds ?? 300);
  if (![...sizes, rounds].every((number) => Number.isInteger(number) && number > 0))
    throw new UsageError('--sizes and --rounds: whole numbers above nought.');
  return { sizes, rounds };
}

async function measureSize(
  size: number,
  rounds: number,
  dataDir: string,
  server: string | undefined,
): Promise<OneSize> {
  const task = { dataDir, size, rounds };
  await perform({ what: 'fill', mongodbUri: undefined, ...task });
  const start = await startUpOf(dataDir);
  const embedded = await perform<Measured>({ what: 'measure', mongodbUri: undefined, ...task });
  await rm(dataDir, { recursive: true, force: true });
  return {
    size,
    start,
    embedded,
    server: server && (await withDatabase(server, size, (mongodbUri) => onServer({ mongodbUri, ...task }))),
  };
}

async function onServer(task: {
  mongodbUri: string;
  dataDir: string;
  size: number;
  rounds: number;
}): Promise<Measured> {
  await perform({ what: 'fill', ...task });
  return perform<Measured>({ what: 'measure', ...task });
}

/** A database of the bench's own on the server, dropped in the end. */
async function withDatabase<Result>(
  server: string,
  size: number,
  work: (uri: string) => Promise<Result>,
): Promise<Result> {
  const uri = new URL(server);
  uri.pathname = `/fundus_bench_${size}_${process.pid}`;
  const client = await mongo.MongoClient.connect(uri.href);
  try {
    return await work(uri.href);
  } finally {
    await client.db().dropDatabase();
    await client.close();
  }
}
