import { z } from 'zod';
import { mostAlt, mostRegions, type Region } from '../../domain/photo';
import { line, several } from './fields';
import { version } from './version';

const edges = ['left', 'top', 'width', 'height'] as const;

/** Percent with at most two places, or nothing. */
const percent = line(8).refine((given) => given === '' || isPercent(given), 'photo.edit.percent');

const column = several(percent, mostRegions);

/** Parts of a photo, one a row; rows nobody filled in say nothing. */
export const blurForm = z
  .strictObject({ ...version, left: column, top: column, width: column, height: column })
  .superRefine((typed, context) => {
    for (const [edge, message] of complaints(rowsOf(typed)))
      context.addIssue({ code: 'custom', path: [edge], message });
  })
  .transform((typed) => ({ version: typed.version, regions: rowsOf(typed).map(regionOf) }));

/** What is to be seen; empty, where it is not said. */
export const describeForm = z.strictObject({ ...version, photoAlt: line(mostAlt) });

/** Sums of numbers with two places are a little off. */
const most = 100.001;

type Columns = Record<(typeof edges)[number], string[]>;
type Row = Record<(typeof edges)[number], string>;

function rowsOf(columns: Columns): Row[] {
  const rows = Array.from({ length: mostRegions }, (_, at) => ({
    left: columns.left[at] ?? '',
    top: columns.top[at] ?? '',
    width: columns.width[at] ?? '',
    height: columns.height[at] ?? '',
  }));
  return rows.filter((row) => edges.some((edge) => row[edge] !== ''));
}

function* complaints(rows: readonly Row[]): Generator<[edge: string, key: string]> {
  if (rows.length === 0) yield ['left', 'photo.edit.nothingMarked'];
  for (const row of rows) {
    const empty = edges.filter((edge) => row[edge] === '');
    for (const edge of empty) yield [edge, 'photo.edit.percent'];
    if (empty.length > 0) continue;
    const { left, top, width, height } = regionOf(row);
    if (width === 0 || left + width > most) yield ['width', 'photo.edit.outside'];
    if (height === 0 || top + height > most) yield ['height', 'photo.edit.outside'];
  }
}

function regionOf(row: Row): Region {
  return { left: number(row.left), top: number(row.top), width: number(row.width), height: number(row.height) };
}

/** People write 12,5 and 12.5. */
function number(given: string): number {
  return Number(given.replace(',', '.'));
}

function isPercent(given: string): boolean {
  return /^\d{1,3}([.,]\d{1,2})?$/.test(given) && number(given) <= 100;
}
