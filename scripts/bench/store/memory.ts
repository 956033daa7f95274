import { readFileSync } from 'node:fs';

/** What a process occupies, in bytes. */
export interface Memory {
  /** All of it, pages of the data file that the system lends and takes back at will among it. */
  readonly resident: number;
  /** Without those pages, where the system tells. */
  readonly own: number | undefined;
}

/** @returns what this process occupies now */
export function memory(): Memory {
  return { resident: process.memoryUsage.rss(), own: ownBytes() };
}

function ownBytes(): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const [, kilobytes] = /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}
