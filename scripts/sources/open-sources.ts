/** The adapter of each source that `city.json` lists. */

import type { DuckDBConnection } from '@duckdb/node-api';
import type { City } from '../../src/contract/city.ts';
import type { Source as SourceSettings } from '../../src/contract/sources.ts';
import { HttpClient } from '../support/http-client.ts';
import { demoSource } from './demo/demo-source.ts';
import { type FilesEffects, filesSource } from './files/files-source.ts';
import { open311Source } from './open311/open311-source.ts';
import { salesforceSource } from './salesforce/salesforce-source.ts';
import type { Source } from './source.ts';

/** What sources take of the world. */
export interface SourceEffects extends FilesEffects {
  readonly http: HttpClient;
}

export const processEffects = (): SourceEffects => ({
  http: new HttpClient(),
  environment: process.env,
  now: () => new Date(),
});

export function openSources(
  city: City,
  connection: DuckDBConnection,
  effects: SourceEffects = processEffects(),
): Source[] {
  return city.settings.sources.map((settings) => openSource(settings, city, connection, effects));
}

function openSource(
  settings: SourceSettings,
  city: City,
  connection: DuckDBConnection,
  effects: SourceEffects,
): Source {
  switch (settings.kind) {
    case 'demo':
      return demoSource(settings, city, effects);
    case 'files':
      return filesSource(settings, city, connection, effects);
    case 'salesforce':
      return salesforceSource(settings, connection, effects);
    case 'open311':
      return open311Source(settings, city, effects);
  }
}
