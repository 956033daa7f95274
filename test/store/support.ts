import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Db, MongoClient } from 'mongodb';
import { projectRoot } from '../../src/config';
import { type EmbeddedStore, startEmbeddedStore } from '../../src/store/embedded';

/** A store of its own for one test file, and a client of it. */
export interface TestStore {
  readonly store: EmbeddedStore;
  readonly client: MongoClient;
  readonly dataDir: string;
  db(name?: string): Db;
  stop(): Promise<void>;
}

const endings: (() => unknown)[] = [];

/** Done after the tests of a file, the last first: a test that fails leaves things open that would keep jest waiting. */
function atEnd(ending: () => unknown): void {
  endings.unshift(ending);
}

afterAll(async () => {
  for (const ending of endings) await ending();
});

/** A store in a process of its own, to be killed, traced or kept beside another. */
export interface StoreProcess {
  readonly process: ChildProcess;
  /** Where it listens, or why it did not start. */
  readonly answer: Promise<{ uri?: string; error?: string }>;
}

/** @param command what to start it with, e.g. a tracer; node by itself otherwise */
export function startStoreProcess(dataDir: string, command: readonly string[] = []): StoreProcess {
  const script = `
    const { startEmbeddedStore } = require(${JSON.stringify(path.join(projectRoot, 'dist/src/store/embedded'))});
    startEmbeddedStore({ dataDir: ${JSON.stringify(dataDir)} }).then(
      ({ uri }) => console.log(JSON.stringify({ uri })),
      (error) => console.log(JSON.stringify({ error: error.message })),
    );
    process.stdin.on('end', () => process.exit()).resume();`;
  const [program = '', ...args] = [...command, process.execPath, '-e', script];
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const answer = new Promise<{ uri?: string; error?: string }>((resolve, reject) => {
    child.stdout.once('data', (line: Buffer) => resolve(JSON.parse(line.toString())));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the store's process ended with ${code}`)));
  });
  // Whoever kills the process on purpose does not wait for its answer.
  answer.catch(() => undefined);
  return { process: child, answer };
}

/** Ends the process, and with it whatever it was started with. It also ends when the tests do. */
export async function end({ process: child }: StoreProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.stdin?.end();
  await gone;
}

/** Ends the process at once, as a crash would, and waits until it is gone. */
export async function kill({ process: child }: StoreProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

/** Runs a program of the system. @returns whether it is there and succeeded */
export function succeeds(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args).status === 0;
}

export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'fundus-store-'));
}

export async function startTestStore(
  options: Partial<Parameters<typeof startEmbeddedStore>[0]> = {},
): Promise<TestStore> {
  const { dataDir = temporaryFolder() } = options;
  const store = await startEmbeddedStore({ ...options, dataDir });
  const client = await MongoClient.connect(store.uri);
  atEnd(() => store.close());
  atEnd(() => client.close());
  return {
    store,
    client,
    dataDir,
    db: (name = 'test') => client.db(name),
    stop: async () => {
      await client.close();
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
