/** What a night would publish of the records that were read: per tier, counted, with what became of them. */

import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { City } from '../../src/contract/city.ts';
import { count, plural } from '../new-city/describe-proposal.ts';
import { stage } from '../staging/stage.ts';
import type { DataFolders } from '../support/data-folders.ts';
import { describeLateMoment } from '../support/late-moment.ts';
import { findModels, runModels } from '../warehouse/models.ts';
import { readTable, type Row } from '../warehouse/read-rows.ts';
import { setCityZone } from '../warehouse/set-variables.ts';
import type { Discovery } from '../sources/source.ts';
import { pasteRows, type UnlistedValue } from './paste-rows.ts';
import { unlistedOffer } from './unlisted-offer.ts';

/** Whose area is withheld is decided where records are exported. */
const exportModels = path.join(import.meta.dirname, '..', 'exports');

const models = ['unlisted_values', 'tier_counts', 'outcome_totals', 'record_fates', 'frequent_points'] as const;

const fates: Readonly<Record<string, string>> = {
  delivered: 'delivered',
  rejected_no_requested_at: 'rejected: no date of the request that can be read',
  rejected_no_id: 'rejected: no id',
  superseded: 'replaced by a later record of the same request or month',
  withdrawn: 'deleted in the request system',
  after_as_of: 'of the day that is not over yet: counted from tomorrow',
};

const tiers = ['A', 'B', 'C'] as const;
const published = {
  A: 'records published',
  B: 'records published, by area and day',
  C: 'no record published',
} as const;

export interface Preview {
  readonly lines: readonly string[];
  /** Whether any record would be published: without one the night's checks refuse. */
  readonly isAnyPublished: boolean;
}

/** Stages in memory what `folders` has landed; `offers` by the id of the source. Throws what staging throws. */
export async function preview(
  city: City,
  folders: DataFolders,
  connection: DuckDBConnection,
  offers: ReadonlyMap<string, Discovery>,
): Promise<Preview> {
  await setCityZone(connection, city.settings.time_zone);
  const { asOf } = await stage({ city, folders, connection, asOf: undefined, onModel: () => {}, isForLooking: true });
  await runModels(connection, await findModels(connection, [import.meta.dirname, exportModels]), models, new Set());
  const [unlisted, tierRows, outcomes, records, points] = await Promise.all(
    models.map((name) => readTable(connection, name)),
  );
  const held = (unlisted ?? []) as unknown as UnlistedValue[];
  const offered = [...offers].flatMap(([source, offer]) => unlistedOffer(city, source, offer, held));
  const lines = [
    `Records, as of ${asOf.toISOString()}:`,
    ...(records ?? [])
      .filter((row) => Number(row.record_count) > 0)
      .map((row) => `${padded(row.record_count)}  ${fates[String(row.fate)] ?? row.fate}`),
    '',
    'What would be published:',
    ...tiers.flatMap((tier) =>
      tierLines(
        tier,
        tierRows?.find((row) => row.tier === tier),
      ),
    ),
    ...describeLateMoment(asOf, lastDay(tierRows ?? []), city.settings.time_zone),
    '',
    ...(tellsClosing(city) ? outcomeLines(outcomes ?? []) : [noClosing]),
    ...pointLines(points ?? []),
    ...(await pasteRows(city, [...held, ...offered])),
  ];
  return { lines, isAnyPublished: (tierRows ?? []).some(({ tier }) => tier !== 'C') };
}

function lastDay(rows: readonly Row[]): string {
  const days = rows.map(({ last_on }) => dayOf(last_on)).sort();
  return days.at(-1) ?? '';
}

function tierLines(tier: 'A' | 'B' | 'C', row: Row | undefined): string[] {
  if (row === undefined) return [`  tier ${tier}  no request`];
  const days = `${dayOf(row.first_on)} to ${dayOf(row.last_on)}`;
  const unknown = Number(row.unknown_area_count);
  const unmapped = Number(row.unmapped_service_count);
  return [
    `  tier ${tier}  ${plural(Number(row.service_count), 'service')}, ${plural(Number(row.request_count), 'request')} (${published[tier]}), ${days}; area missing: ${share(unknown, Number(row.request_count))}${withheldWords(row)}`,
    ...(unmapped === 0 ? [] : [`          of them ${plural(unmapped, 'request')} of services that no list names`]),
  ];
}

/** Of tier B only: services of few requests in an area lose it. */
function withheldWords({ withheld_area_count, request_count }: Row): string {
  const withheld = Number(withheld_area_count);
  return withheld === 0 ? '' : `, withheld: ${share(withheld, Number(request_count))}`;
}

function outcomeLines(rows: readonly Row[]): string[] {
  const all = rows.reduce((sum, row) => sum + Number(row.request_count), 0);
  return [
    'What became of them:',
    ...rows
      .toSorted((one, other) => Number(other.request_count) - Number(one.request_count))
      .map((row) => `${padded(row.request_count)}  ${row.outcome}  ${share(Number(row.request_count), all)}`),
  ];
}

const noClosing = 'No source tells when a request was closed: only how many there are will be published.';

function tellsClosing({ settings }: City): boolean {
  return settings.sources.some((source) => source.kind !== 'files' || source.fields.closed_at !== undefined);
}

function pointLines(rows: readonly Row[]): string[] {
  return rows.flatMap(({ source, longitude, latitude, request_count }) => [
    '',
    `${plural(Number(request_count), 'request')} of ${source} lie on one point. Does the system write it where it knows no place? Then say so`,
    `in city.json, at its source: "default_points": [[${longitude}, ${latitude}]]`,
  ]);
}

function share(part: number, whole: number): string {
  return whole === 0 ? '0 %' : `${((100 * part) / whole).toFixed(1)} %`;
}

function padded(value: unknown): string {
  return count(Number(value)).padStart(11);
}

function dayOf(value: unknown): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}
