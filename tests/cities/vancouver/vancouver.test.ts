/** Seven months of real records (Vancouver's 311): closings are dates, rows have no id, many closings hand the work on. */

import { afterAll, beforeAll, expect, test, type TestContext } from 'vitest';
import { findRealData } from '../../support/real-data.ts';
import { type CityNight, runCity } from '../run-city.ts';

const data = findRealData('vancouver-311');
const winter = '2024-03-01T08:00:00Z';
let atFileEnd: CityNight;
let atFileEndAgain: CityNight;
let inWinter: CityNight;

beforeAll(async () => {
  if (!data.present) return;
  atFileEnd = await runCity('vancouver');
  atFileEndAgain = await runCity('vancouver');
  inWinter = await runCity('vancouver', { args: ['--as-of', winter] });
}, 300_000);

afterAll(async () => {
  for (const night of [atFileEnd, atFileEndAgain, inWinter]) await night?.remove();
});

/** Where the records are not on the machine, each test says so. */
const withRecords = (check: () => Promise<void>) => async (context: TestContext) => {
  if (!data.present) context.skip(data.reason);
  await check();
};

test(
  'each of the 10,000 rows is published, or withheld by its tier',
  withRecords(async () => {
    expect(atFileEnd.night.exitCode, atFileEnd.night.output).toBe(0);
    const [[published, withheld, landed]] = (await atFileEnd.rows(`
      select (select count(*)::integer from ${atFileEnd.csv('requests')}),
        (select count(*)::integer from requests where tier = 'C'),
        (select delivered_count::integer from staged_counts)`)) as [[number, number, number]];
    expect(landed).toBe(10_000);
    expect(published + withheld).toBe(10_000);
  }),
);

test(
  '2,176 rows seem closed before they were opened, and none is by local dates',
  withRecords(async () => {
    const [[seeming, real]] = (await atFileEnd.rows(`
      select count_if(closed_at < requested_at)::integer, count_if(closed_on < requested_on)::integer from requests
    `)) as [[number, number]];
    expect(seeming).toBe(2_176);
    expect(real).toBe(0);
    expect(await atFileEnd.rows(`from ${atFileEnd.csv('quality')} where reason = 'closed_before_requested'`)).toEqual(
      [],
    );
  }),
);

test(
  '2,249 closings only hand the work on, and none of them counts as done',
  withRecords(async () => {
    expect(await atFileEnd.rows(`select count(*)::integer from requests where outcome = 'handed_on'`)).toEqual([
      [2_249],
    ]);
    const [[done, fulfilled]] = (await atFileEnd.rows(`
      select (select sum(numerator)::integer from ${atFileEnd.csv('measures')}
          where measure_id = 'fulfilment_rate' and period_type = 'year' 
            and [service_code, service_group, department, area_id, channel, kind] = ['all', 'all', 'all', 'all', 'all', 'all']),
        (select count(*)::integer from ${atFileEnd.csv('requests')}
          where outcome = 'fulfilled' and days_to_close <= 90 and kind in ('request', 'complaint', 'application'))
    `)) as [[number, number]];
    expect(done).toBe(fulfilled);
  }),
);

test(
  'a second night gives the same ids, and so does a night before most closings',
  withRecords(async () => {
    const ids = async (night: CityNight) =>
      new Set((await night.rows(`select service_request_id from ${night.csv('requests')}`)).map(([id]) => String(id)));
    const all = await ids(atFileEnd);
    expect(all.size).toBe(4_941);
    expect(await ids(atFileEndAgain)).toEqual(all);
    const early = await ids(inWinter);
    expect(early.size).toBeGreaterThan(1_000);
    expect([...early].filter((id) => !all.has(id))).toEqual([]);
  }),
);

test(
  'on 1 March nothing later is known',
  withRecords(async () => {
    const later = `requested_on > date '2024-02-29' or closed_on > date '2024-02-29'`;
    expect(await inWinter.rows(`from ${inWinter.csv('requests')} where ${later}`)).toEqual([]);
  }),
);
