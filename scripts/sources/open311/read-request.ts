/** One request of a GeoReport answer as a record of ours: the allow-list, and nothing else that came with it. */

import { open311Fields, rawFields, type Open311Source, type RawField } from '../../../src/contract/sources.ts';
import type { RawRecord } from '../source.ts';
import { readTime } from './read-time.ts';
import type { Row } from './list-rows.ts';

/** What the server calls each field that the city asks for. */
export type FieldNames = { readonly [Field in RawField]?: string };

export function fieldNames({ fields }: Pick<Open311Source, 'fields'>): FieldNames {
  const names = Object.entries({ ...open311Fields, ...fields }).filter(([, name]) => name !== null);
  return Object.fromEntries(names) as FieldNames;
}

/** GeoReport has no time of closing: unless the city names one of its own, it is the last update of what is closed. */
export function derivesClosing({ fields }: Pick<Open311Source, 'fields'>): boolean {
  return fields.closed_at === undefined;
}

const times = new Set<RawField>([
  'requested_at',
  'closed_at',
  'first_closed_at',
  'first_reopened_at',
  'due_at',
  'updated_at',
]);

export function requestReader(settings: Pick<Open311Source, 'fields'>): (row: Row) => RawRecord {
  const names = fieldNames(settings);
  const derives = derivesClosing(settings);
  return (row) => {
    const record: { [Field in RawField]?: string | null } = {};
    for (const field of rawFields) {
      const name = names[field];
      if (name === undefined) continue;
      const text = textOf(row, name);
      record[field] = text !== null && times.has(field) ? readTime(text).text : text;
    }
    if (derives) record.closed_at = isClosed(record) ? record.updated_at : null;
    // No update comes before there is anything to update. As a closing it stays: whether so small a difference is the
    // clock's fault is for the city to say (`clock_tolerance_seconds`).
    if (isBefore(record.updated_at, record.requested_at)) record.updated_at = null;
    return record;
  };
}

/** So many requests do not lack a field by chance. */
const ENOUGH = 20;

/** The fields that nothing works without, where no row of a long answer has even the name of one. */
export function fieldsNowhere(rows: readonly Row[], names: FieldNames): { name: string; usedAs: string }[] {
  if (rows.length < ENOUGH) return [];
  const needed = ['id', 'requested_at', 'status', 'service'] as const;
  return needed.flatMap((field) => {
    const name = names[field];
    const isThere = name === undefined || rows.some((row) => Object.hasOwn(row, name.split('.')[0]!));
    return isThere ? [] : [{ name, usedAs: field }];
  });
}

/** The status as GeoReport has it, whatever its case: `open` or `closed`. */
function isClosed({ status }: RawRecord): boolean {
  return status?.toLowerCase() === 'closed';
}

/** Text, or a number as text; `null`, absent, empty and `xsi:nil` are all one. A dot leads into what is nested. */
function textOf(row: Row, name: string): string | null {
  let value: unknown = row;
  for (const part of name.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return null;
    value = (value as Row)[part];
  }
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** Two times can be compared where both have an offset, or neither. */
function isBefore(earlier: string | null | undefined, later: string | null | undefined): boolean {
  if (!earlier || !later) return false;
  const [one, other] = [readTime(earlier), readTime(later)];
  return one.hasOffset === other.hasOffset && one.milliseconds < other.milliseconds;
}
