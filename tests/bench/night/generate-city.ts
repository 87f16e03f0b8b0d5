/** A data folder for a night at scale: the demonstration's city, with one CSV file of any number of requests. */

import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { exportColumns } from '../../../scripts/sources/demo/crm-export.ts';
import { quoteText } from '../../../scripts/warehouse/quote.ts';
import { markDelivered } from '../../support/mark-delivered.ts';

export interface GeneratedCity {
  readonly folder: string;
  readonly file: string;
  readonly bytes: number;
  remove(): Promise<void>;
}

const exportFile = 'requests.csv';

export async function generateCity(rowCount: number): Promise<GeneratedCity> {
  const folder = await mkdtemp(join(tmpdir(), 'plainview-bench-'));
  const city = join(folder, 'city');
  await cp('data/city', city, { recursive: true });
  await nameSource(join(city, 'city.json'));
  const file = join(folder, 'delivered', exportFile);
  await mkdir(join(folder, 'delivered'));
  await writeRequests(rowCount, join(city, 'services.csv'), file);
  await markDelivered(file);
  return { folder, file, bytes: (await stat(file)).size, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The demonstration's own words, columns and time zone; a file instead of its source. */
async function nameSource(file: string): Promise<void> {
  const settings = JSON.parse(await readFile(file, 'utf8'));
  const read = { encoding: 'utf-8', delimiter: ',', date_format: 'iso', delivery: 'full', fields: exportColumns };
  settings.sources = [{ id: 'crm', kind: 'files', folder: '../delivered', pattern: exportFile, ...read }];
  await writeFile(file, JSON.stringify(settings, null, 2));
}

/** The database writes the file itself: no row passes through JavaScript. */
async function writeRequests(rowCount: number, servicesFile: string, file: string): Promise<void> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  await connection.run(`
    create table crm_services as
    select
      (row_number() over () - 1)::integer as position,
      split_part(matches, '|', 1) as word,
      service_group = 'winter' as is_winter
    from read_csv(${quoteText(servicesFile)}, header = true);
    set variable row_count = ${rowCount};
    set variable service_count = (select count(*) from crm_services);
  `);
  const query = await readFile(resolve(import.meta.dirname, 'generated_requests.sql'), 'utf8');
  await connection.run(`copy (${query}) to ${quoteText(file)} (format csv, header)`);
  connection.closeSync();
  instance.closeSync();
}
