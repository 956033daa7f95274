import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../../src/config';

/** A row of one of the README's tables. */
export interface Row {
  readonly what: string;
  /** What stands between backticks in the second column. */
  readonly names: readonly string[];
  readonly code: number;
}

const readme = readFileSync(path.join(projectRoot, 'src/store/embedded/README.md'), 'utf8');

/** @param heading of a section @param nth of its tables @returns its rows without head */
export function tableOf(heading: string, nth: number): Row[] {
  const section = readme.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const lines =
    section
      .split(/\n\n+/)
      .filter((block) => block.startsWith('|'))
      [nth]?.split('\n') ?? [];
  return lines
    .slice(2)
    .filter((line) => line.startsWith('|'))
    .map(toRow);
}

function toRow(line: string): Row {
  const cells = line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
  const names = [...(cells[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
  return { what: cells[0] ?? '', names, code: Number(cells.at(-1)) };
}
