/** Reads a supervisor's list, `overrides.csv`: a person's word for each segment that a row names. */

import { join } from 'node:path';
import { TZDate } from '@date-fns/tz';
import type { Pass } from '../../../src/contract/live.ts';
import { liveLists } from '../../../src/contract/live-settings.ts';
import { nearestName } from '../../support/nearest-name.ts';
import type { Fault } from '../../support/operator-error.ts';
import { readRows, type ListRow } from '../../support/read-city/read-list.ts';
import { showValue } from '../../support/read-city/schema-faults.ts';
import type { StreetFiles } from './read-streets.ts';

const ENTIRE = { direction: 'both', coveredShare: 1, workingShare: 1, confidence: 'A', basis: 'supervisor' } as const;

/** The rows that can be read, as passes; and the faults of the others. */
export async function readOverrides(
  folder: string,
  streets: StreetFiles,
  timeZone: string,
): Promise<{ passes: readonly Pass[]; faults: readonly Fault[] }> {
  const { rows, faults } = await readRows(join(folder, 'overrides.csv'), liveLists.overrides, true);
  const passes: Pass[] = [];
  const unknown: Fault[] = [];
  for (const row of rows) {
    const parsed = liveLists.overrides.safeParse(row.cells);
    if (!parsed.success) continue;
    const { place, service, state, at } = parsed.data;
    const segments = streets.segmentsOf(place);
    const moment = instantOf(at, timeZone);
    if (segments.length === 0) unknown.push(placeFault(row, place, streets));
    if (Number.isNaN(moment))
      unknown.push({ where: row.where('at'), found: showValue(at), expected: 'a time that exists' });
    else {
      for (const segmentId of segments) {
        passes.push({ segmentId, service, state, startedAt: moment, endedAt: moment, ...ENTIRE });
      }
    }
  }
  return { passes, faults: [...faults, ...unknown] };
}

/** Milliseconds since 1970 of a time as it is written: by its offset, else by the zone's own clock. */
export function instantOf(text: string, timeZone: string): number {
  const iso = text.trim().replace(' ', 'T');
  if (/(?:Z|[+-]\d\d:?\d\d)$/.test(iso)) return Date.parse(iso);
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?$/.exec(iso);
  if (parts === null || Number.isNaN(Date.parse(`${iso}Z`))) return Number.NaN;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  return new TZDate(year, month - 1, day, hour, minute, second, timeZone).getTime();
}

function placeFault(row: ListRow, place: string, streets: StreetFiles): Fault {
  const nearest = nearestName(place, streets.streetNames);
  return {
    where: row.where('place'),
    found: showValue(place),
    expected: `a street’s name, or an id in streets.geojson${nearest === undefined ? '' : `   (nearest: ${nearest})`}`,
  };
}
