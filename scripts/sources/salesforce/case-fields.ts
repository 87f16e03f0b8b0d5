/** Which fields of a case are asked for, and what becomes of their values. */

import type { DuckDBConnection } from '@duckdb/node-api';
import { type RawField, type SalesforceSource, salesforceFields } from '../../../src/contract/sources.ts';
import { type BulkPage, readColumns, recordsQuery } from '../../warehouse/bulk-page.ts';
import type { Deletion, Page, RawRecord } from '../source.ts';
import type { Row } from './soql.ts';

/** A field of ours and what the organization calls it, perhaps by way of a related record: `RecordType.Name`. */
export interface MappedField {
  readonly field: RawField;
  readonly name: string;
}

interface CaseRows {
  readonly records: readonly RawRecord[];
  readonly deletions: readonly Deletion[];
}

/** What the reading itself needs, besides what the city maps. */
const own = ['Id', 'SystemModstamp', 'IsDeleted'] as const;

const instants = new Set<RawField>([
  'requested_at',
  'closed_at',
  'first_closed_at',
  'first_reopened_at',
  'due_at',
  'updated_at',
]);
const numbers = new Set<RawField>(['reopen_count', 'longitude', 'latitude']);

/** The city's names over the usual ones; without those that it does not want. */
export function mappedFields({ fields }: Pick<SalesforceSource, 'fields'>): MappedField[] {
  return Object.entries({ ...salesforceFields, ...fields }).flatMap(([field, name]) =>
    name === null ? [] : [{ field: field as RawField, name }],
  );
}

/** Each once: several fields of ours may be one of theirs. */
export function askedNames(mapped: readonly MappedField[]): string[] {
  return [...new Set([...own, ...mapped.map(({ name }) => name)])];
}

/** Rows of `askedNames` as records; of what was deleted nothing is kept but that it was. */
export function readCases(rows: readonly Row[], mapped: readonly MappedField[]): CaseRows {
  const names = askedNames(mapped);
  const columns = mapped.map(({ field, name }) => ({ field, at: names.indexOf(name) }));
  const records: RawRecord[] = [];
  const deletions: Deletion[] = [];
  for (const row of rows) {
    const [id, changed, isDeleted] = row;
    if (isDeleted === 'true') deletions.push({ id: id ?? '', at: instant(changed ?? '') });
    else records.push(recordOf(row, columns));
  }
  return { records, deletions };
}

/** The same of a page in bulk: the database reads the records. */
export async function readBulkCases(
  page: BulkPage,
  mapped: readonly MappedField[],
  connection: DuckDBConnection,
): Promise<Page> {
  const isDeleted = { column: 'IsDeleted', value: 'true' };
  const deleted = await readColumns(connection, page, ['Id', 'SystemModstamp'], isDeleted);
  const columns = mapped.map(({ field, name }) => ({ field, column: name, isNumber: numbers.has(field) }));
  return {
    records: { name: page.path, query: recordsQuery(page, columns, isDeleted) },
    deletions: deleted.map(([id, changed]) => ({ id: id ?? '', at: instant(changed ?? '') })),
  };
}

function recordOf(row: Row, columns: readonly { readonly field: RawField; readonly at: number }[]): RawRecord {
  const record: { [Field in RawField]?: string | null } = {};
  for (const { field, at } of columns) record[field] = textOf(field, row[at] ?? null);
  return record;
}

function textOf(field: RawField, value: string | null): string | null {
  if (value === null) return null;
  if (instants.has(field)) return instant(value);
  return numbers.has(field) ? plainNumber(value) : value;
}

/** `2016-10-24T17:23:42.000+0000` over REST is `2016-10-24T17:23:42.000Z` in bulk; a date alone stays one. */
export function instant(value: string): string {
  if (value.endsWith('+0000')) return `${value.slice(0, -5)}Z`;
  return value.replace(/(T.*[+-]\d\d)(\d\d)$/, '$1:$2');
}

/** 2 over REST is 2.0 in bulk, and 30000000 is 3.0E7: one number is one text, so that nothing seems changed. */
function plainNumber(value: string): string {
  const number = Number(value);
  return Number.isFinite(number) ? String(number) : value;
}
