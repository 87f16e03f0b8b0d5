/** The script that makes every figure of published records again, from the published files and nothing else. */

import type { Manifest } from '../../src/contract/manifest.ts';
import { figureDatasets } from '../../src/contract/datasets.ts';
import type { Dataset } from '../../src/contract/datasets/dataset.ts';
import { areasDataset } from '../../src/contract/datasets/areas.ts';
import { requestsDataset } from '../../src/contract/datasets/requests.ts';
import { servicesDataset } from '../../src/contract/datasets/services.ts';
import { differencesQuery, publishedTable } from './compare-figures.ts';
import { nightStatement } from './create-night.ts';
import { csvOf, publishedStatement } from './load-published.ts';
import { catalogueStatement, waitsStatement } from './load-city.ts';
import { type Model, modelStatement, orderModels } from './models.ts';
import { quoteText } from './quote.ts';

/** What a release says of its night, as the script needs it. */
export interface DescribedNight extends Pick<Manifest, 'as_of' | 'coverage'> {
  readonly city: Pick<Manifest['city'], 'time_zone' | 'fulfilment_horizon_days'>;
}

const figureFiles = figureDatasets.map(csvOf);

/** The files that it reads: the records, and what it compares. */
export const derivationFiles: readonly string[] = [requestsDataset, servicesDataset, areasDataset]
  .map(csvOf)
  .concat(figureFiles);

const header = `-- Makes every published figure again from the published records, and lists those that differ from the files: none.
--
-- Put it in a folder with these files of the same night; with DuckDB 1.5 or later: duckdb < measures.sql
--   records  requests.csv, services.csv, areas.csv
--   figures  ${figureFiles.join(', ')}
-- The steps are the very queries that the city's night ran, each under the name of the table it makes. Figures of basis
-- "warehouse" are made of records that are not published, and cannot be made here.
`;

/** No record of tier C is published, so the steps that read them find none. */
const noWithheldRequests = `create or replace table withheld_requests (
  service_code varchar, requested_at timestamptz, requested_on date, kind varchar, outcome varchar,
  closed_on date, days_to_close double, time_precision varchar
)`;

/** Exact times are not published either. */
const noTimedClosings = `create or replace table timed_closings (
  service_code varchar, service_group varchar, department varchar, closed_month date,
  closed_count bigint, dated_count bigint, timed_count bigint, quick_count bigint, unmapped_count bigint
)`;

/** \`functions\` are the statements that make those that models call. */
export function derivationScript(
  { as_of, city, coverage }: DescribedNight,
  models: readonly Model[],
  functions: string,
): string {
  const given = new Set(['published_requests', 'published_areas', 'withheld_requests', 'timed_closings']);
  const statements = [
    `set TimeZone = 'UTC'`,
    `set variable city_zone = ${quoteText(city.time_zone)}`,
    functions.trim().replace(/;$/, ''),
    nightStatement(new Date(as_of), city),
    catalogueStatement(),
    waitsStatement(),
    `create or replace table sources as
select ${coverage.has_closing} as has_closing, ${coverage.has_reopenings} as has_reopenings`,
    readStatement(servicesDataset, 'services'),
    readStatement(areasDataset, 'published_areas'),
    readStatement(requestsDataset, 'published_requests'),
    ...figureDatasets.map((dataset) => readStatement(dataset, publishedTable(dataset))),
    noWithheldRequests,
    noTimedClosings,
    `-- Periods begin with the first request of any tier, and the last whole month is one up to whose end they came.
create or replace table requests as
select unnest([date ${quoteText(coverage.first_requested_on)}, date ${quoteText(coverage.last_requested_on)}]) as requested_on`,
    ...orderModels(models, derivedModels, given).map((model) => modelStatement(model)),
    differencesQuery(figureDatasets, 'published'),
  ];
  return `${header}\n${statements.join(';\n\n')};\n`;
}

const derivedModels = figureDatasets.map(({ model }) => model);

function readStatement(dataset: Dataset, table: string): string {
  return publishedStatement(csvOf(dataset), dataset, table);
}
