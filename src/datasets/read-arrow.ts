/** Reads one exported Arrow file into plain rows, checked against the catalogue's columns. */

import { tableFromIPC } from 'apache-arrow';
import { findDataset, type DatasetId } from '../contract/datasets.ts';
import type { Column } from '../contract/datasets/dataset.ts';
import { readExport } from './exports-folder.ts';

export type Cell = string | number | boolean | null;
export type RawRow = Readonly<Record<string, Cell>>;

/** What a row holds in a column, before the row is made. */
export type CellReader = (name: string) => Cell;

/** Only the rows wanted are made: the measures have many more than any page shows. */
export function readArrow(id: DatasetId, isWanted: (read: CellReader) => boolean = () => true): RawRow[] {
  const table = tableFromIPC(readExport(`${id}.arrow`));
  const columns = findDataset(id).columns.map((column) => {
    const vector = table.getChild(column.name);
    if (!vector) throw new Error(`${id}.arrow has no column "${column.name}", which the contract promises`);
    return [column.name, (index: number) => readCell(column, vector.get(index))] as const;
  });
  const byName = new Map(columns);
  const rows: RawRow[] = [];
  for (let index = 0; index < table.numRows; index++) {
    if (!isWanted((name) => byName.get(name)?.(index) ?? null)) continue;
    rows.push(Object.fromEntries(columns.map(([name, read]) => [name, read(index)])));
  }
  return rows;
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
