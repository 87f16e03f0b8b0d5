/** An Open311 server (GeoReport v2) as a source: new requests by slices of time, changes by asking again. */

import { setTimeout as sleep } from 'node:timers/promises';
import { TZDate } from '@date-fns/tz';
import type { City } from '../../../src/contract/city.ts';
import type { Open311Source, RawField } from '../../../src/contract/sources.ts';
import type { SourceEffects } from '../open-sources.ts';
import { clockOff, MAX_SKEW_SECONDS } from '../source-errors.ts';
import { sourceSecret } from '../source-secret.ts';
import type { Source } from '../source.ts';
import { Asker } from './asker.ts';
import { georeport } from './georeport.ts';
import { paced } from './pace.ts';
import { derivesClosing, fieldNames } from './read-request.ts';

/** What was entered in the last five minutes may not be listed yet. */
const SETTLING_MS = 5 * 60_000;

export function open311Source(
  settings: Open311Source,
  city: { readonly settings: Pick<City['settings'], 'time_zone'> },
  { http, environment, now, wait = (milliseconds) => sleep(milliseconds) }: SourceEffects,
): Source {
  const { id, api_key, page_size: pageSize } = settings;
  const turn = paced(settings.requests_per_second, { now, wait });
  const names = fieldNames(settings);
  const server = () => georeport(settings, { http, turn, apiKey: api_key && sourceSecret(id, api_key, environment) });
  const firstDay = midnight(settings.since, city.settings.time_zone);

  return {
    id,
    fields: new Set<RawField>([
      ...(Object.keys(names) as RawField[]),
      ...(derivesClosing(settings) ? ['closed_at' as const] : []),
    ]),
    delivery: 'delta',

    async discover() {
      const { rows } = await server().services();
      const named = names.service === 'service_code' ? 'service_code' : 'service_name';
      const types = new Set(rows.map((row) => String(row[named] ?? '').trim()).filter((type) => type !== ''));
      return {
        identity: null,
        types: [...types].sort(),
        statuses: ['closed', 'open'],
        fields: Object.values(names).sort(),
      };
    },

    async completeUntil(asked) {
      const api = server();
      const { skewSeconds } = await api.services();
      if (Math.abs(skewSeconds ?? 0) > MAX_SKEW_SECONDS) throw clockOff(api.place, skewSeconds ?? 0);
      return new Date(asked.getTime() + (skewSeconds ?? 0) * 1000 - SETTLING_MS);
    },

    async *changes({ since, until }, known) {
      const asker = new Asker(server(), settings);
      const span = { from: Math.max(since?.getTime() ?? firstDay, firstDay), to: until.getTime(), pageSize };
      const open = new Set(since === null ? [] : await known.idsWithout('closed'));
      for await (const records of asker.requested(span)) {
        for (const record of records) open.delete(record.id ?? '');
        if (records.length > 0) yield { records };
      }
      if (since === null) return;
      const areAllFound = yield* asker.updated(span);
      if (!areAllFound) yield* asker.again([...open]);
    },
  };
}

function midnight(date: string, zone: string): number {
  const [year, month, day] = date.split('-').map(Number);
  return new TZDate(year!, month! - 1, day!, zone).getTime();
}
