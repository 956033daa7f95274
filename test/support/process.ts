import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../src/config';

/** A compiled program of the project, running on its own. */
export interface Running {
  readonly child: ChildProcess;
  /** Everything it has written, both streams. */
  readonly output: () => string;
  /** What of it went to standard error. */
  readonly errors: () => string;
  /** Resolves with the exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Resolves with the first match in the output; rejects when it ends without. */
  saying(pattern: RegExp): Promise<RegExpExecArray>;
}

/** A folder for data and uploads, and what takes it away again. */
export function ownFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'fundus-process-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * Runs a compiled program.
 * @param program such as `src/main`
 * @param environment all it gets besides the path; nothing of ours leaks in
 */
export function run(program: string, environment: Record<string, string>, args: readonly string[] = []): Running {
  const file = path.join(projectRoot, 'dist', `${program}.js`);
  const child = spawn(process.execPath, [file, ...args], { env: { PATH: process.env.PATH, ...environment } });
  const [written, complained] = [[] as string[], [] as string[]];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => written.push(String(chunk)));
  child.stderr.on('data', (chunk) => complained.push(String(chunk)));
  const output = () => written.join('');
  const errors = () => complained.join('');
  // Whatever ends the tests ends what they started.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  void ended.then(() => process.off('exit', end));

  async function saying(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(output());
      if (match) return match;
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`ended without saying ${pattern}:\n${output()}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  return { child, output, errors, ended, saying };
}
