/** Finds how the times of a file are written, where the city does not say; refuses what could be read two ways. */

import type { DuckDBConnection } from '@duckdb/node-api';
import { type Fault, OperatorError } from '../../support/operator-error.ts';
import { readRows } from '../../warehouse/read-rows.ts';
import { type FileField, type FileFormat, patternQuery } from '../../warehouse/file-query.ts';
import type { MappedField } from './map-fields.ts';

const dates = ['%d/%m/%Y', '%m/%d/%Y', '%Y/%m/%d', '%d-%m-%Y', '%m-%d-%Y', '%d-%b-%Y', '%Y-%b-%d', '%d.%m.%Y'];
const times = ['', ' %H:%M:%S', ' %H:%M', ' %I:%M:%S %p', ' %I:%M %p'];
const patterns = ['iso', ...dates.flatMap((date) => times.map((time) => date + time))];

/** Two readings of one text, for the error: an example of ours, never a value of the file. */
const example = '03/04/2026 is 3 April by one and 4 March by the other';

/** `read` runs a query over the file, feeding it first if need be. Throws SOURCE_DATE_AMBIGUOUS, SOURCE_DATE_UNREADABLE. */
export async function findDateFormats(
  file: string,
  format: FileFormat,
  fields: readonly MappedField[],
  connection: DuckDBConnection,
  feed: () => Promise<void>,
): Promise<FileField[]> {
  const open = fields.filter((field) => field.dateFormat === undefined);
  if (open.length === 0) return fields as FileField[];
  const query = patternQuery(
    format,
    open.map(({ column }) => column),
    patterns,
  );
  const [[counts]] = await Promise.all([readRows(connection, query), feed()]);
  const found = new Map<MappedField, string>();
  const ambiguous: Fault[] = [];
  const unreadable: Fault[] = [];
  for (const [at, field] of open.entries()) {
    const all = Number(counts?.[at] ?? 0);
    const fitting = patterns.filter((_, index) => Number(counts?.[`${at}-${index}`] ?? 0) === all);
    const where = `${file}, column ${field.column}`;
    if (all === 0) found.set(field, 'iso');
    else if (fitting.length === 1) found.set(field, fitting[0] as string);
    else if (fitting.length === 0) unreadable.push({ where, expected: 'one way of writing dates in the whole column' });
    else ambiguous.push({ where, found: `dates that fit ${fitting.join(' and ')}`, expected: example });
  }
  if (ambiguous.length > 0) throw ambiguousDates(ambiguous);
  if (unreadable.length > 0) throw unreadableDates(unreadable);
  return fields.map((field) => ({ ...field, dateFormat: field.dateFormat ?? found.get(field) ?? 'iso' }));
}

function ambiguousDates(faults: readonly Fault[]): OperatorError {
  return new OperatorError('SOURCE_DATE_AMBIGUOUS', {
    exit: 'source',
    message: 'Dates of a delivered file could be read two ways.',
    faults,
    remedy: 'Ask which it is, say "date_format": "%d/%m/%Y" (or "%m/%d/%Y") in city.json, then: npm run nightly',
  });
}

function unreadableDates(faults: readonly Fault[]): OperatorError {
  return new OperatorError('SOURCE_DATE_UNREADABLE', {
    exit: 'source',
    message: 'Dates of a delivered file are written in no way that is known.',
    faults,
    remedy: 'Say how in city.json, such as "date_format": "%Y-%b-%d %H:%M:%S", then: npm run nightly',
  });
}
