import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '../../../src/config';
import { startOptions } from '../start-options';

/** The real application in a process of its own. */
export interface Application {
  readonly address: string;
  memory(): Promise<NodeJS.MemoryUsage>;
  stop(): Promise<void>;
}

/** @param environment all it gets besides the path */
export async function startApplication(environment: Record<string, string>): Promise<Application> {
  const dist = path.join(projectRoot, 'dist');
  const child = fork(path.join(dist, 'src/main.js'), {
    execArgv: [...startOptions(), '--expose-gc', '--require', path.join(dist, 'scripts/bench/live/memory-reporter.js')],
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const address = (await addressOf(child)).replace('localhost', '127.0.0.1');
  return {
    address,
    async memory() {
      const answer = once(child, 'message');
      child.send('memory');
      return (await answer)[0];
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('the application has nothing to say');
  for await (const line of createInterface(stdout)) {
    const [, address] = / is open at (\S+)/.exec(line) ?? [];
    if (address) return address;
  }
  throw new Error('the application did not start');
}
