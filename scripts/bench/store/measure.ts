import type { Operation } from './operations';

/** How long one operation takes, in milliseconds. */
export interface Times {
  readonly name: string;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
}

/** Rounds before the clock starts. */
const warmUp = { rounds: 20, ms: 2000 };

/** What takes longer is slow enough to be seen in fewer rounds. */
const mostMs = 10_000;

/** Runs each operation so many times, one after the other, unless that would take too long. */
export async function measureAll(operations: readonly Operation[], rounds: number): Promise<Times[]> {
  const all: Times[] = [];
  for (const operation of operations) all.push(await measure(operation, rounds));
  return all;
}

async function measure({ name, run }: Operation, rounds: number): Promise<Times> {
  await repeat(run, warmUp.rounds, warmUp.ms);
  const taken = (await repeat(run, rounds, mostMs)).sort((a, b) => a - b);
  const at = (share: number) => taken[Math.floor((taken.length - 1) * share)] ?? 0;
  const perSecond = (1000 * taken.length) / taken.reduce((sum, time) => sum + time, 0);
  return { name, perSecond, p50: at(0.5), p95: at(0.95) };
}

/** @returns how long each round took, in milliseconds */
async function repeat(run: Operation['run'], rounds: number, ms: number): Promise<number[]> {
  const taken: number[] = [];
  const giveUpAt = performance.now() + ms;
  while (taken.length < rounds && performance.now() < giveUpAt) {
    const start = performance.now();
    await run();
    taken.push(performance.now() - start);
  }
  return taken;
}
