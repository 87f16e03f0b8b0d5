/** Five months of real records (Ottawa's 311): no id, closing or status, and the same months in several files. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, type TestContext } from 'vitest';
import { measureIds } from '../../../src/contract/measures.ts';
import { findRealData } from '../../support/real-data.ts';
import { type CityNight, runCity } from '../run-city.ts';

const data = findRealData('ottawa-311');
let city: CityNight;

beforeAll(async () => {
  if (data.present) city = await runCity('ottawa', { build: true });
}, 400_000);
afterAll(() => city?.remove());

/** Where the records are not on the machine, each test says so. */
const withRecords = (check: () => Promise<void>) => async (context: TestContext) => {
  if (!data.present) context.skip(data.reason);
  await check();
};

test(
  'the two Januaries and the two Februaries count once',
  withRecords(async () => {
    expect(city.night.exitCode, city.night.output).toBe(0);
    const months = await city.rows(`
      select strftime(requested_on, '%Y-%m') as month, count(*)::integer from requests group by all order by month`);
    expect(months.map(([month]) => month)).toEqual(['2013-01', '2013-02', '2013-03', '2014-06', '2014-07']);
    expect(months.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(80_987);
    expect(await city.rows('select delivered_count::integer from staged_counts')).toEqual([[113_116]]);
  }),
);

test(
  'there is volume, and for everything else one row that says there is no data',
  withRecords(async () => {
    const told = (await city.rows(`
      select measure_id, count(*)::integer, any_value(missing_reason) from ${city.csv('measures')}
      where measure_id <> 'requests_received' group by all order by measure_id`)) as [string, number, string][];
    expect(told).toEqual(
      measureIds
        .filter((id) => id !== 'requests_received')
        .sort()
        .map((id) => [id, 1, 'no_data']),
    );
    const [[volume]] = (await city.rows(`
      select sum(value)::integer from ${city.csv('measures')}
      where measure_id = 'requests_received' and period_type = 'month'
        and service_code = 'all' and service_group = 'all' and department = 'all' and area_id = 'all'
        and channel = 'all' and kind = 'all'
    `)) as [[number]];
    expect(await city.rows(`select count(*)::integer from ${city.csv('requests')}`)).toEqual([[volume]]);
  }),
);

test(
  'its site is in English only',
  withRecords(async () => {
    const site = join(city.exports, '..', 'site');
    expect(existsSync(join(site, 'en', 'index.html'))).toBe(true);
    expect(existsSync(join(site, 'fr'))).toBe(false);
  }),
);
