import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { dropDatabase, ownDatabaseIfGiven } from './own-database';
import { ownFolder, type Running, run } from './process';

/** What the accounts of an installation sign in with. */
export const installationPassword = 'correct horse battery';

/** A place the built application is started in, as often as needed, always on the same data and the same port. */
export interface Installation {
  /** Where the application is reached while it runs. */
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  /** Starts the application and waits until it says where it is open. */
  start(): Promise<Running>;
  /** Makes an account by the command people use, while the application does not run. */
  createUser(user: { name: string; email: string; roles?: readonly string[] }): Promise<void>;
  /** Ends what still runs and takes the data away. */
  remove(): Promise<void>;
}

/**
 * Prepares a fresh place, with the embedded store unless the run was told which server to test with.
 * @param environment on top, as a person starting it would set it
 */
export async function makeInstallation(environment: Record<string, string> = {}): Promise<Installation> {
  const { folder, remove } = ownFolder();
  const port = await freePort();
  const database = ownDatabaseIfGiven();
  const dataDir = path.join(folder, 'data');
  const own: Record<string, string> = {
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: dataDir,
    UPLOADS_DIR: path.join(folder, 'uploads'),
    DEMO_DATA: 'false',
    UNDO_SECONDS: '1',
    ...(database === undefined ? { STORE: 'embedded' } : { MONGODB_URI: database }),
    ...environment,
  };
  const started: Running[] = [];

  return {
    url: `http://localhost:${port}`,
    port,
    dataDir,
    async start() {
      const app = run('src/main', own);
      started.push(app);
      await app.saying(/ is open at /);
      return app;
    },
    async createUser({ name, email, roles = [] }) {
      const args = ['--name', name, '--email', email, ...roles.flatMap((role) => ['--role', role])];
      const command = run('scripts/create-user', { ...own, FUNDUS_PASSWORD: installationPassword }, args);
      if ((await command.ended) !== 0) throw new Error(`no account for ${email}: ${command.errors()}`);
    },
    async remove() {
      for (const { child } of started) child.kill('SIGKILL');
      await Promise.all(started.map(({ ended }) => ended));
      if (database !== undefined) await dropDatabase(database);
      remove();
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
