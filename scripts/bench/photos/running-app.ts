import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot, readConfig } from '../../../src/config';
import { createAccount, type NewAccount } from '../../../src/people/accounts';
import { connectStore } from '../../../src/store/connect';
import { startOptions } from '../start-options';
import type { Delays } from './delays';

/** The application in a process of its own. */
export interface RunningApp {
  readonly origin: string;
  begin(): void;
  /** @returns how late its event loop was since `begin` */
  end(): Promise<Delays>;
  stop(): Promise<void>;
}

/**
 * Starts the application on an embedded store of its own.
 * @param folder for all its files
 * @param account of somebody who can sign in
 */
export async function startApp(folder: string, account: NewAccount): Promise<RunningApp> {
  const place = { DATA_DIR: path.join(folder, 'data'), UPLOADS_DIR: path.join(folder, 'uploads') };
  await withAccount(place, account);
  const env = { ...place, PATH: process.env.PATH, PORT: '0', HOST: '127.0.0.1', DEMO_DATA: 'false' };
  const app = fork(path.join(projectRoot, 'dist/src/main.js'), {
    env: { ...env, WRITES_PER_MINUTE: '100000' },
    execArgv: [...startOptions(), '--require', path.join(__dirname, 'delays.js')],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ended = once(app, 'exit');
  const stop = async () => {
    app.kill('SIGKILL');
    await ended;
  };
  if (!app.stdout || !app.stderr) throw new Error('the application says nothing');
  let log = '';
  app.stderr.on('data', (chunk) => {
    // It logs every request; how it ended stands last.
    log = (log + String(chunk)).slice(-4000);
  });
  for await (const line of createInterface(app.stdout)) {
    const [, origin] = / is open at (\S+)/.exec(line) ?? [];
    if (!origin) continue;
    const end = async () => {
      const answer = once(app, 'message');
      app.send('end');
      return (await answer)[0] as Delays;
    };
    return { origin, begin: () => void app.send('begin'), end, stop };
  }
  throw new Error(`the application did not start: ${log}`);
}

async function withAccount(place: Record<string, string>, account: NewAccount): Promise<void> {
  const store = await connectStore(readConfig(place));
  try {
    await createAccount(account);
  } finally {
    await store.close();
  }
}
