import type { Operation } from './operations';

/** How long one operation takes, in milliseconds. */
export interface Times {
  readonly name: string;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
}

const warmUp = 20;

/** Runs each operation so many times, one after the other; before, a few times without a clock. */
export async function measureAll(operations: readonly Operation[], rounds: number): Promise<Times[]> {
  const all: Times[] = [];
  for (const operation of operations) all.push(await measure(operation, rounds));
  return all;
}

async function measure({ name, run }: Operation, rounds: number): Promise<Times> {
  for (let round = 0; round < warmUp; round++) await run();
  const taken: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await run();
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  const at = (share: number) => taken[Math.min(rounds - 1, Math.floor(rounds * share))] ?? 0;
  return { name, perSecond: (1000 * rounds) / taken.reduce((sum, time) => sum + time, 0), p50: at(0.5), p95: at(0.95) };
}
