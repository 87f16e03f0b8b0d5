/** One page of a bulk query's results: CSV, whose header is repeated on every page. */

import { dsvFormat } from 'd3';
import { type AskedPlace, unreadable } from '../source-errors.ts';
import type { Row } from './soql.ts';

/** By the names that a job has for them. */
export const delimiters = {
  COMMA: ',',
  BACKQUOTE: '`',
  CARET: '^',
  PIPE: '|',
  SEMICOLON: ';',
  TAB: '\t',
} as const;
export type Delimiter = keyof typeof delimiters;

/** Empty is null: the format has no other word for it. Values may hold line feeds. Throws SOURCE_ANSWER_UNREADABLE. */
export function readBulkCsv(
  text: string,
  delimiter: string,
  fields: readonly string[],
  place: AskedPlace,
): readonly Row[] {
  if (text === '') return [];
  const rows: (string | null)[][] = dsvFormat(delimiter).parseRows(text);
  const names = rows.shift() ?? [];
  const isAsked = names.length === fields.length && names.every((name, at) => sameName(name, fields[at]));
  if (!isAsked) throw unreadable(place, `the ${fields.length} columns asked for`, `${names.length} columns, or others`);
  for (const row of rows) {
    if (row.length !== fields.length)
      throw unreadable(place, `${fields.length} cells in each row`, `a row of ${row.length}`);
    for (const [at, value] of row.entries()) if (value === '') row[at] = null;
  }
  return rows;
}

function sameName(name: string | null, asked: string | undefined): boolean {
  return name?.toLowerCase() === asked?.toLowerCase();
}
