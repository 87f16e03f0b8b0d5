/** Finds the row of column names in a sheet: reports set their title, their filters and blank rows above it. */

import type { SheetRow } from './read-workbook.ts';

const ROWS_LOOKED_AT = 50;

/** The row that holds most of the `wanted` names; where none holds any, the first that is half as full as the fullest. */
export function findHeader(rows: readonly SheetRow[], wanted: readonly string[]): number {
  const first = rows.slice(0, ROWS_LOOKED_AT);
  const held = first.map((row) => {
    const names = new Set(row.map((cell) => foldName(cell ?? '')));
    return wanted.filter((name) => names.has(foldName(name))).length;
  });
  const most = Math.max(0, ...held);
  if (most > 0) return held.indexOf(most);
  const filled = first.map((row) => row.filter((cell) => cell !== null).length);
  return filled.findIndex((count) => count > 0 && count >= Math.max(...filled) / 2);
}

/** Columns map by name without regard to case. */
export function foldName(name: string): string {
  return name.trim().toLowerCase();
}
