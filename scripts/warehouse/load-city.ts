/** The city folder as tables: what the models read of it. */

import type { DuckDBConnection } from '@duckdb/node-api';
import { type Area, type City, splitMatches } from '../../src/contract/city.ts';
import { type Measure, measures } from '../../src/contract/measures.ts';
import { daysWaited } from '../../src/contract/understanding.ts';
import { createTable } from './create-table.ts';

/**
 * Tables: the lists under their own names, `…_matches` (what the source writes), `outcome_rules`, `area_sides` (of the
 * polygons), `intersections` and `measure_catalogue`.
 */
export async function loadCity(connection: DuckDBConnection, { lists, areas, streets }: City): Promise<void> {
  const names = { name_en: 'varchar', name_fr: 'varchar' };
  await createTable(connection, 'service_groups', { service_group: 'varchar', ...names }, lists.service_groups);
  await createTable(connection, 'departments', { department: 'varchar', ...names }, lists.departments);
  await createTable(connection, 'channels', { channel: 'varchar', ...names }, lists.channels);
  await createTable(
    connection,
    'services',
    {
      service_code: 'varchar',
      service_group: 'varchar',
      department: 'varchar',
      kind: 'varchar',
      tier: 'varchar',
      ...names,
    },
    lists.services,
  );
  await createTable(
    connection,
    'targets',
    { service_code: 'varchar', valid_from: 'date', value: 'integer', unit: 'varchar', owner: 'varchar' },
    lists.targets,
  );
  await createTable(connection, 'holidays', { holiday_on: 'date', ...names }, lists.holidays);
  await createTable(
    connection,
    'events',
    { event_id: 'varchar', kind: 'varchar', starts_on: 'date', ends_on: 'date', ...names },
    lists.events,
  );
  await createTable(
    connection,
    'outcome_rules',
    { rule_order: 'integer', source: 'varchar', status: 'varchar', closure: 'varchar', outcome: 'varchar' },
    lists.statuses.map((rule, index) => ({
      rule_order: index,
      source: rule.source,
      status: fold(rule.status),
      closure: fold(rule.closure),
      outcome: rule.outcome,
    })),
  );
  await loadMatches(connection, 'service', 'service_code', lists.services);
  await loadMatches(connection, 'department', 'department', lists.departments);
  await loadMatches(connection, 'channel', 'channel', lists.channels);
  await loadAreas(connection, areas);
  await loadIntersections(connection, streets);
  await loadCatalogue(connection);
}

/** Tables `measure_catalogue`, what a measure is as the models read it, and `waits`, for how long one may have waited. */
export async function loadCatalogue(connection: DuckDBConnection): Promise<void> {
  await connection.run(catalogueStatement());
  await connection.run(waitsStatement());
}

/** The statement for `waits`. */
export function waitsStatement(): string {
  const rows = Object.entries(daysWaited).map(
    ([basis, days]) => `select '${basis}' as basis, unnest([${days.join(', ')}]) as days_waited`,
  );
  return `create or replace table waits as\n${rows.join('\nunion all\n')}`;
}

/** The statement for `measure_catalogue`. */
export function catalogueStatement(): string {
  const rows = measures.map(
    ({ id, unit, needs, tierC, basis = 'published' }: Measure) =>
      `('${id}', '${unit}', '${needs}', ${tierC}, '${basis}')`,
  );
  return `create or replace table measure_catalogue as
select * from (values
  ${rows.join(',\n  ')}
) as listed (measure_id, unit, needs, is_tier_c, basis)`;
}

async function loadAreas(connection: DuckDBConnection, areas: City['areas']): Promise<void> {
  const rows = areas.features.map(({ properties }) => properties);
  await createTable(
    connection,
    'areas',
    { area_id: 'varchar', name_en: 'varchar', name_fr: 'varchar', valid_from: 'date', valid_to: 'date' },
    rows,
  );
  await createTable(
    connection,
    'area_populations',
    { area_id: 'varchar', population_year: 'integer', population: 'integer' },
    rows.flatMap(({ area_id, population }) =>
      Object.entries(population).map(([year, residents]) => ({
        area_id,
        population_year: year,
        population: residents,
      })),
    ),
  );
  await loadMatches(connection, 'area', 'area_id', rows);
  await createTable(
    connection,
    'area_sides',
    {
      area_id: 'varchar',
      from_longitude: 'double',
      from_latitude: 'double',
      to_longitude: 'double',
      to_latitude: 'double',
    },
    areas.features.flatMap(areaSides),
  );
}

/** A place is called by the names of the streets that meet there, in any language: `Birch Street / rue du Quai`. */
async function loadIntersections(connection: DuckDBConnection, streets: City['streets']): Promise<void> {
  const rows = (streets?.streets.features ?? []).flatMap(({ properties, geometry }) =>
    geometry.type === 'Point' && 'names' in properties
      ? [{ node: properties.node, place: properties.names.join(' / '), geometry }]
      : [],
  );
  await createTable(
    connection,
    'intersections',
    { node: 'varchar', place: 'varchar', longitude: 'double', latitude: 'double' },
    rows.map(({ node, place, geometry: { coordinates } }) => {
      const [longitude, latitude] = coordinates;
      return { node, place, longitude, latitude };
    }),
  );
}

/** The sides of all its rings: of an even number of rings a point is outside, so that holes need no mark. */
function areaSides({ properties, geometry }: Area) {
  if (geometry === null) return [];
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  return rings.flatMap((ring) =>
    ring.slice(1).map(([to_longitude, to_latitude], index) => {
      const [from_longitude, from_latitude] = ring[index] ?? [to_longitude, to_latitude];
      return { area_id: properties.area_id, from_longitude, from_latitude, to_longitude, to_latitude };
    }),
  );
}

/** A row is also matched by its own code. */
async function loadMatches<Key extends string>(
  connection: DuckDBConnection,
  name: string,
  key: Key,
  rows: readonly ({ readonly [Name in Key]: string } & { readonly matches: string })[],
): Promise<void> {
  const pairs = rows.flatMap((row) =>
    [...new Set([row[key], ...splitMatches(row.matches)].map(fold))]
      .filter((match) => match !== '')
      .map((match) => ({ match, code: row[key] })),
  );
  const shape: Record<string, string> = { match: 'varchar', [key]: 'varchar' };
  await createTable(
    connection,
    `${name}_matches`,
    shape,
    pairs.map(({ match, code }) => ({ match, [key]: code })),
  );
}

/** As the models fold what the source wrote: without regard to case or surrounding space. */
function fold(text: string): string {
  return text.trim().toLowerCase();
}
