import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Express } from 'express';
import type { Connection } from 'mongoose';
import { pino } from 'pino';
import { createApp } from '../../src/app';
import { type Config, readConfig } from '../../src/config';
import { type Services, startServices } from '../../src/services';
import { connectStore } from '../../src/store/connect';
import { ownDatabase } from './own-database';

export interface TestApp {
  /** The real application, for Supertest. */
  readonly app: Express;
  readonly services: Services;
  readonly config: Config;
  readonly connection: Connection;
  /** Faults that were logged. A test that causes one takes it out; what is left fails the file. */
  readonly faults: string[];
  /** The same application on the same store, configured otherwise; a process has one store at a time. */
  configured(environment: Record<string, string>): Express;
  /** Drops the database, closes everything and removes the files. */
  stop(): Promise<void>;
}

/**
 * Starts the real application on a database and folders of its own.
 * @param environment variables on top, as a person starting it would set them
 */
export async function startTestApp(environment: Record<string, string> = {}): Promise<TestApp> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fundus-test-'));
  const given = { ...ownPlace(folder), ...environment };
  const config = readConfig(given);
  const store = await connectStore(config);
  const faults: string[] = [];
  const logger = pino({ level: 'warn' }, { write: (line: string) => void faults.push(line) });
  const services = startServices({ config, connection: store.connection, logger });

  const configured = (other: Record<string, string>) =>
    createApp({ ...services, config: readConfig({ ...given, ...other }) });

  async function stop(): Promise<void> {
    await services.stop();
    await store.connection.dropDatabase();
    await store.close();
    await rm(folder, { recursive: true, force: true });
    if (faults.length > 0) throw new Error(`the application logged faults:\n${faults.join('\n')}`);
  }

  return { app: createApp(services), services, config, connection: store.connection, faults, configured, stop };
}

function ownPlace(folder: string): Record<string, string> {
  return {
    NODE_ENV: 'test',
    UNDO_SECONDS: '0',
    // Tests do in a minute what people do in a week.
    WRITES_PER_MINUTE: '1000000',
    STATUS_REQUESTS_PER_MINUTE: '1000000',
    MONGODB_URI: ownDatabase(),
    DATA_DIR: path.join(folder, 'data'),
    UPLOADS_DIR: path.join(folder, 'uploads'),
  };
}
