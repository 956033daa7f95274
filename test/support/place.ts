import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../../src/config';
import { ownFolder, run } from './process';

/** Where an application keeps its things. */
export type Configured = Pick<Config, 'dataDir' | 'uploadsDir' | 'mongodbUri'>;

/** What people do with them. */
export interface Commands {
  backUp(...args: string[]): Promise<Ended>;
  restore(...args: string[]): Promise<Ended>;
}

/** A place of its own, which backups are made of and brought back to. */
export interface Place extends Configured, Commands {
  readonly folder: string;
  remove(): void;
}

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** @param mongodbUri undefined for the embedded store */
export function makePlace(mongodbUri?: string): Place {
  const { folder, remove } = ownFolder();
  const [dataDir, uploadsDir] = [path.join(folder, 'data'), path.join(folder, 'uploads')];
  mkdirSync(dataDir);
  return { folder, remove, ...placeOf({ dataDir, uploadsDir, mongodbUri }) };
}

/** The place an application was configured for. */
export function placeOf({ dataDir, uploadsDir, mongodbUri }: Configured): Configured & Commands {
  const database: Record<string, string> = mongodbUri === undefined ? {} : { MONGODB_URI: mongodbUri };
  const environment = { DATA_DIR: dataDir, UPLOADS_DIR: uploadsDir, ...database };
  const command = (name: string) => {
    return async (...args: string[]): Promise<Ended> => {
      const running = run(`scripts/${name}`, environment, args);
      return { code: await running.ended, output: running.output() };
    };
  };
  return { dataDir, uploadsDir, mongodbUri, backUp: command('backup'), restore: command('restore') };
}

/** Makes a backup that has to succeed. @returns the archive */
export async function archiveOf(place: Configured & Commands): Promise<string> {
  const archive = path.join(place.dataDir, `${randomUUID()}.tar`);
  const { code, output } = await place.backUp(archive);
  if (code !== 0 || !existsSync(archive)) throw new Error(`no backup: ${output}`);
  return archive;
}

/** Brings an archive back, which has to succeed. */
export async function bringBack(place: Commands, archive: string, ...args: string[]): Promise<void> {
  const { code, output } = await place.restore(archive, ...args);
  if (code !== 0) throw new Error(`no restore: ${output}`);
}
