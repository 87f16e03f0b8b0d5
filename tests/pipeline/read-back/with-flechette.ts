/** Reads Arrow files with flechette, as browsers do. */

import { tableFromIPC } from '@uwdata/flechette';
import { cellFrom, mapColumn, type Cell, type ReadTable } from './read-table.ts';

export function readWithFlechette(bytes: Uint8Array): ReadTable {
  const table = tableFromIPC(bytes);
  return {
    rowCount: table.numRows,
    columnNames: table.schema.fields.map(({ name }) => name),
    async column({ name, type }) {
      const cells = table.getChild(name).toArray() as ArrayLike<Cell>;
      return type === 'date' ? mapColumn(cells as ArrayLike<number | null>, cellFrom.dateMilliseconds) : cells;
    },
  };
}
