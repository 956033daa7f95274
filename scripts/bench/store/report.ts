import type { Times } from './measure';
import type { Memory } from './memory';

/** What one process has measured. */
export interface Measured {
  readonly times: readonly Times[];
  readonly memory: Memory;
}

/** All that was measured with so many cases. */
export interface OneSize {
  readonly size: number;
  /** Milliseconds. */
  readonly start: number;
  readonly embedded: Measured;
  readonly server: Measured | undefined | '';
}

const wide = 26;
const narrow = 9;

/** Prints the operations side by side; the ratio is above one where the embedded store is faster. */
export function printSize({ size, embedded, server }: OneSize): void {
  say(`\n${size.toLocaleString('en')} appeals (times in milliseconds, one call after the other)\n`);
  const heads = ['ops/s', 'p50', 'p95'];
  if (server) say(row('', ['embedded', '', '', 'server', '', '', '']));
  say(row('', server ? [...heads, ...heads, 'p50'] : heads));
  for (const [i, times] of embedded.times.entries()) {
    const other = server ? server.times[i] : undefined;
    say(
      row(times.name, [...cells(times), ...(other ? [...cells(other), `${(other.p50 / times.p50).toFixed(2)}x`] : [])]),
    );
  }
}

/** Prints what is to be compared across sizes. */
export function printSummary(emptyStart: number, sizes: readonly OneSize[]): void {
  const [first, last] = [sizes[0], sizes.at(-1)];
  say(`\nFirst start of the application, empty store: ${emptyStart.toFixed(0)} ms`);
  for (const { size, start, embedded } of sizes) {
    say(`${size.toLocaleString('en')} appeals: start ${start.toFixed(0)} ms, memory ${memoryIn(embedded.memory)}`);
  }
  if (!first || !last || first === last) return;
  say(`\np95 at ${last.size.toLocaleString('en')} by p95 at ${first.size.toLocaleString('en')}\n`);
  for (const [i, times] of last.embedded.times.entries()) {
    const small = first.embedded.times[i];
    if (small) say(row(times.name, [`${(times.p95 / small.p95).toFixed(2)}x`]));
  }
}

function cells({ perSecond, p50, p95 }: Times): string[] {
  return [perSecond.toFixed(0), p50.toFixed(2), p95.toFixed(2)];
}

function row(name: string, values: readonly string[]): string {
  return `  ${name.padEnd(wide)}${values.map((value) => value.padStart(narrow)).join('')}`;
}

function memoryIn({ resident, own }: Memory): string {
  const withoutFile = own === undefined ? '' : ` (${megabytes(own)} MB without pages of the data file)`;
  return `${megabytes(resident)} MB${withoutFile}`;
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
