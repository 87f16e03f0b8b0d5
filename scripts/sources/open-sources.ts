/** The adapter of each source that `city.json` lists. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { City } from '../../src/contract/city.ts';
import { HttpClient } from '../support/http-client.ts';
import type { Environment } from '../support/read-city/resolve-source-folder.ts';
import { demoSource } from './demo/demo-source.ts';
import { filesSource } from './files/files-source.ts';
import { open311Source } from './open311/open311-source.ts';
import { salesforceSource } from './salesforce/salesforce-source.ts';
import type { Source } from './source.ts';

/** What sources take of the world. */
export interface SourceEffects {
  readonly http: HttpClient;
  readonly environment: Environment;
  readonly now: () => Date;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** How long a delivered file must have been still to be taken. */
  readonly stillMs: number;
}

export const processEffects = (): SourceEffects => ({
  http: new HttpClient(),
  environment: process.env,
  now: () => new Date(),
  wait: (milliseconds) => sleep(milliseconds),
  stillMs: 60_000,
});

export function openSources(
  city: City,
  connection: DuckDBConnection,
  effects: SourceEffects = processEffects(),
): Source[] {
  return city.settings.sources.map((settings): Source => {
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
  });
}
