/** How the fake writes a row: as JSON over REST, as CSV in bulk, each as the vendor's documents show. */

import type { FakeRow, FakeValue } from './tables.ts';

/** `2016-10-24T17:23:42.000+0000`; related records are objects of their own. */
export function asJson(row: FakeRow, object: string, fields: readonly string[], version: string): object {
  const attributes = { type: object, url: `/services/data/v${version}/sobjects/${object}/${row.id}` };
  const record: Record<string, unknown> = { attributes };
  for (const field of fields) {
    const [first = '', last] = field.split('.');
    const value = row.value(field);
    if (last === undefined) record[first] = jsonValue(value);
    else record[first] = value === null ? null : { attributes: { type: first }, [last]: jsonValue(value) };
  }
  return record;
}

function jsonValue(value: FakeValue): FakeValue {
  return value instanceof Date ? value.toISOString().replace('Z', '+0000') : value;
}

/** Every value is in quotes, null is empty, a number is a double, and a time ends in Z. */
export function asCsvLine(values: readonly FakeValue[], delimiter: string): string {
  let line = '';
  for (const value of values) line += `${line === '' ? '"' : `${delimiter}"`}${csvValue(value)}"`;
  return `${line}\n`;
}

function csvValue(value: FakeValue): string {
  if (value === null) return '';
  if (value instanceof Date) return isoTime(value.getTime());
  if (typeof value === 'string') return value.includes('"') ? value.replaceAll('"', '""') : value;
  return typeof value === 'number' && Number.isInteger(value) ? `${value}.0` : String(value);
}

const days = new Map<number, string>();

/** A million rows hold five million times, and days are few: writing each anew took most of the fake's time. */
function isoTime(milliseconds: number): string {
  const day = Math.floor(milliseconds / 86_400_000);
  const written = days.get(day) ?? new Date(milliseconds).toISOString().slice(0, 11);
  days.set(day, written);
  const seconds = Math.floor(milliseconds / 1000) - day * 86_400;
  const two = (number: number) => (number < 10 ? `0${number}` : `${number}`);
  return `${written}${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.000Z`;
}
