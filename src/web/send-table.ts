import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { Response } from 'express';
import type { Language } from '../domain/languages';
import { translator } from '../i18n/translator';
import { filedValue } from './presenters/insights/said-value';
import type { Table } from './presenters/insights/tables';

/**
 * Answers with a table as a file for the spreadsheet of that language. A text that a spreadsheet would take for a
 * formula gets an apostrophe in front (OWASP, "CSV Injection").
 * @param name what it is called, without its ending
 */
export async function sendTable(response: Response, name: string, table: Table, language: Language): Promise<void> {
  const delimiter = language === 'de' ? ';' : ',';
  const file = stringify({ bom: true, delimiter, escape_formulas: true, record_delimiter: 'windows' });
  response.attachment(`${name}.csv`);
  await pipeline(Readable.from(linesOf(table, language)), file, response);
}

function* linesOf({ columns, rows }: Table, language: Language): Generator<string[]> {
  const t = translator(language);
  yield columns.map(({ label }) => t(label));
  for (const row of rows)
    yield row.map((value, index) => filedValue(value, columns[index]?.format ?? 'text', language));
}
