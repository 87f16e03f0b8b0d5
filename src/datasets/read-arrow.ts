/** Reads one exported Arrow file into plain rows, checked against the catalogue's columns. */

import { tableFromIPC, type Vector } from 'apache-arrow';
import { findDataset, type Column, type DatasetId } from '../contract/datasets.ts';
import { readExport } from './exports-folder.ts';

export type Cell = string | number | boolean | null;
export type RawRow = Readonly<Record<string, Cell>>;

export function readArrow(id: DatasetId): RawRow[] {
  const table = tableFromIPC(readExport(`${id}.arrow`));
  const columns = findDataset(id).columns.map((column) => {
    const vector = table.getChild(column.name);
    if (!vector) throw new Error(`${id}.arrow has no column "${column.name}", which the contract promises`);
    return [column.name, readColumn(column, vector)] as const;
  });
  return Array.from({ length: table.numRows }, (_, index) =>
    Object.fromEntries(columns.map(([name, cells]) => [name, cells[index] ?? null])),
  );
}

function readColumn(column: Column, vector: Vector): Cell[] {
  return Array.from({ length: vector.length }, (_, index) => readCell(column, vector.get(index)));
}

/** Dates become `YYYY-MM-DD`, whichever form the reader gives them in. */
function readCell(column: Column, value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (column.type === 'date') return isoDay(value);
  if (typeof value === 'bigint') return Number(value);
  return value as Cell;
}

function isoDay(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, 10);
  return new Date(value instanceof Date ? value : Number(value)).toISOString().slice(0, 10);
}
