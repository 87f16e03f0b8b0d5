/** What R recorded in a file, and whether a model's rows say the same, cell by cell. */

import { join } from 'node:path';
import { expect } from 'vitest';
import { type Csv, type CsvRow, readCsv } from './read-csv.ts';

const TOLERANCE = 1e-9;

export function readRecorded(name: string): Csv {
  return readCsv(join(import.meta.dirname, 'truth', `${name}.csv`));
}

/** Columns that both have: numbers to 1e-9, texts and nothing exactly. */
export function expectAsInR(
  made: Readonly<Record<string, unknown>> | undefined,
  told: CsvRow,
  columns: readonly string[],
) {
  if (made === undefined) return expect(made, JSON.stringify(told)).toBeDefined();
  for (const column of columns) {
    const [found, expected] = [made[column] ?? null, told[column] ?? null];
    const isNumber = expected !== null && found !== null && typeof found !== 'string';
    const about = `${column}: ${found}, R says ${expected}`;
    if (isNumber) expect(Math.abs(Number(found) - Number(expected)), about).toBeLessThan(TOLERANCE);
    else expect(found, about).toBe(expected);
  }
}
