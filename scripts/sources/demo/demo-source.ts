/** The demo CRM as a source: what the night pulls from it, cut to the allow-list. */

import { tz } from '@date-fns/tz';
import { startOfDay } from 'date-fns/startOfDay';
import type { City } from '../../../src/contract/city.ts';
import { rawFields, type DemoSource, type RawField } from '../../../src/contract/sources.ts';
import type { RawRecord, Source } from '../source.ts';
import { dayMs } from './calendar.ts';
import { makeCrm, type CrmRecord } from './crm.ts';

const pageSize = 5000;

/** The CRM's field for each of ours. What is not here, names and words above all, is never read. */
const fields: Record<RawField, (record: CrmRecord) => string | null> = {
  id: (record) => record.case_number,
  requested_at: (record) => isoInstant(record.created),
  closed_at: (record) => isoInstant(record.closed),
  first_closed_at: (record) => isoInstant(record.first_closed),
  first_reopened_at: (record) => isoInstant(record.first_reopened),
  due_at: (record) => isoInstant(record.due),
  updated_at: (record) => isoInstant(record.modified),
  reopen_count: (record) => String(record.reopen_count),
  status: (record) => record.status,
  closure: (record) => record.closure || null,
  service: (record) => record.category,
  department: (record) => record.department,
  channel: (record) => record.channel,
  area: (record) => record.ward,
  longitude: (record) => (record.longitude === null ? null : String(record.longitude)),
  latitude: (record) => (record.latitude === null ? null : String(record.latitude)),
};

/**
 * Needs no network; the same seed and moment give the same records. Each delivery is whole, so `since` is not looked at.
 * `now` serves only what has no moment of its own: discovery.
 */
export function demoSource(
  settings: DemoSource,
  city: Pick<City, 'settings' | 'areas' | 'streets'>,
  { now = () => new Date() }: { now?: () => Date } = {},
): Source {
  const zone = tz(city.settings.time_zone);
  const completeUntil = (now: Date) => new Date(startOfDay(now, { in: zone }).getTime());
  return {
    id: settings.id,
    fields: new Set(rawFields),
    delivery: 'full',
    completeUntil: async (now) => completeUntil(now),
    async discover() {
      const types = new Set<string>();
      const statuses = new Set<string>();
      for (const records of makeCrm(settings.seed, city, completeUntil(now())).days()) {
        for (const record of records) {
          types.add(record.category);
          statuses.add(record.status);
        }
      }
      return { identity: null, types: [...types].sort(), statuses: [...statuses].sort(), fields: [...rawFields] };
    },
    async *changes({ until }) {
      let page: RawRecord[] = [];
      for (const records of makeCrm(settings.seed, city, until).days()) {
        for (const record of records) page.push(rawRecord(record));
        if (page.length < pageSize) continue;
        yield { records: page };
        page = [];
      }
      if (page.length > 0) yield { records: page };
    },
  };
}

const fieldReaders = rawFields.map((field) => [field, fields[field]] as const);

function rawRecord(record: CrmRecord): RawRecord {
  const raw: { [Field in RawField]?: string | null } = {};
  for (const [field, read] of fieldReaders) raw[field] = read(record);
  return raw;
}

const twoDigits = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));
const isoDates = new Map<number, string>();

/** ISO 8601 in UTC, to the second; by hand, because a delivery has a million of them. */
function isoInstant(instant: number | null): string | null {
  if (instant === null) return null;
  const day = Math.floor(instant / dayMs);
  let date = isoDates.get(day);
  if (date === undefined) {
    date = new Date(day * dayMs).toISOString().slice(0, 11);
    isoDates.set(day, date);
  }
  const seconds = Math.floor((instant - day * dayMs) / 1000);
  const minutes = Math.floor(seconds / 60);
  return `${date}${twoDigits[Math.floor(minutes / 60)]}:${twoDigits[minutes % 60]}:${twoDigits[seconds % 60]}Z`;
}
