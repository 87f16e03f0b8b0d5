/** What people say while a storm is worked: the event, what is hidden, the supervisors' list; read before each publish. */

import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { City } from '../../../src/contract/city.ts';
import type { Pass } from '../../../src/contract/live.ts';
import { liveEvent, liveHide, type LiveEvent, type LiveHide } from '../../../src/contract/live-settings.ts';
import type { Fault } from '../../support/operator-error.ts';
import { readJson } from '../../support/read-city/read-json.ts';
import { oneOf, pathText, schemaFaults, showValue } from '../../support/read-city/schema-faults.ts';
import { isRecord } from '../../support/read-city/schema-keys.ts';
import { readOverrides } from './read-overrides.ts';
import type { StreetFiles } from './read-streets.ts';

export interface Dispatch {
  readonly event: LiveEvent | null;
  readonly hide: LiveHide;
  readonly overrides: readonly Pass[];
}

export interface ReadDispatch extends Dispatch {
  /** What could not be read, and so is not in force; the relay says it and goes on. */
  readonly faults: readonly Fault[];
}

export const nothingHidden: LiveHide = { everything: false, vehicles: [], areas: [] };
const allHidden: LiveHide = { ...nothingHidden, everything: true };

/**
 * In the middle of a storm a slip of the pen must not stop the relay. An `event.json` that cannot be read leaves the
 * event as it was; a `hide.json` that cannot be read hides everything, since it was written to hide something; of the
 * list, the rows that can be read count.
 */
export async function readDispatch(
  folder: string,
  city: City,
  streets: StreetFiles,
  before: Dispatch | undefined,
): Promise<ReadDispatch> {
  const event = await readOptional(join(folder, 'event.json'), liveEvent, null);
  const hide = await readOptional(join(folder, 'hide.json'), liveHide, nothingHidden);
  const areas = await hiddenAreaFaults(folder, city);
  const overrides = await readOverrides(folder, streets, city.settings.time_zone);
  return {
    event: event.value === undefined ? (before?.event ?? null) : event.value,
    hide: hide.value === undefined || areas.length > 0 ? allHidden : hide.value,
    overrides: overrides.passes,
    faults: [...event.faults, ...hide.faults, ...areas, ...overrides.faults],
  };
}

const dispatchFiles = ['event.json', 'hide.json', 'overrides.csv'];

/** Changes whenever one of the three files does: they are looked at often, and written seldom. */
export function dispatchStamp(folder: string): string {
  const stamps = dispatchFiles.map((name) => statSync(join(folder, name), { throwIfNoEntry: false }));
  return stamps.map((file) => (file === undefined ? 'none' : `${file.ino} ${file.size} ${file.ctimeMs}`)).join();
}

/** `value` is undefined where the file is there and cannot be read. */
async function readOptional<Value>(
  file: string,
  schema: z.ZodType<Value>,
  absent: Value,
): Promise<{ value: Value | undefined; faults: readonly Fault[] }> {
  if (!existsSync(file)) return { value: absent, faults: [] };
  const read = await readJson(file);
  const where = (path: readonly PropertyKey[]) => `${file}, ${pathText(path) || 'the whole file'}`;
  const faults = read.faults.length > 0 ? read.faults : schemaFaults(schema, read.value, where);
  return { value: faults.length > 0 ? undefined : schema.parse(read.value), faults };
}

/** An area that is not listed would otherwise hide nothing. */
export async function hiddenAreaFaults(folder: string, { areas }: City): Promise<Fault[]> {
  const file = join(folder, 'hide.json');
  const { value } = existsSync(file) ? await readJson(file) : { value: undefined };
  const hidden: unknown[] = isRecord(value) && Array.isArray(value['areas']) ? value['areas'] : [];
  const known = areas.features.map(({ properties }) => properties.area_id);
  return hidden.flatMap((area, index) =>
    typeof area !== 'string' || known.includes(area)
      ? []
      : [{ where: `${file}, areas[${index}]`, found: showValue(area), expected: oneOf(area, known) }],
  );
}
