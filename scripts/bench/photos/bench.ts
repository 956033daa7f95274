import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { paths } from '../../../src/paths';
import { UsageError } from '../../run-script';
import { bareResizes } from './bare';
import { twelveMegapixels } from './picture';
import { type RunningApp, startApp } from './running-app';
import { sender, signedIn, timed, type Visitor } from './sender';

/** How often the board is read while photos come in. */
const readEveryMs = 50;

/** Both compared begin after a rest: what is done behind a photo, once it was seen, belongs to neither. */
const afterworkMs = 2500;

/** Measures how soon a photo is to be seen, and what pages feel of many at once. */
export async function bench(args: string[]): Promise<void> {
  const { rounds, uploads } = readArguments(args);
  const folder = await mkdtemp(path.join(tmpdir(), 'fundus-bench-'));
  try {
    const app = await startApp(folder, sender);
    try {
      const visitor = await signedIn(app.origin);
      await compare(visitor, rounds);
      await crowd(visitor, uploads, app);
    } finally {
      await app.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function readArguments(args: string[]): { rounds: number; uploads: number } {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { rounds: text, uploads: text } });
  const given = { rounds: Number(values.rounds ?? 7), uploads: Number(values.uploads ?? 20) };
  const isCount = (number: number) => Number.isInteger(number) && number > 0;
  if (!Object.values(given).every(isCount) || given.rounds + given.uploads > 55)
    throw new UsageError('--rounds and --uploads: whole numbers above nought, 55 at most together.');
  return given;
}

/** One after the other and in turns, so that both have the same machine; the first of each is not counted. */
async function compare(visitor: Visitor, rounds: number): Promise<void> {
  const [bare, visible]: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round++) {
    const photo = await twelveMegapixels(round);
    await pause(afterworkMs);
    bare.push(await timed(() => bareResizes(photo)));
    await pause(afterworkMs);
    visible.push(await visitor.sendPhoto(photo));
  }
  const [bareMs, visibleMs] = [median(bare.slice(1)), median(visible.slice(1))];
  say(`A photo of 12 megapixels, median of ${rounds}:`);
  say(`  bare Sharp, three sizes   ${bareMs.toFixed(0).padStart(6)} ms`);
  say(`  from upload to visible    ${visibleMs.toFixed(0).padStart(6)} ms`);
  say(`  ratio                     ${(visibleMs / bareMs).toFixed(2).padStart(6)}`);
}

/** Many at once, and somebody who reads the board meanwhile. */
async function crowd(visitor: Visitor, uploads: number, app: RunningApp): Promise<void> {
  const photos = await Promise.all(Array.from({ length: uploads }, (_, index) => twelveMegapixels(100 + index)));
  const calm = await reading(visitor, pause(2000));
  app.begin();
  const sending = Promise.all(photos.map((photo) => visitor.sendPhoto(photo)));
  const crowded = await reading(visitor, sending);
  const { p50, p99, max } = await app.end();
  say(`\n${uploads} of them at once, all visible after ${Math.max(...(await sending)).toFixed(0)} ms:`);
  say(`  event loop late by        ${p50.toFixed(1)} ms p50, ${p99.toFixed(1)} ms p99, ${max.toFixed(1)} ms at most`);
  say(`  the board meanwhile       ${shares(crowded)}`);
  say(`  the board before          ${shares(calm)}`);
}

/** @returns how long each reading of the board took until the work was done, in milliseconds */
async function reading(visitor: Visitor, work: Promise<unknown>): Promise<number[]> {
  let done = false;
  const watched = work.finally(() => {
    done = true;
  });
  const taken: number[] = [];
  while (!done) {
    taken.push(await visitor.read(paths.board));
    await pause(readEveryMs);
  }
  await watched;
  return taken;
}

function shares(times: readonly number[]): string {
  return `${at(times, 0.5).toFixed(0)} ms p50, ${at(times, 0.95).toFixed(0)} ms p95 (${times.length} times)`;
}

function median(times: readonly number[]): number {
  return at(times, 0.5);
}

function at(times: readonly number[], share: number): number {
  return times.toSorted((one, other) => one - other)[Math.floor((times.length - 1) * share)] ?? 0;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
