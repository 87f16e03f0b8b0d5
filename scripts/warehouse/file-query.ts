/** Reads delivered files with DuckDB, and keeps of them the allow-listed columns only. */

import type { DuckDBConnection } from '@duckdb/node-api';
import { type RawField, rawFields } from '../../src/contract/sources.ts';
import { quoteName, quoteText } from './quote.ts';
import { readRows } from './read-rows.ts';

/** How DuckDB is to read a file; `path` may be a named pipe that holds the file as UTF-8. */
export type FileFormat = TextFile | (SelfDescribed & { readonly header: readonly string[] });

/** A file in which the names of the columns stand with the values; `auto` is one array of objects, or lines of them. */
export type SelfDescribed =
  | { readonly kind: 'json'; readonly path: string; readonly layout: 'newline_delimited' | 'auto' }
  | { readonly kind: 'parquet'; readonly path: string };

interface TextFile {
  readonly kind: 'text';
  readonly path: string;
  readonly encoding: 'utf-8' | 'utf-16';
  readonly delimiter: string;
  readonly header: readonly string[];
}

/** What a field is made of: its column as written in the file, and how its times are written. */
export interface FileField {
  readonly field: RawField;
  readonly column: string;
  /** `iso` for ISO 8601 or no time at all; else a strptime pattern. */
  readonly dateFormat: string;
}

/** The column names of a JSON or Parquet file; of JSON, all that occur. */
export async function readColumnNames(connection: DuckDBConnection, file: SelfDescribed): Promise<string[]> {
  const relation =
    file.kind === 'parquet'
      ? `read_parquet(${quoteText(file.path)})`
      : `read_json(${quoteText(file.path)}, format = ${quoteText(file.layout)}, sample_size = -1)`;
  const rows = await readRows(connection, `describe select * from ${relation}`);
  return rows.map((row) => String(row.column_name));
}

/**
 * Every allow-listed field as text, null where the city maps none, in the order of the file. The source's own words for
 * "no date" (`sentinels`) stay as they are written.
 */
export function fileQuery(format: FileFormat, fields: readonly FileField[], sentinels: readonly string[]): string {
  const columns = rawFields.map((name) => {
    const mapped = fields.find((candidate) => candidate.field === name);
    return `${mapped === undefined ? 'null::varchar' : expressionOf(mapped, sentinels)} as ${quoteName(name)}`;
  });
  return `select ${columns.join(', ')} from ${relationOf(format)}`;
}

/** A query for one row: how many values each column holds, and how many of them each pattern reads. */
export function patternQuery(format: FileFormat, columns: readonly string[], patterns: readonly string[]): string {
  const counts = columns.flatMap((column, at) => [
    `count(${textOf(column)})::integer as ${quoteName(`${at}`)}`,
    ...patterns.map((pattern, index) => `count(${readAs(column, pattern)})::integer as ${quoteName(`${at}-${index}`)}`),
  ]);
  return `select ${counts.join(', ')} from ${relationOf(format)}`;
}

/**
 * Text is read strictly: a row with more or fewer cells than the header, or a quote that never ends, is an error with
 * its line. Nothing is guessed by the database.
 */
export function relationOf(format: FileFormat): string {
  const file = quoteText(format.path);
  if (format.kind === 'parquet') return `read_parquet(${file})`;
  const columns = `{${uniqueNames(format.header)
    .map((name) => `${quoteText(name)}: 'VARCHAR'`)
    .join(', ')}}`;
  if (format.kind === 'json') {
    return `read_json(${file}, format = ${quoteText(format.layout)}, columns = ${columns})`;
  }
  return `read_csv(${file}, ${[
    'auto_detect = false',
    'header = true',
    'strict_mode = true',
    'null_padding = false',
    `columns = ${columns}`,
    `delim = ${quoteText(format.delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    `encoding = ${quoteText(format.encoding)}`,
  ].join(', ')})`;
}

/** The database wants a name for each column, and each once; one that is mapped is known to be alone in its name. */
function uniqueNames(header: readonly string[]): string[] {
  const folded = header.map((name) => name.trim().toLowerCase());
  return header.map((name, index) =>
    name.trim() === '' || folded.indexOf(folded[index] ?? '') < index ? `${name} (column ${index + 1})` : name,
  );
}

/** ISO 8601 text for what the pattern reads; what it does not read stays as it was written, to be counted as such. */
function expressionOf({ column, dateFormat }: FileField, sentinels: readonly string[]): string {
  if (dateFormat === 'iso') return textOf(column);
  const iso = `coalesce(${isoOf(readAs(column, dateFormat), dateFormat)}, ${textOf(column)})`;
  if (sentinels.length === 0) return iso;
  return `case when ${textOf(column)} in (${sentinels.map(quoteText).join(', ')}) then ${textOf(column)} else ${iso} end`;
}

export function textOf(column: string): string {
  return `nullif(trim(${quoteName(column)}::varchar), '')`;
}

export function readAs(column: string, pattern: string): string {
  return pattern === 'iso'
    ? `case when regexp_matches(${textOf(column)}, '^\\d{4}-\\d{2}-\\d{2}') then try_cast(${textOf(column)} as timestamp) end`
    : `try_strptime(${textOf(column)}, ${quoteText(pattern)})`;
}

function isoOf(time: string, pattern: string): string {
  if (pattern.includes('%z')) return `strftime(timezone('UTC', ${time}), '%Y-%m-%dT%H:%M:%S.%gZ')`;
  const hasTime = /%[HIcXTs]/.test(pattern);
  return `strftime(${time}, ${quoteText(hasTime ? '%Y-%m-%dT%H:%M:%S.%g' : '%Y-%m-%d')})`;
}
