/** Rows to paste into the lists of a city folder, for values that no list names, with how many records hold each. */

import path from 'node:path';
import { type City, type CityListName, joinMatches } from '../../src/contract/city.ts';
import { count, plural } from '../new-city/describe-proposal.ts';
import { makeCodes } from '../new-city/make-codes.ts';
import { isNoArea } from '../new-city/propose-lists.ts';
import { csvLine } from '../support/csv-line.ts';
import { parseCsv } from '../support/read-city/csv-rows.ts';
import { readText } from '../support/read-city/read-text.ts';

export interface UnlistedValue {
  readonly list: 'services' | 'departments' | 'channels' | 'areas' | 'statuses';
  readonly source: string;
  /** Null for all rarer values together: none of them is shown. */
  readonly value: string | null;
  readonly closure: string | null;
  readonly value_count: number;
  readonly request_count: number;
}

const codeColumns = {
  services: 'service_code',
  departments: 'department',
  channels: 'channel',
  areas: 'area_id',
} as const;

export async function pasteRows(city: City, unlisted: readonly UnlistedValue[]): Promise<string[]> {
  const lines: string[] = [];
  const told = unlisted.filter(({ list, value }) => list !== 'areas' || !isNoArea(value ?? ''));
  for (const [list, values] of Map.groupBy(told, (one) => one.list)) {
    const file = path.join(city.folder, list === 'areas' ? 'areas.geojson' : `${list}.csv`);
    const shown = values
      .filter(({ value }) => value !== null)
      .sort((one, other) => other.request_count - one.request_count);
    const rare = values.filter(({ value }) => value === null);
    lines.push(
      '',
      `${heldAndOffered(values)} that ${file} does not name${shown.length > 0 ? '; to paste there:' : ''}`,
    );
    lines.push(...(list === 'areas' ? areaRows(city, shown) : await csvRows(city, file, list, shown)));
    if (shown.some(isHeld)) lines.push(`  (in this order they stand in ${countsOf(shown)} records)`);
    if (rare.length > 0) lines.push(`  and ${sumOf(rare, 'value_count', 'further value')} under 5 records, not shown`);
  }
  return lines;
}

/** A value without a record is one that the request system offers. */
function heldAndOffered(values: readonly UnlistedValue[]): string {
  const [held, offered] = [values.filter(isHeld), values.filter((one) => !isHeld(one))];
  return [
    ...(held.length === 0 ? [] : [`${sumOf(held, 'request_count', 'record')} with values`]),
    ...(offered.length === 0 ? [] : [`${plural(offered.length, 'value')} on offer without a record`]),
  ].join(', and ');
}

const isHeld = ({ request_count }: UnlistedValue) => request_count > 0;

function sumOf(values: readonly UnlistedValue[], key: 'request_count' | 'value_count', noun: string): string {
  return plural(values.reduce((sum, one) => sum + one[key], 0), noun); // prettier-ignore
}

function countsOf(shown: readonly UnlistedValue[]): string {
  return shown.map((one) => count(one.request_count)).join(', ');
}

/** In the columns of the file as it stands. */
async function csvRows(
  city: City,
  file: string,
  list: Exclude<UnlistedValue['list'], 'areas'>,
  shown: readonly UnlistedValue[],
): Promise<string[]> {
  const { text } = await readText(file);
  const { rows, delimiter } = parseCsv(text ?? '');
  const header = rows[0]?.values.map((column) => column.trim()) ?? [];
  const cells = list === 'statuses' ? shown.map(statusCells) : listCells(city, list, shown);
  return cells.map((row) =>
    csvLine(
      header.map((column) => row[column] ?? ''),
      delimiter,
    ),
  );
}

function statusCells({ source, value, closure }: UnlistedValue): Record<string, string> {
  return { source, status: value ?? '', closure: closure ?? '', outcome: 'unmapped' };
}

/** A new service is in tier C, and stands in the city's first group and department until a person moves it. */
function listCells(
  city: City,
  list: 'services' | 'departments' | 'channels',
  shown: readonly UnlistedValue[],
): Record<string, string>[] {
  const { services, service_groups, departments } = city.lists;
  const [usual] = services;
  const common = {
    service_group: usual?.service_group ?? service_groups[0]?.service_group ?? '',
    department: usual?.department ?? departments[0]?.department ?? '',
    kind: 'request',
    tier: 'C',
  };
  const codes = codesFor(city, list, shown);
  return shown.map(({ value }) => ({
    ...(list === 'services' ? common : {}),
    [codeColumns[list]]: codes.get(value ?? '') ?? '',
    ...names(city, value ?? ''),
    matches: joinMatches([value ?? '']),
  }));
}

function areaRows(city: City, shown: readonly UnlistedValue[]): string[] {
  const taken = city.areas.features.map(({ properties }) => properties.area_id);
  const codes = makeCodes(shown.map(({ value }) => value ?? ''), 'area', taken); // prettier-ignore
  return shown.map(({ value }) => {
    const area_id = codes.get(value ?? '')?.replaceAll('_', '-');
    const properties = { area_id, ...names(city, value ?? ''), matches: joinMatches([value ?? '']) };
    return `${JSON.stringify({ type: 'Feature', properties, geometry: null })},`;
  });
}

function codesFor(
  city: City,
  list: Exclude<CityListName, 'statuses'> & keyof typeof codeColumns,
  shown: readonly UnlistedValue[],
) {
  const column = codeColumns[list];
  const taken = city.lists[list].map((row) => (row as Record<string, unknown>)[column] as string);
  return makeCodes(shown.map(({ value }) => value ?? ''), column, taken); // prettier-ignore
}

function names(city: City, value: string): Record<string, string> {
  return { [`name_${city.settings.languages[0] ?? 'en'}`]: value };
}
