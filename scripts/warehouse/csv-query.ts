/** Reads delimited text with DuckDB: the header as written, and the query that keeps the allow-listed columns only. */

import type { DuckDBConnection } from '@duckdb/node-api';
import { type RawField, rawFields } from '../../src/contract/city.ts';
import { quoteName, quoteText } from './quote.ts';

export interface CsvFormat {
  readonly encoding: 'utf-8' | 'utf-16' | 'latin-1';
  readonly delimiter: string;
}

/** What a field is made of: its column as written in the header, and how its times are written. */
export interface CsvField {
  readonly field: RawField;
  readonly column: string;
  /** `iso` for ISO 8601 or no time at all; else a strptime pattern. */
  readonly dateFormat: string;
}

/** The names in the first line, as written. */
export async function readHeader(connection: DuckDBConnection, file: string, format: CsvFormat): Promise<string[]> {
  const reader = await connection.runAndReadAll(
    `select * from read_csv(${quoteText(file)}, ${optionsOf(format)}, header = false, null_padding = true) limit 1`,
  );
  return (reader.getRows()[0] ?? []).map((cell) => (cell === null ? '' : String(cell)));
}

/**
 * Every allow-listed field as text, null where the city maps none. Rows in the order of the file; a row with more or
 * fewer cells than the header is an error, and so is a stray quote.
 */
export function csvQuery(file: string, format: CsvFormat, fields: readonly CsvField[]): string {
  const columns = rawFields.map((name) => {
    const mapped = fields.find((candidate) => candidate.field === name);
    return `${mapped === undefined ? 'null::varchar' : expressionOf(mapped)} as ${quoteName(name)}`;
  });
  return `select ${columns.join(', ')} from read_csv(${quoteText(file)}, ${optionsOf(format)}, header = true)`;
}

function optionsOf({ encoding, delimiter }: CsvFormat): string {
  return [
    `auto_detect = true`,
    `all_varchar = true`,
    `delim = ${quoteText(delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    `encoding = ${quoteText(encoding)}`,
    `comment = ''`,
    `sample_size = 1`,
  ].join(', ');
}

/** ISO 8601 text for what the pattern reads; what it does not read stays as it was written, to be counted as such. */
function expressionOf({ column, dateFormat }: CsvField): string {
  const name = quoteName(column);
  if (dateFormat === 'iso') return name;
  const time = `try_strptime(trim(${name}), ${quoteText(dateFormat)})`;
  return `coalesce(${isoOf(time, dateFormat)}, ${name})`;
}

function isoOf(time: string, dateFormat: string): string {
  if (dateFormat.includes('%z')) return `strftime(timezone('UTC', ${time}), '%Y-%m-%dT%H:%M:%S.%gZ')`;
  const hasTime = /%[HIcXTs]/.test(dateFormat);
  return `strftime(${time}, ${quoteText(hasTime ? '%Y-%m-%dT%H:%M:%S.%g' : '%Y-%m-%d')})`;
}
