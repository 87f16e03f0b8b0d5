/** The demo CRM's scheduled export: one CSV file with everything in it, as the `files` source would find it. */

import { TZDate } from '@date-fns/tz';
import type { FilesSource, RawField } from '../../../src/contract/sources.ts';
import { dayMs, dayOf, type Calendar } from './calendar.ts';
import { sentinel, type Crm, type CrmRecord } from './crm.ts';
import { csvLine } from '../../support/csv-line.ts';

/** Which column holds which field: what a city would write in `city.json`. The other columns are nobody's business. */
export const exportColumns = {
  id: 'Case Number',
  requested_at: 'Created On',
  closed_at: 'Closed On',
  first_closed_at: 'First Closed On',
  first_reopened_at: 'First Reopened On',
  due_at: 'Due On',
  updated_at: 'Modified On',
  reopen_count: 'Times Reopened',
  status: 'Status',
  closure: 'Closure Reason',
  service: 'Category',
  department: 'Department',
  channel: 'Channel',
  area: 'Ward',
  longitude: 'Longitude',
  latitude: 'Latitude',
} as const satisfies Record<RawField, string>;

/** Local times without a zone, as DuckDB's strptime reads them. */
const exportDateFormat = '%Y/%m/%d %H:%M:%S';

/** The export as a source: what to write in `city.json` to pull it with the `files` adapter. */
export function exportSource(folder: string, file: string): FilesSourceSpec {
  return {
    ...{ id: 'crm', kind: 'files', folder, pattern: file, encoding: 'utf-8', delimiter: ',' },
    ...{ date_format: exportDateFormat, delivery: 'full', fields: exportColumns },
  };
}
type FilesSourceSpec = Pick<
  FilesSource,
  'id' | 'kind' | 'folder' | 'pattern' | 'encoding' | 'delimiter' | 'date_format' | 'delivery' | 'fields'
>;

const freeColumns = ['Requestor Name', 'Phone', 'E-mail', 'Address', 'Description', 'Staff Notes', 'Owner'] as const;

/** Lines without their ends, the header first; the records in the CRM's own order. */
export function* exportLines(crm: Crm, timeZone: string): Generator<string> {
  yield csvLine([...Object.values(exportColumns), ...freeColumns]);
  const local = (instant: number | null) => (instant === null ? '' : localTime(crm.calendar, timeZone, instant));
  for (const records of crm.days()) for (const record of records) yield csvLine(cells(record, local));
}

function cells(record: CrmRecord, local: (instant: number | null) => string): string[] {
  return [
    record.case_number,
    ...[record.created, record.closed, record.first_closed, record.first_reopened, record.due, record.modified].map(
      local,
    ),
    String(record.reopen_count),
    ...[record.status, record.closure, record.category, record.department, record.channel],
    record.ward ?? '',
    ...[record.longitude, record.latitude].map((degrees) => (degrees === null ? '' : String(degrees))),
    ...[record.requestor_name, record.phone, record.email, record.address],
    ...[record.description, record.staff_notes, record.staff_name],
  ];
}

/** Only days of 23 and 25 hours need the rules of the zone. */
function localTime(calendar: Calendar, timeZone: string, instant: number): string {
  if (instant === sentinel) return '1900/01/01 00:00:00';
  const day = dayOf(calendar, instant);
  const midnight = calendar.midnights[day]!;
  const isUsual = calendar.midnights[day + 1]! - midnight === dayMs;
  const wall = isUsual ? instant - midnight : wallClock(new TZDate(instant, timeZone));
  const date = (calendar.dates[day] ?? '').replaceAll('-', '/');
  return `${date} ${new Date(wall).toISOString().slice(11, 19)}`;
}

function wallClock(time: TZDate): number {
  return Date.UTC(1970, 0, 1, time.getHours(), time.getMinutes(), time.getSeconds());
}
