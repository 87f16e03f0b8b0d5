/** Runs the whole chain of models, from delivered records to published figures, in a warehouse kept between runs. */

import { rawFields } from '../../src/contract/sources.ts';
import type { DuckDBConnection } from '@duckdb/node-api';
import { createNight } from '../../scripts/warehouse/create-night.ts';
import { type Cell, createTable } from '../../scripts/warehouse/create-table.ts';
import { loadCity } from '../../scripts/warehouse/load-city.ts';
import { type Model, runModels } from '../../scripts/warehouse/models.ts';
import { readRows } from '../../scripts/warehouse/read-rows.ts';
import { setCityZone, setSurrogateKey } from '../../scripts/warehouse/set-variables.ts';
import { cityClock } from './oracle/city-clock.ts';
import { type Delivery, writeRaw } from './oracle/deliveries.ts';
import type { Figure } from './oracle/figures.ts';
import { defaultPoint, generatedCity, horizonDays } from './oracle/generated-city.ts';
import { loadedShapes } from './table-shapes.ts';

export async function runChain(
  connection: DuckDBConnection,
  models: readonly Model[],
  delivery: Delivery,
): Promise<Figure[]> {
  const clock = cityClock(delivery.zone);
  const city = generatedCity();
  await setCityZone(connection, delivery.zone);
  await setSurrogateKey(connection, 'a secret of the tests');
  await loadCity(connection, city);
  await createTable(connection, 'sources', loadedShapes.sources ?? {}, [
    {
      source: 'crm',
      time_zone: delivery.zone,
      clock_tolerance_seconds: delivery.toleranceSeconds,
      sentinels: [],
      default_points: [defaultPoint],
      read_at: null,
      has_id: true,
      has_closing: true,
      has_status: true,
      has_history: false,
      has_reopenings: true,
      is_watched: false,
    },
  ]);
  for (const name of ['earlier_quality', 'raw_deletions', 'raw_status_changes']) {
    await createTable(connection, name, loadedShapes[name] ?? {}, []);
  }
  await createTable(
    connection,
    'raw_requests',
    loadedShapes.raw_requests ?? {},
    delivery.records.map((record, index) => {
      const raw = writeRaw(record, clock);
      const fields = Object.fromEntries(rawFields.map((field): [string, Cell] => [field, raw[field] ?? null]));
      return { source: 'crm', delivery_order: index, ...fields };
    }),
  );
  const settings = { ...city.settings, time_zone: delivery.zone, fulfilment_horizon_days: horizonDays };
  await createNight(connection, new Date(delivery.asOf), settings);
  const names = models.map(({ name }) => name).filter((name) => name !== 'source_moments');
  await runModels(connection, models, names, new Set());
  return (await readRows(
    connection,
    `select * exclude (period_start), period_start::varchar as period_start
     from published_measures`,
  )) as unknown as Figure[];
}
