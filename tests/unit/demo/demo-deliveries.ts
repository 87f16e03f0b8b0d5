/** Deliveries of the demo source for tests: read once for each moment. */

import { fileURLToPath } from 'node:url';
import type { City } from '../../../src/contract/city.ts';
import type { DemoSource } from '../../../src/contract/sources.ts';
import { demoSource } from '../../../scripts/sources/demo/demo-source.ts';
import { nothingKnown, type RawRecord, type Source } from '../../../scripts/sources/source.ts';
import { readCity } from '../../../scripts/support/read-city/read-city.ts';

export const cityFolder = fileURLToPath(new URL('../../../data/city', import.meta.url));

export async function readDemo(): Promise<{ city: City; settings: DemoSource; source: Source }> {
  const city = await readCity(cityFolder);
  const settings = city.settings.sources.find((source) => source.kind === 'demo')!;
  return { city, settings, source: demoSource(settings, city) };
}

/** Every record of a delivery, in order. */
export async function deliver(until: string): Promise<RawRecord[]> {
  const { source } = await readDemo();
  const records: RawRecord[] = [];
  for await (const page of source.changes({ since: null, until: new Date(until) }, nothingKnown)) {
    records.push(...(page.records as readonly RawRecord[]));
  }
  return records;
}
