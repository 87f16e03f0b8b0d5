/** Three real exports: the proposed folder is the one that people wrote by hand, but for what is stated here. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, expect, test } from 'vitest';
import { citySettings, type City, splitMatches } from '../../src/contract/city.ts';
import type { FilesSource } from '../../src/contract/sources.ts';
import { readCity } from '../../scripts/support/read-city/read-city.ts';
import { quoteName, quoteText } from '../../scripts/warehouse/quote.ts';
import { makeDataFolder, startNight } from '../pipeline/run-night.ts';
import { findRealData } from '../support/real-data.ts';

interface RealCity {
  readonly city: string;
  readonly folder: string;
  readonly pattern: string;
  readonly zone: string;
  /** Fields that the folder written by hand does not map. */
  readonly further: Readonly<Record<string, string>>;
  /** Columns of people's words and places. */
  readonly privateColumns: readonly string[];
  /** What check-config makes of the folder as it was proposed. */
  readonly hint: string;
}

const cities: readonly RealCity[] = [
  {
    ...{ city: 'boston', folder: 'boston-crm-2011', pattern: '*.csv.gz', zone: 'America/New_York' },
    // The hand-written folder knows no polygons, so it leaves the point out.
    further: { longitude: 'longitude', latitude: 'latitude' },
    privateColumns: ['closure_reason', 'location', 'location_street_name'],
    hint: '"default_points": [[-71.0587, 42.3594]]',
  },
  {
    ...{ city: 'vancouver', folder: 'vancouver-311', pattern: 'raw_311.csv', zone: 'America/Vancouver' },
    ...{ further: {}, privateColumns: ['address', 'geom'], hint: '"as_of": "2024-07-06T00:00:00.000-07:00"' },
  },
  {
    ...{ city: 'ottawa', folder: 'ottawa-311', pattern: '*.csv.gz', zone: 'America/Toronto' },
    ...{ further: {}, privateColumns: ['maintenance_yard'], hint: 'No source tells when a request was closed' },
  },
];

const removals: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const remove of removals) await remove();
});

/** Distinct values of a column, of a least length. */
async function valuesOf(file: string, column: string, leastLength: number): Promise<string[]> {
  const connection = await (await DuckDBInstance.create()).connect();
  const value = `trim(${quoteName(column)})`;
  const rows = await connection.runAndReadAll(
    `select distinct ${value} from read_csv(${quoteText(file)}, header = true, all_varchar = true, quote = '"', escape = '"')
     where length(${value}) >= ${leastLength}`,
  );
  const values = rows.getRows().map(([text]) => String(text));
  connection.closeSync();
  return values;
}

function unlisted({ lists }: City, services: readonly string[]): string[] {
  const listed = new Set(
    lists.services.flatMap(({ matches }) => splitMatches(matches)).map((one) => one.toLowerCase()),
  );
  return services.filter((service) => !listed.has(service.toLowerCase()));
}

const columnsOf = ({ fields }: FilesSource) =>
  Object.fromEntries(
    Object.entries(fields).map(([field, spec]) => [field, typeof spec === 'string' ? spec : spec.column]),
  );

test.for(cities)(
  '$city: the same columns for the same fields, every service listed, no free text in the folder or what was printed',
  { timeout: 120_000 },
  async ({ city, folder, pattern, zone, further, privateColumns, hint }, context) => {
    const data = findRealData(folder);
    if (!data.present) return context.skip(data.reason);
    const made = await makeDataFolder();
    removals.push(made.remove);
    const options = ['--name', 'Here', '--languages', 'en', '--zone', zone, '--file', join(data.folder, pattern)];
    const run = await startNight([made.folder, ...options], {}, 'scripts/new-city.ts').ended;
    expect(run.exitCode, run.output).toBe(0);

    const proposed = await readCity(join(made.folder, 'city'));
    const byHand = citySettings.parse(JSON.parse(readFileSync(join('tests/cities', city, 'city/city.json'), 'utf8')));
    const [source, ours] = [proposed, { settings: byHand }].map(({ settings }) => settings.sources[0] as FilesSource);
    expect(columnsOf(source!)).toEqual({ ...columnsOf(ours!), ...further });
    expect(source!.delivery).toBe(ours!.delivery);

    const services = await valuesOf(join(data.folder, pattern), columnsOf(source!)['service'] ?? '', 1);
    expect(unlisted(proposed, services)).toEqual([]);
    expect(proposed.lists.services.every(({ tier }) => tier === 'C')).toBe(true);

    const check = await startNight(['--data', made.folder], {}, 'scripts/check-config.ts').ended;
    expect(check).toMatchObject({ exitCode: 2, output: expect.stringMatching(/^NO_RECORD_PUBLISHED /m) });
    expect(check.output).toContain(hint);

    const files = readdirSync(join(made.folder, 'city')).map((name) => join(made.folder, 'city', name));
    const written = [run.output, check.output, ...files.map((file) => readFileSync(file, 'utf8'))]
      .join('\n')
      .toLowerCase();
    for (const column of privateColumns) {
      // So long that it is no word of a list by chance.
      const values = await valuesOf(join(data.folder, pattern), column, 16);
      expect(values.length).toBeGreaterThan(50);
      expect(
        values.filter((value) => written.includes(value.toLowerCase())),
        column,
      ).toEqual([]);
    }
  },
);
