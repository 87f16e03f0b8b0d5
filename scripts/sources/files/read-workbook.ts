/** Reads one sheet of an Excel workbook as rows of text, whole through memory: the format leaves no other way. */

import { stat } from 'node:fs/promises';
import { type CellValue, readSheet, type SheetData } from 'read-excel-file/node';
import { nearestName } from '../../support/nearest-name.ts';
import { OperatorError } from '../../support/operator-error.ts';

/** Measured: 200,000 rows of twenty columns are 20 MB, and reading them takes 1 GB of memory. */
const MAX_BYTES = 25_000_000;

export type SheetRow = readonly (string | null)[];

/**
 * Dates become local times without a zone (`2026-03-04T10:30:00`), and dates alone where a whole column has no time of
 * day; numbers are written out: no exponent, no `.0`. `sheet` absent means the first. Throws SOURCE_FILE_EMPTY,
 * SOURCE_FILE_TOO_LARGE, SOURCE_FILE_UNREADABLE, SOURCE_SHEET_MISSING.
 */
export async function readWorkbook(file: string, sheet: string | undefined): Promise<SheetRow[]> {
  const { size } = await stat(file);
  if (size > MAX_BYTES) throw tooLarge(file, `${(size / 1e6).toFixed(0)} MB`);
  const rows = await readSheet(file, sheet ?? 1, { parseNumber: plainNumber }).catch((cause: unknown) => {
    throw explainWorkbook(file, cause);
  });
  if (rows.every((row) => row.every((cell) => cell === null))) throw empty(file);
  const withTimes = columnsWithTimes(rows);
  return rows.map((row) => row.map((cell, column) => textOf(cell, withTimes.has(column))));
}

type Cell = CellValue<string> | null;

/** The package's types call a date by its constructor. */
const isDate = (cell: unknown): cell is Date => cell instanceof Date;

function columnsWithTimes(rows: SheetData<string>): Set<number> {
  const found = new Set<number>();
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      if (isDate(cell) && cell.getTime() % 86_400_000 !== 0) found.add(column);
    }
  }
  return found;
}

function textOf(cell: Cell, hasTime: boolean): string | null {
  if (cell === null) return null;
  if (!isDate(cell)) return String(cell);
  // A day's fraction in binary is short by some microseconds, and the reader cuts to milliseconds.
  const clock = new Date(Math.round(cell.getTime() / 10) * 10).toISOString();
  return hasTime ? clock.slice(0, 23).replace(/\.000$/, '') : clock.slice(0, 10);
}

/** As a person would write it: Excel counts 15 digits and writes 17, and others write `20240001.0` for a whole number. */
function plainNumber(written: string): string {
  if (/^-?\d+$/.test(written)) return written;
  const number = Number(written);
  if (!Number.isFinite(number)) return written;
  if (Number.isInteger(number)) return BigInt(number).toString();
  const short = Number(number.toPrecision(15));
  return String(short).includes('e') ? short.toFixed(12).replace(/0+$/, '') : String(short);
}

function explainWorkbook(file: string, cause: unknown): unknown {
  if (!(cause instanceof Error)) return cause;
  if (cause.name === 'SheetNotFoundError') return noSheet(file, cause as Error & SheetNotFound);
  // A sheet whose XML is longer than the longest text there can be.
  if ('code' in cause && cause.code === 'ERR_STRING_TOO_LONG') return tooLarge(file, 'a sheet of over 500 MB');
  if ('code' in cause && cause.code === 'NO_DATA') return empty(file);
  return unreadable(file);
}

interface SheetNotFound {
  readonly sheet: string | number;
  readonly sheets: readonly string[];
}

function noSheet(file: string, { sheet, sheets }: SheetNotFound): OperatorError {
  const near = nearestName(String(sheet), sheets);
  return new OperatorError('SOURCE_SHEET_MISSING', {
    exit: 'source',
    message: 'A delivered workbook has no sheet of the name that the city reads.',
    faults: [
      {
        where: file,
        found: `${sheets.join(', ')}${near === undefined ? '' : ` (nearest: ${near})`}`,
        expected: `a sheet named ${sheet}`,
      },
    ],
    remedy: 'Correct "sheet" of this source in city.json, or take it out to read the first, then: npm run nightly',
  });
}

function tooLarge(file: string, found: string): OperatorError {
  return new OperatorError('SOURCE_FILE_TOO_LARGE', {
    exit: 'source',
    message: 'A delivered workbook is too large: Excel files must be read whole into memory.',
    faults: [{ where: file, found, expected: `at most ${MAX_BYTES / 1e6} MB, some 250,000 rows` }],
    remedy: 'Have the report delivered as CSV, which has no such limit, or in parts by month, then: npm run nightly',
  });
}

function empty(file: string): OperatorError {
  return new OperatorError('SOURCE_FILE_EMPTY', {
    exit: 'source',
    message: 'A delivered workbook is empty.',
    faults: [
      { where: file, found: '0 bytes, or a sheet without a cell', expected: 'a row of column names, and records' },
    ],
    remedy: 'Run the export of the CRM again, then: npm run nightly',
  });
}

function unreadable(file: string): OperatorError {
  return new OperatorError('SOURCE_FILE_UNREADABLE', {
    exit: 'source',
    message: 'A delivered workbook is cut off, damaged, or none.',
    faults: [{ where: file, expected: 'an Excel workbook (.xlsx) without a password' }],
    remedy:
      'Deliver the file again; an .xls or a page of HTML by that name must be saved as .xlsx; then: npm run nightly',
  });
}
