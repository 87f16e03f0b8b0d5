/** What a delivered file holds, in counts: the look of each column, and how often the values of the chosen ones occur. */

import type { DuckDBConnection } from '@duckdb/node-api';
import { type FileFormat, readAs, relationOf, textOf } from './file-query.ts';
import { quoteName, quoteText } from './quote.ts';
import { readRows } from './read-rows.ts';

/** No value of the column is in it. */
export interface ColumnLook {
  readonly column: string;
  /** Rows of the file. */
  readonly recordCount: number;
  /** Of them, those where the column is not blank. */
  readonly valueCount: number;
  readonly distinctCount: number;
  readonly meanLength: number;
  /** Values that begin like a date, or are a number; the least and greatest number. */
  readonly dateCount: number;
  readonly numberCount: number;
  readonly least: number | null;
  readonly greatest: number | null;
  /** Values that are among the usual words for a status, or hold one for a channel. */
  readonly statusWordCount: number;
  readonly channelWordCount: number;
}

/** One combination of values, null where blank, and how many records have it. */
export interface ValueCount {
  readonly values: readonly (string | null)[];
  readonly records: number;
}

type Feed = () => Promise<void>;

const date =
  '^(\\d{4}[-/](\\d{2}|[A-Za-z]{3})[-/]\\d{2}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{4}|\\d{1,2}-[A-Za-z]{3}-\\d{4})([ T]|$)';
const statusWord =
  '^(open|opened|new|close|closed|resolved|complete|completed|in progress|pending|on hold|assigned|cancelled|canceled|' +
  'duplicate|ouvert|ouverte|nouveau|nouvelle|ferm[ée]e?|en cours|r[ée]solue?|termin[ée]e?|compl[ée]t[ée]e?|' +
  'annul[ée]e?|en attente|assign[ée]e?)$';
const channelWord =
  '(phone|t[ée]l[ée]phone|web|online|en ligne|e-?mail|courriel|mobile|walk.?in|in person|en personne|comptoir|chat|' +
  'social|self.service)';

const looks: Readonly<Record<Exclude<keyof ColumnLook, 'column' | 'recordCount'>, (text: string) => string>> = {
  valueCount: (text) => `count(${text})`,
  distinctCount: (text) => `count(distinct ${text})`,
  meanLength: (text) => `coalesce(avg(length(${text})), 0)`,
  dateCount: (text) => `count_if(regexp_matches(${text}, ${quoteText(date)}))`,
  numberCount: (text) => `count(try_cast(${text} as double))`,
  least: (text) => `min(try_cast(${text} as double))`,
  greatest: (text) => `max(try_cast(${text} as double))`,
  statusWordCount: (text) => `count_if(regexp_matches(lower(${text}), ${quoteText(statusWord)}))`,
  channelWordCount: (text) => `count_if(regexp_matches(lower(${text}), ${quoteText(channelWord)}))`,
};

export async function lookAtColumns(
  connection: DuckDBConnection,
  format: FileFormat,
  columns: readonly string[],
  feed: Feed,
): Promise<ColumnLook[]> {
  const aggregates = columns.flatMap((column, at) =>
    Object.entries(looks).map(([name, sql]) => `${sql(textOf(column))}::double as ${quoteName(`${at}-${name}`)}`),
  );
  const query = `select count(*)::double as records, ${aggregates.join(', ')} from ${relationOf(format)}`;
  const [[row]] = await Promise.all([readRows(connection, query), feed()]);
  return columns.map((column, at) => {
    const entries = Object.keys(looks).map((name) => [name, row?.[`${at}-${name}`] ?? null]);
    return { column, recordCount: Number(row?.records ?? 0), ...Object.fromEntries(entries) };
  });
}

/** How often the values of these columns occur together, blanks as null; most frequent first. */
export async function countValues(
  connection: DuckDBConnection,
  format: FileFormat,
  columns: readonly string[],
  feed: Feed,
): Promise<ValueCount[]> {
  const values = columns.map((column, at) => `${textOf(column)} as ${quoteName(`${at}`)}`);
  const query = `select ${values.join(', ')}, count(*)::integer as records from ${relationOf(format)} group by all`;
  const [rows] = await Promise.all([readRows(connection, query), feed()]);
  return rows.map((row) => ({
    values: columns.map((_, at) => row[`${at}`] as string | null),
    records: Number(row.records),
  }));
}

/** The months, as `2026-11`, in which the column has times; `pattern` is `iso` or a strptime pattern. */
export async function monthsOf(
  connection: DuckDBConnection,
  format: FileFormat,
  column: string,
  pattern: string,
  feed: Feed,
): Promise<string[]> {
  const month = `strftime(${readAs(column, pattern)}, '%Y-%m')`;
  const query = `select distinct ${month} as month from ${relationOf(format)} where ${month} is not null order by 1`;
  const [rows] = await Promise.all([readRows(connection, query), feed()]);
  return rows.map((row) => String(row.month));
}
