/** When requests fall due: each case worked out with a calendar, and made from raw records by the whole chain of models. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvParse } from 'd3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type City, type CitySettings, cityLists } from '../../src/contract/city.ts';
import { createNight } from '../../scripts/warehouse/create-night.ts';
import { createTable } from '../../scripts/warehouse/create-table.ts';
import { loadCity } from '../../scripts/warehouse/load-city.ts';
import { runModels } from '../../scripts/warehouse/models.ts';
import { openWarehouse } from '../../scripts/warehouse/open-warehouse.ts';
import { readRows } from '../../scripts/warehouse/read-rows.ts';
import { setCityZone, setSurrogateKey } from '../../scripts/warehouse/set-variables.ts';
import { readModels } from './model-case.ts';
import { loadedShapes } from './table-shapes.ts';

type Row = Readonly<Record<string, string>>;

const read = (name: string) =>
  [...csvParse(readFileSync(join(import.meta.dirname, 'due-dates', name), 'utf8'))] as Row[];
const [cities, targets, holidays] = [read('cities.csv'), read('targets.csv'), read('holidays.csv')];

interface DueCase {
  readonly id: string;
  readonly told: Row;
}

/** Rows of `cases.csv` in the order of delivery; one without a `why` is the same request, delivered again. */
let id = 0;
const delivered = read('cases.csv').map((row) => ({ ...row, id: `C-${row['why'] ? ++id : id}` }) as Row);
const cases = delivered.filter(({ why }) => why).map((told): DueCase => ({ id: told['id'] as string, told }));

const models = await readModels();
const { connection, close } = await openWarehouse({ file: ':memory:' });
afterAll(() => close());

const names = { name_en: 'A name', name_fr: 'Un nom' };
const works = { service_group: 'streets', department: 'works' };

/** Only what the loader of the city's lists reads. */
function cityOf(name: string | undefined): City {
  const services = [...new Map(targets.map((row) => [row['service'], row['tier']]))];
  return {
    lists: {
      service_groups: [{ service_group: 'streets', ...names }],
      departments: [{ department: 'works', ...names, matches: '' }],
      channels: [],
      services: services.map(([code, tier]) =>
        cityLists.services.parse({ service_code: code, ...works, kind: 'request', tier, ...names }),
      ),
      statuses: [{ source: '*', status: '*', closure: '*', outcome: 'fulfilled' }],
      targets: targets
        .filter(({ unit }) => unit)
        .map(({ service, tier: _, ...target }) =>
          cityLists.targets.parse({ service_code: service, ...target, owner: '' }),
        ),
      holidays: holidays
        .filter(({ city }) => city === name)
        .map(({ holiday_on }) => cityLists.holidays.parse({ holiday_on, ...names })),
      events: [],
    },
    areas: { type: 'FeatureCollection', features: [] },
    streets: null,
  } as unknown as City;
}

const rawColumns = ['id', 'service', 'requested_at', 'due_at', 'updated_at', 'closed_at'];
const source = { source: 'crm', clock_tolerance_seconds: 0, sentinels: [], default_points: [], read_at: null };
const tells = { has_id: true, has_closing: true, has_status: false };
const delivers = { is_by_month: false, has_history: false, is_watched: false };

async function stageCity({ city, zone, as_of }: Row): Promise<Map<string, Row>> {
  await setCityZone(connection, zone as string);
  await setSurrogateKey(connection, 'a secret of the tests');
  await loadCity(connection, cityOf(city));
  const give = (name: string, rows: Parameters<typeof createTable>[3]) =>
    createTable(connection, name, loadedShapes[name] ?? {}, rows);
  await give('sources', [{ ...source, ...tells, ...delivers, time_zone: zone }] as never);
  for (const name of ['earlier_quality', 'raw_deletions', 'raw_status_changes']) await give(name, []);
  const blank = Object.fromEntries(Object.keys(loadedShapes['raw_requests'] ?? {}).map((column) => [column, null]));
  const records = delivered.filter((row) => row['city'] === city);
  await give(
    'raw_requests',
    records.map((row, delivery_order) => ({
      ...blank,
      ...Object.fromEntries(rawColumns.map((column) => [column, row[column] || null])),
      source: 'crm',
      delivery_order,
    })),
  );
  const settings = { time_zone: zone, fulfilment_horizon_days: 90 } as CitySettings;
  await createNight(connection, new Date(as_of as string), settings);
  await runModels(connection, models, ['requests', 'published_requests'], new Set());
  const made = await readRows(connection, staged);
  return new Map(made.map((row) => [String(row['id']), row as unknown as Row]));
}

const staged = `
  select
    requests.id,
    epoch_ms(requests.due_at)::double as due_ms,
    requests.due_on::varchar as due_on,
    requests.is_target_moved,
    published_requests.is_on_time
  from requests
  inner join published_requests
    on published_requests.service_request_id = base32_of_80_bits(hmac_of(requests.source || '|' || requests.id))`;

describe.each(cities)('$city', (city) => {
  let made: Map<string, Row>;
  beforeAll(async () => {
    made = await stageCity(city);
  });

  const ofCity = cases.filter(({ told }) => told['city'] === city['city']);
  test.each(ofCity.map(({ id, told }) => [told['why'], id, told] as const))('%s', (_, id, told) => {
    const due = told['falls_due'] as string;
    const shown = { due_ms: due ? Date.parse(due) : null, due_on: due.slice(0, 10) || null };
    const judged = told['on_time'] ? { is_on_time: judgements[told['on_time'] as keyof typeof judgements] } : {};
    expect(made.get(id)).toMatchObject({ ...shown, ...judged, is_target_moved: told['moved'] === 'true' });
  });
});

const judgements = { yes: true, no: false, 'not yet': null } as const;
