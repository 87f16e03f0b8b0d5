/** Reads Arrow, Parquet and CSV files with Polars, which is written in Rust and shares no code with our writers. */

import { readFileSync } from 'node:fs';
import pl, { type DataFrame } from 'nodejs-polars';
import type { FileFormat } from '../../../src/contract/datasets.ts';
import type { Column, ColumnType } from '../../../src/contract/datasets/dataset.ts';
import { cellFrom, mapColumn, type Cell, type ReadTable } from './read-table.ts';

/** What a CSV's reader is told of each column; times are read as text. */
const csvTypes: Record<ColumnType, unknown> = {
  code: pl.Utf8,
  text: pl.Utf8,
  timestamp: pl.Utf8,
  date: pl.Utf8,
  number: pl.Float64,
  integer: pl.Int32,
  boolean: pl.Bool,
};

/** The file's extension is not one that Polars takes for a path: it gets the bytes. */
const open: Record<FileFormat, (file: string, columns: readonly Column[]) => DataFrame> = {
  arrow: (file) => pl.readIPC(readFileSync(file)),
  parquet: (file) => pl.readParquet(file),
  csv: (file, columns) =>
    pl.readCSV(file, { schema: Object.fromEntries(columns.map(({ name, type }) => [name, csvTypes[type]])) as never }),
};

export function readWithPolars(file: string, format: FileFormat, columns: readonly Column[]): ReadTable {
  const frame = open[format](file, columns);
  return {
    rowCount: frame.height,
    columnNames: frame.columns,
    async column({ name, type }) {
      const series = frame.getColumn(name);
      const cells = (cast: typeof series): unknown => cast.toArray();
      if (type === 'code') return cells(series.cast(pl.Utf8)) as Cell[];
      if (type === 'timestamp' && format === 'csv') return mapColumn(cells(series) as string[], cellFrom.timestampText);
      if (type === 'date' && format === 'csv') return mapColumn(cells(series) as string[], cellFrom.dateText);
      if (type === 'date') return cells(series.cast(pl.Int32)) as Cell[];
      if (type === 'timestamp') return cells(series.cast(pl.Datetime('ms')).cast(pl.Int64)) as Cell[];
      return cells(series) as Cell[];
    },
  };
}
