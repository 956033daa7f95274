import { type ChildProcessWithoutNullStreams, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '../../../src/config';
import { paths } from '../../../src/paths';
import type { Task } from './child';

/** Has a process of its own do a task. @throws Error with what went wrong there */
export async function perform<Result>(task: Task): Promise<Result> {
  const child = fork(path.join(__dirname, 'child.js'));
  const answer = once(child, 'message');
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`the process ended with ${code}`)));
  child.send(task);
  try {
    const [{ result, error }] = await Promise.race([answer, ended]);
    if (error) throw new Error(error);
    return result;
  } finally {
    await ended.catch(() => undefined);
  }
}

/**
 * Starts the application on the embedded store and stops it again.
 * @returns milliseconds until it has answered a request that asks the store
 */
export async function startUpOf(dataDir: string): Promise<number> {
  const environment = { PATH: process.env.PATH, DATA_DIR: dataDir, UPLOADS_DIR: dataDir, DEMO_DATA: 'false' };
  const begin = performance.now();
  const app = spawn(process.execPath, [path.join(projectRoot, 'dist/src/main.js')], {
    env: { ...environment, PORT: '0', HOST: '127.0.0.1' },
  });
  const ended = once(app, 'exit');
  try {
    const { ok } = await fetch(`${await addressOf(app)}${paths.health}`);
    if (!ok) throw new Error('the application started but its store does not answer');
    return performance.now() - begin;
  } finally {
    app.kill('SIGTERM');
    await ended;
  }
}

async function addressOf({ stdout, stderr }: ChildProcessWithoutNullStreams): Promise<string> {
  const complaints: string[] = [];
  stderr.on('data', (chunk) => complaints.push(String(chunk)));
  for await (const line of createInterface(stdout)) {
    const [, address] = / is open at (\S+)/.exec(line) ?? [];
    if (address) return address;
  }
  throw new Error(`the application did not start: ${complaints.join('')}`);
}
