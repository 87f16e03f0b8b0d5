/** Compares two tables of figures, cell by cell. */

import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteName } from './quote.ts';
import { type Row, readRows } from './read-rows.ts';

export interface FigureTables {
  readonly published: string;
  readonly derived: string;
  /** Only cells of this basis are compared. */
  readonly basis: string;
}

const dimensions = ['service_code', 'service_group', 'department', 'area_id', 'channel', 'kind'] as const;
const key = ['measure_id', 'period_type', 'period_start', ...dimensions];
const exact = ['numerator', 'denominator', 'status', 'missing_reason'];
const numbers = ['value', 'lower', 'upper'];

/** A row for each cell that one side lacks or that differs by more than 1e-9, each side as text. */
export async function compareFigures(
  connection: DuckDBConnection,
  { published, derived, basis }: FigureTables,
): Promise<{ readonly count: number; readonly differences: readonly Row[] }> {
  const columns = [...exact, ...numbers];
  const told = (side: string) =>
    `concat_ws(', ', ${columns.map((name) => `'${name} ' || ${side}.${quoteName(name)}::varchar`).join(', ')})`;
  const differs = [
    ...exact.map((name) => `p.${quoteName(name)} is distinct from d.${quoteName(name)}`),
    ...numbers.map(
      (name) =>
        `(p.${quoteName(name)} is null) <> (d.${quoteName(name)} is null)
         or abs(p.${quoteName(name)} - d.${quoteName(name)}) > 1e-9`,
    ),
  ];
  const names = key.map(quoteName).join(', ');
  const [counted] = await readRows(
    connection,
    `select count(*)::integer as cells from ${quoteName(published)} where basis = $basis`,
    { basis },
  );
  const differences = await readRows(
    connection,
    `select ${key.map((name) => `${quoteName(name)}::varchar as ${quoteName(name)}`).join(', ')},
       ${told('p')} as published, ${told('d')} as derived
     from (from ${quoteName(published)} where basis = $basis) as p
     full outer join (from ${quoteName(derived)} where basis = $basis) as d using (${names})
     where ${differs.join(' or ')} or p.basis is null or d.basis is null
     order by all`,
    { basis },
  );
  return { count: Number(counted?.cells), differences };
}
