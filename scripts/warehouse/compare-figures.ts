/** Compares two tables of figures, cell by cell. */

import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteName, quoteText } from './quote.ts';
import { readRows } from './read-rows.ts';

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
export function differencesQuery({ published, derived, basis }: FigureTables): string {
  const told = (side: string) =>
    `concat_ws(', ', ${[...exact, ...numbers].map((name) => `'${name} ' || ${side}.${quoteName(name)}::varchar`).join(', ')})`;
  const differs = [
    ...exact.map((name) => `p.${quoteName(name)} is distinct from d.${quoteName(name)}`),
    ...numbers.map(
      (name) =>
        `(p.${quoteName(name)} is null) <> (d.${quoteName(name)} is null)
  or abs(p.${quoteName(name)} - d.${quoteName(name)}) > 1e-9`,
    ),
  ];
  const ofBasis = (table: string) => `(from ${quoteName(table)} where basis = ${quoteText(basis)})`;
  return `select
  ${key.map((name) => `${quoteName(name)}::varchar as ${quoteName(name)}`).join(', ')},
  ${told('p')} as published,
  ${told('d')} as derived
from ${ofBasis(published)} as p
full outer join ${ofBasis(derived)} as d using (${key.map(quoteName).join(', ')})
where ${differs.join('\n  or ')}
  or p.basis is null or d.basis is null
order by all`;
}

export async function countFigures(connection: DuckDBConnection, { published, basis }: FigureTables): Promise<number> {
  const query = `select count(*)::integer as cells from ${quoteName(published)} where basis = $basis`;
  const [counted] = await readRows(connection, query, { basis });
  return Number(counted?.cells);
}
