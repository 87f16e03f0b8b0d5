/** Compares a data set as published with the same made again, cell by cell. */

import type { DuckDBConnection } from '@duckdb/node-api';
import type { Column, Dataset } from '../../src/contract/datasets/dataset.ts';
import type { MeasureBasis } from '../../src/contract/measures.ts';
import { quoteName, quoteText } from './quote.ts';
import { readRows } from './read-rows.ts';

/** The table of what is published; what is made again bears its model's name. */
export function publishedTable({ id }: Dataset): string {
  return `${id}_csv`;
}

/** Whether any of its rows can be of that basis: a data set that does not say is made of published records alone. */
export function isOfBasis(dataset: Dataset, basis: MeasureBasis): boolean {
  return basis === 'published' || hasBasis(dataset);
}

/**
 * A row for each cell that one side lacks or that differs, numbers by more than 1e-9: the data set, the cell (by what
 * its rows are sorted by, less what is `all`) and each side as text.
 */
export function differencesQuery(datasets: readonly Dataset[], basis: MeasureBasis): string {
  return `${datasets.map((dataset) => differencesOf(dataset, basis)).join('\nunion all\n')}\norder by all`;
}

function differencesOf(dataset: Dataset, basis: MeasureBasis): string {
  const isKey = ({ name }: Column) => dataset.sortedBy.includes(name);
  const key = dataset.sortedBy.map(quoteName);
  const compared = dataset.columns.filter((column) => !isKey(column));
  const cell = dataset.sortedBy.map(
    (name) =>
      `'${name} ' || nullif(coalesce(p.${quoteName(name)}::varchar, d.${quoteName(name)}::varchar, 'none'), 'all')`,
  );
  const told = (side: string) =>
    `concat_ws(', ', ${compared.map(({ name }) => `'${name} ' || ${side}.${quoteName(name)}::varchar`).join(', ')})`;
  const rows = (table: string) => `(select *, true as is_there from ${quoteName(table)}${ofBasis(dataset, basis)})`;
  return `select
  ${quoteText(dataset.id)} as dataset,
  concat_ws(' · ', ${cell.join(', ')}) as cell,
  case when p.is_there then ${told('p')} end as published,
  case when d.is_there then ${told('d')} end as derived
from ${rows(publishedTable(dataset))} as p
full outer join ${rows(dataset.model)} as d
  on ${key.map((name) => `p.${name} is not distinct from d.${name}`).join(' and ')}
where p.is_there is null or d.is_there is null
  or ${compared.map(differs).join('\n  or ')}`;
}

function differs({ name, type }: Column): string {
  const [p, d] = [`p.${quoteName(name)}`, `d.${quoteName(name)}`];
  if (type !== 'number') return `${p} is distinct from ${d}`;
  return `(${p} is null) <> (${d} is null) or abs(${p} - ${d}) > 1e-9`;
}

function hasBasis({ columns }: Dataset): boolean {
  return columns.some(({ name }) => name === 'basis');
}

function ofBasis(dataset: Dataset, basis: MeasureBasis): string {
  return hasBasis(dataset) ? ` where basis = ${quoteText(basis)}` : '';
}

/** How many published rows there are to compare. */
export async function countFigures(
  connection: DuckDBConnection,
  datasets: readonly Dataset[],
  basis: MeasureBasis,
): Promise<number> {
  const counts = datasets.map(
    (dataset) => `select count(*) as rows from ${quoteName(publishedTable(dataset))}${ofBasis(dataset, basis)}`,
  );
  const [counted] = await readRows(
    connection,
    `select sum(rows)::integer as rows from (${counts.join(' union all ')})`,
  );
  return Number(counted?.rows);
}
