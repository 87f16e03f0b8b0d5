/** Half a year of real records (Boston's CRM, 2011): every row accounted for, and the city's own verdicts met. */

import { existsSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest';
import { nightSchema } from '../../../src/contract/manifest.ts';
import { quoteName, quoteText } from '../../../scripts/warehouse/quote.ts';
import { rawFields } from '../../../src/contract/sources.ts';
import { makeDataFolder, runNight, type EndedNight } from '../../pipeline/run-night.ts';
import { findRealData } from '../../support/real-data.ts';

const data = findRealData('boston-crm-2011');
const rowCount = 58_251;
const newYear = '2012-01-01T05:00:00Z';

interface BostonNight {
  readonly folder: string;
  readonly exports: string;
  readonly night: EndedNight;
}
const removals: (() => Promise<void>)[] = [];
let atNewYear: BostonNight;
let atFileEnd: BostonNight;
let connection: DuckDBConnection;
/** The city's own file, read by the database alone. */
let file: string;

/** Nothing is published: what the site's files weigh packed is no matter here. */
async function runBoston(args: readonly string[]): Promise<BostonNight> {
  const { folder, remove } = await makeDataFolder();
  removals.push(remove);
  await cp('tests/cities/boston/city', join(folder, 'city'), { recursive: true });
  const night = await runNight(['--data', folder, ...args], {
    PLAINVIEW_SECRET: 'forty characters that are kept by nobody',
  });
  return { folder, exports: join(folder, 'releases/next/exports'), night };
}

beforeAll(async () => {
  if (!data.present) return;
  connection = await (await DuckDBInstance.create()).connect();
  const source = join(data.folder, '*.csv.gz');
  file = `read_csv(${quoteText(source)}, header = true, all_varchar = true, quote = '"', escape = '"')`;
  atNewYear = await runBoston(['--as-of', newYear, '--until', 'build']);
  atFileEnd = await runBoston(['--until', 'export']);
  for (const [name, { folder }] of [['new_year', atNewYear] as const, ['file_end', atFileEnd] as const]) {
    await connection.run(`attach ${quoteText(join(folder, 'warehouse/plainview.duckdb'))} as ${name} (read_only)`);
  }
}, 600_000);
afterAll(async () => {
  connection?.closeSync();
  for (const remove of removals) await remove();
});

async function rows(query: string): Promise<unknown[][]> {
  return (await connection.runAndReadAll(query)).getRowsJS() as unknown[][];
}

/** Where the records are not on the machine, each test says so. */
const withRecords = (check: () => Promise<void> | void) => async (context: TestContext) => {
  if (!data.present) context.skip(data.reason);
  await check();
};

describe.each([
  { moment: 'New Year 2012', night: () => atNewYear, asOf: newYear },
  // The newest date in it is a closing of 2019.
  { moment: 'the end of the file', night: () => atFileEnd, asOf: '2019' },
])('as of $moment', ({ night, asOf }) => {
  test(
    'the night ends well, at that moment',
    withRecords(() => {
      expect(night().night.exitCode, night().night.output).toBe(0);
      const said = nightSchema.parse(JSON.parse(readFileSync(join(night().exports, 'night.json'), 'utf8')));
      expect(said.as_of.replace('.000', '').startsWith(asOf), said.as_of).toBe(true);
    }),
  );

  test(
    'each of the 58,251 rows is published, withheld by tier, or rejected',
    withRecords(async () => {
      const warehouse = night() === atNewYear ? 'new_year' : 'file_end';
      const counted = new Map(
        (await rows(`select reason, request_count::integer from ${warehouse}.quality_counts`)) as [string, number][],
      );
      const accounted = [
        'published_tier_a',
        'published_tier_b',
        'withheld_tier_c',
        'rejected_no_requested_at',
        'rejected_no_id',
      ];
      expect(accounted.reduce((sum, reason) => sum + (counted.get(reason) ?? 0), 0)).toBe(rowCount);
      expect(counted.get('superseded') ?? 0).toBe(0);
      expect(counted.get('after_as_of') ?? 0).toBe(0);
      expect(await rows(`select count(*)::integer from ${file}`)).toEqual([[rowCount]]);

      const published = `read_csv(${quoteText(join(night().exports, 'requests.csv'))}, header = true)`;
      const [[all, ids] = []] = await rows(
        `select count(*)::integer, count(distinct service_request_id)::integer from ${published}`,
      );
      expect(all).toBe((counted.get('published_tier_a') ?? 0) + (counted.get('published_tier_b') ?? 0));
      expect(ids).toBe(all);
    }),
  );
});

test(
  'closed at or before the target is what the city calls on time, on 43,664 rows of 43,664',
  withRecords(async () => {
    const compared = await rows(`
    select
      count(*)::integer,
      count(records.ontime)::integer,
      count_if((requests.closed_at <= requests.due_at) = (records.ontime = 'ONTIME'))::integer,
      count(distinct records.ontime)::integer
    from ${file} as records
    inner join file_end.requests on records.case_enquiry_id = requests.id
    where requests.closed_at is not null and requests.due_at is not null`);
    expect(compared).toEqual([[43_821, 43_664, 43_664, 2]]);
  }),
);

test(
  'nothing after the moment exists: no later closing, and what was closed later is open',
  withRecords(async () => {
    const published = `read_parquet(${quoteText(join(atNewYear.exports, 'requests.parquet'))})`;
    const late = await rows(`
    select count(*)::integer from ${published}
    where greatest(requested_datetime, closed_datetime, updated_datetime) > timestamptz ${quoteText(newYear)}
      or requested_on > '2011-12-31' or closed_on > '2011-12-31'`);
    expect(late).toEqual([[0]]);
    const [[open, toClose] = []] = await rows(`
    select count(*)::integer, count_if(closed_dt is not null)::integer from ${file}
    where closed_dt is null or closed_dt > '2012-01-01 00:00:00'`);
    expect(toClose).toBeGreaterThan(1000);
    expect(await rows(`select count_if(outcome = 'open')::integer from new_year.requests`)).toEqual([[open]]);
    const [[openPublished] = []] = await rows(`select count_if(status = 'open')::integer from ${published}`);
    expect(await rows(`select count_if(outcome = 'open' and tier <> 'C')::integer from new_year.requests`)).toEqual([
      [openPublished],
    ]);
  }),
);

describe('the words of residents and staff', () => {
  beforeAll(async () => {
    if (!data.present) return;
    await connection.run(`
      create temp table said as select distinct trim(text) as text from (
        select unnest([closure_reason, location, location_street_name]) as text from ${file}
      ) where length(trim(text)) > 15`);
    expect((await rows('select count(*)::integer from said'))[0]?.[0]).toBeGreaterThan(10_000);
  }, 60_000);

  test(
    'are not in any cell of the pages that landed, which hold the allow-list only',
    withRecords(async () => {
      const pages = `read_parquet(${quoteText(join(atNewYear.folder, 'raw/*/*/*.parquet'))})`;
      expect((await rows(`describe from ${pages}`)).map(([name]) => name)).toEqual([...rawFields]);
      await expectAbsent(pages);
    }),
  );

  test(
    'are not in any cell of the published tables',
    withRecords(async () => {
      for (const name of ['requests', 'measures', 'services', 'quality']) {
        const table = `read_parquet(${quoteText(join(atNewYear.exports, `${name}.parquet`))})`;
        await expectAbsent(table);
      }
    }),
  );

  test(
    'are nowhere in the CSV file of the records, not even as a part of a cell',
    withRecords(async () => {
      const csv = readFileSync(join(atNewYear.exports, 'requests.csv'), 'utf8');
      const sample = await rows('select text from said order by hash(text) limit 300');
      expect(sample).toHaveLength(300);
      expect(sample.filter(([text]) => csv.includes(String(text)))).toEqual([]);
    }),
  );
});

async function expectAbsent(table: string): Promise<void> {
  const columns = (await rows(`describe from ${table}`))
    .filter(([, type]) => type === 'VARCHAR')
    .map(([name]) => String(name));
  for (const column of columns) {
    const found = await rows(
      `select count(*)::integer from ${table} semi join said on trim(${quoteName(column)}) = said.text`,
    );
    expect(found, column).toEqual([[0]]);
  }
}

/** What the page of a service says, in words. */
function servicePage(service: string): string {
  const page = readFileSync(join(atNewYear.folder, 'releases/next/site/en/services', service, 'index.html'), 'utf8');
  return page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
}

describe('of half a year of records', () => {
  test(
    'due days and waits are said to be of the half year, not of its last month',
    withRecords(() => {
      const page = servicePage('schedule_a_bulk_item_pickup');
      expect(page).toContain('Of 9,394 requests due from July 2011 to December 2011');
      expect(page).toContain('it may take what others took: half were dealt with within a day');
      expect(page).toContain('times of other requests, received from July 2011 to December 2011');
      expect(page).toContain('The records begin on July 1, 2011');
    }),
  );

  test(
    'a service whose requests have due times of their own is not said to have no target',
    withRecords(() => {
      expect(servicePage('schedule_a_bulk_item_pickup')).toContain('gives requests a due time of their own');
      expect(servicePage('pothole_repair_internal')).toContain('has set no target for this service');
    }),
  );

  test(
    'a service with nothing open says so, and no heading stands over nothing',
    withRecords(() => {
      const page = servicePage('pothole_repair_internal');
      expect(page).toContain('On December 31, 2011, 0 requests were open');
      expect(page.split('Is it worse than a year ago?')).toHaveLength(2);
    }),
  );
});

test(
  'its site is built, in its one language',
  withRecords(() => {
    const site = join(atNewYear.folder, 'releases/next/site');
    const page = readFileSync(join(site, 'en/index.html'), 'utf8');
    expect(page).toContain('Boston, 2011');
    expect(page).toContain('<html lang="en');
    expect(page).not.toContain('href="/fr');
    expect(existsSync(join(site, 'fr'))).toBe(false);
  }),
);
