/** Checks the rows of one list against each other: codes once, source values claimed once, names in each language. */

import { ALL, UNKNOWN, UNMAPPED } from '../../../src/contract/measures.ts';
import { type CityListName, splitMatches } from '../../../src/contract/city.ts';
import type { Fault } from '../operator-error.ts';
import { showValue } from './schema-faults.ts';
import { nameFaults } from './check-names.ts';

/** One row of a list or one area, as the checks see it. */
export interface CheckedRow {
  /** Where it stands in its file: `line 4`. */
  readonly at: string;
  readonly where: (column: string) => string;
  readonly cells: Readonly<Record<string, string>>;
}

/** What makes a row of each list one of a kind. */
export const listKeys = {
  service_groups: ['service_group'],
  departments: ['department'],
  channels: ['channel'],
  services: ['service_code'],
  statuses: ['source', 'status', 'closure'],
  targets: ['service_code', 'valid_from'],
  holidays: ['holiday_on'],
  events: ['event_id'],
} as const satisfies Record<CityListName, readonly string[]>;

const reserved: readonly string[] = [ALL, UNKNOWN, UNMAPPED];

export function listFaults(rows: readonly CheckedRow[], key: readonly string[], languages: readonly string[]): Fault[] {
  return [
    ...duplicateFaults(rows, key),
    ...reservedFaults(rows, key),
    ...claimFaults(rows, key[0] ?? ''),
    ...nameFaults(rows, languages),
  ];
}

function duplicateFaults(rows: readonly CheckedRow[], key: readonly string[]): Fault[] {
  const first = new Map<string, CheckedRow>();
  return rows.flatMap((row) => {
    const value = key.map((column) => (row.cells[column] ?? '').toLowerCase()).join(', ');
    const earlier = first.get(value);
    if (!earlier) first.set(value, row);
    const column = key.at(-1) ?? '';
    const expected = `each ${key.join(' and ')} once; it is at ${earlier?.where(column)}`;
    return earlier ? [{ where: row.where(column), found: showValue(value), expected }] : [];
  });
}

function reservedFaults(rows: readonly CheckedRow[], key: readonly string[]): Fault[] {
  const column = key[0] ?? '';
  return rows
    .filter((row) => key.length === 1 && reserved.includes(row.cells[column] ?? ''))
    .map((row) => ({
      where: row.where(column),
      found: showValue(row.cells[column]),
      expected: `another code: ${reserved.join(', ')} have a meaning of their own in the exports`,
    }));
}

/**
 * A row stands for its own code and each value in `matches`; on any day a value of the source must lead to one row only.
 * A redrawn ward may bear the word of the one before it.
 */
function claimFaults(rows: readonly CheckedRow[], codeColumn: string): Fault[] {
  if (!rows.some((row) => 'matches' in row.cells)) return [];
  const claims = rows.map((row) => ({ value: (row.cells[codeColumn] ?? '').toLowerCase(), row }));
  return rows.flatMap((row) =>
    matchValues(row.cells['matches'] ?? '').flatMap((value) => {
      const claimed = claims.find((claim) => claim.value === value && areTogether(claim.row, row));
      if (!claimed) claims.push({ value, row });
      if (!claimed || claimed.row === row) return [];
      const expected = `a value of the source in one row only; it also leads to ${claimed.row.where('matches')}`;
      return [{ where: row.where('matches'), found: showValue(value), expected }];
    }),
  );
}

/** Whether both are in force on some day; without a date, always. */
function areTogether({ cells: one }: CheckedRow, { cells: other }: CheckedRow): boolean {
  const endsBefore = (ends: string | undefined, starts: string | undefined) => (ends ?? '9999') < (starts ?? '');
  return !endsBefore(one['valid_to'], other['valid_from']) && !endsBefore(other['valid_to'], one['valid_from']);
}

function matchValues(matches: string): string[] {
  return splitMatches(matches)
    .map((value) => value.trim().toLowerCase())
    .filter((value) => value !== '');
}
