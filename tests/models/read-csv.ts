/** Reads the small CSV files of the models' cases: no quotes, no commas inside a cell, an empty cell is null. */

import { readFileSync } from 'node:fs';

export type CsvRow = Readonly<Record<string, string | null>>;

export interface Csv {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
}

export function readCsv(file: string): Csv {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const columns = header.split(',');
  const rows = lines.map((line, index) => {
    const cells = line.split(',');
    if (cells.length !== columns.length) throw new Error(`${file}, line ${index + 2}: ${cells.length} cells`);
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] === '' ? null : (cells[at] ?? null)]));
  });
  return { columns, rows };
}
