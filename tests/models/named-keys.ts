/** Lets a case name an origin, a cell or a period in words, where the models have a number for it. */

import type { DuckDBConnection } from '@duckdb/node-api';
import { type Cell, createTable, type TableShape } from '../../scripts/warehouse/create-table.ts';
import type { Csv, CsvRow } from './read-csv.ts';

type Names = Readonly<Record<string, Cell>>;

interface Key {
  /** The table that holds the names of the number. */
  readonly table: string;
  readonly names: TableShape;
  /** What a name is where a case does not say. */
  readonly defaults: Names;
}

const place = {
  basis: 'varchar',
  service_code: 'varchar',
  service_group: 'varchar',
  department: 'varchar',
  area_id: 'varchar',
};

const keys: Readonly<Record<string, Key>> = {
  origin_id: {
    table: 'origins',
    names: place,
    defaults: { basis: 'published', service_group: 'streets', department: 'works', area_id: 'north' },
  },
  cell_id: {
    table: 'cells',
    names: { ...place, channel: 'varchar', kind: 'varchar' },
    defaults: {
      basis: 'published',
      service_code: 'all',
      service_group: 'all',
      department: 'all',
      area_id: 'all',
      channel: 'all',
      kind: 'all',
    },
  },
  period_id: {
    table: 'periods',
    names: { basis: 'varchar', period_type: 'varchar', period_start: 'date', days_since_end: 'double' },
    defaults: { basis: 'published', period_type: 'month' },
  },
};

/**
 * The table with a number in each row for the names it gives, and the tables of those names, made here. `made` are the
 * tables that the case need not give.
 */
export async function numberNames(
  connection: DuckDBConnection,
  shape: TableShape,
  { columns, rows }: Csv,
): Promise<{ readonly csv: Csv; readonly made: readonly string[] }> {
  let numbered: Csv = { columns, rows };
  const made: string[] = [];
  for (const [key, { table, names, defaults }] of Object.entries(keys)) {
    if (!(key in shape) || columns.includes(key)) continue;
    const found = new Map<string, { readonly id: number; readonly row: Names }>();
    const withKey = numbered.rows.map((row): CsvRow => {
      const named = Object.fromEntries(Object.keys(names).map((name) => [name, row[name] ?? defaults[name] ?? null]));
      const text = JSON.stringify(named);
      const { id } = found.get(text) ?? { id: found.size + 1 };
      found.set(text, { id, row: { ...named, [key]: id } });
      return { ...row, [key]: String(id) };
    });
    await createTable(
      connection,
      table,
      { [key]: 'integer', ...names },
      [...found.values()].map(({ row }) => row),
    );
    made.push(table);
    const own = numbered.columns.filter((column) => column in shape || !(column in names));
    numbered = { columns: [...own, key], rows: withKey };
  }
  return { csv: numbered, made };
}

/** The tables with the names of the numbers among the columns. */
export function keyTables(columns: ReadonlyMap<string, string>): string[] {
  return Object.entries(keys)
    .filter(([key]) => columns.has(key))
    .map(([, { table }]) => table);
}

/** Where each column is found, the model's own first, and what to select from to have them all. */
export function nameNumbers(
  model: string,
  own: ReadonlyMap<string, string>,
): { readonly from: string; readonly find: (column: string) => string | undefined } {
  const held = Object.entries(keys).filter(([key, { table }]) => own.has(key) && table !== model);
  const joins = held.map(([key, { table }]) => `inner join ${table} using (${key})`);
  return {
    from: [`"${model}"`, ...joins].join(' '),
    find(column) {
      const table = own.has(column) ? model : held.find(([, { names }]) => column in names)?.[1].table;
      return table === undefined ? undefined : `"${table}"."${column}"`;
    },
  };
}
