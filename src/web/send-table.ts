import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { Response } from 'express';
import type { Language } from '../domain/languages';
import { translator } from '../i18n/translator';
import { filedValue } from './presenters/insights/said-value';
import type { Table } from './presenters/insights/tables';

/** Answers with a table as a file. @param name what it is called, without its ending */
export async function sendTable(response: Response, name: string, table: Table, language: Language): Promise<void> {
  await sendLines(response, name, linesOf(table, language), language);
}

/**
 * Answers with lines as a file for the spreadsheet of that language. A text that a spreadsheet would take for a
 * formula gets an apostrophe in front (OWASP, "CSV Injection").
 * @param name what it is called, without its ending; @param lines may come one by one, as there may be many
 */
export async function sendLines(
  response: Response,
  name: string,
  lines: Iterable<string[]> | AsyncIterable<string[]>,
  language: Language,
): Promise<void> {
  const delimiter = language === 'de' ? ';' : ',';
  const file = stringify({ bom: true, delimiter, escape_formulas: true, record_delimiter: 'windows' });
  response.attachment(`${name}.csv`);
  await pipeline(Readable.from(lines), file, response);
}

function* linesOf({ columns, rows }: Table, language: Language): Generator<string[]> {
  const t = translator(language);
  yield columns.map(({ label }) => t(label));
  for (const row of rows)
    yield row.map((value, index) => filedValue(value, columns[index]?.format ?? 'text', language));
}
