/** Looks at a real export: what its columns are, how its times are written, and which values its lists need. */

import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { FilesSource, RawField } from '../../src/contract/sources.ts';
import { explainFailure } from '../sources/files/explain-failure.ts';
import { findDateFormats } from '../sources/files/find-date-formats.ts';
import { mapFields } from '../sources/files/map-fields.ts';
import { type OpenedFile, openFile } from '../sources/files/open-file.ts';
import { type ColumnLook, countValues, lookAtColumns, monthsOf, type ValueCount } from '../warehouse/look-at-file.ts';
import type { Delivery } from './find-delivery.ts';
import { isTimeField, type ProposedField } from './propose-fields.ts';

/** What a person may say where it cannot be found. */
export interface Declared {
  readonly encoding?: FilesSource['encoding'];
  readonly delimiter?: FilesSource['delimiter'];
  readonly dateFormat?: string | undefined;
}

export interface ExportColumns {
  readonly looks: readonly ColumnLook[];
  /** All names; those that are blank, or alike but for capital letters, are no column that can be chosen. */
  readonly header: readonly string[];
  /** Found or declared; absent for files that are not text. */
  readonly encoding: FilesSource['encoding'];
  readonly delimiter: FilesSource['delimiter'];
}

/** The columns of the largest file. Throws what reading a delivered file throws. */
export async function readColumns(
  delivery: Delivery,
  declared: Declared,
  connection: DuckDBConnection,
): Promise<ExportColumns> {
  return await withFile(
    delivery.largest,
    delivery,
    declared,
    connection,
    async ({ header, format, feed, encoding, delimiter }) => ({
      looks: await lookAtColumns(connection, format, header.filter(isAlone), feed),
      header,
      encoding: encoding ?? undefined,
      delimiter: delimiter ?? undefined,
    }),
  );
}

function isAlone(name: string, _index: number, header: readonly string[]): boolean {
  const fold = (one: string) => one.trim().toLowerCase();
  return fold(name) !== '' && header.filter((other) => fold(other) === fold(name)).length === 1;
}

/** How each time of the largest file is written: `iso` or a strptime pattern. Throws SOURCE_DATE_AMBIGUOUS. */
export async function readDateFormats(
  delivery: Delivery,
  declared: Declared,
  proposed: readonly ProposedField[],
  connection: DuckDBConnection,
): Promise<Map<RawField, string>> {
  const times = proposed.filter(({ field }) => isTimeField(field));
  const fields = Object.fromEntries(times.map(({ field, column }) => [field, column]));
  return await withFile(
    delivery.largest,
    delivery,
    declared,
    connection,
    async ({ header, headerPlace, format, feed }) => {
      const mapped = mapFields(headerPlace, header, { fields, date_format: declared.dateFormat });
      const found = await findDateFormats(delivery.largest, format, mapped, connection, feed);
      return new Map(found.map(({ field, dateFormat }) => [field, dateFormat]));
    },
  );
}

export interface ExportValues {
  readonly recordCount: number;
  /** Services first, departments second where the export has them. */
  readonly services: readonly ValueCount[];
  readonly statuses: readonly ValueCount[];
  readonly channels: readonly ValueCount[];
  readonly areas: readonly ValueCount[];
  /** The months of each file. */
  readonly months: ReadonlyMap<string, readonly string[]>;
}

/** Of all files: the values of the columns that lists are made of, and of no other. */
export async function readValues(
  delivery: Delivery,
  declared: Declared,
  proposed: readonly ProposedField[],
  requestedFormat: string,
  connection: DuckDBConnection,
): Promise<ExportValues> {
  const columns = (...fields: RawField[]) =>
    fields.flatMap((field) => proposed.find((one) => one.field === field)?.column ?? []);
  const groups = [columns('service', 'department'), columns('status', 'closure'), columns('channel'), columns('area')];
  const counted: ValueCount[][] = groups.map(() => []);
  const months = new Map<string, readonly string[]>();
  const [requested = ''] = columns('requested_at');
  for (const name of delivery.files) {
    await withFile(name, delivery, declared, connection, async ({ format, header, feed }) => {
      for (const [at, group] of groups.entries()) {
        if (group.length === 0 || group.some((column) => !header.includes(column))) continue;
        counted[at]?.push(...(await countValues(connection, format, group, feed)));
      }
      if (!header.includes(requested)) return;
      months.set(name, await monthsOf(connection, format, requested, requestedFormat, feed));
    });
  }
  const [services = [], statuses = [], channels = [], areas = []] = counted;
  const recordCount = services.reduce((sum, { records }) => sum + records, 0);
  return { recordCount, services, statuses: columns('status').length > 0 ? statuses : [], channels, areas, months };
}

async function withFile<Result>(
  name: string,
  { folder }: Delivery,
  { encoding, delimiter }: Declared,
  connection: DuckDBConnection,
  read: (file: OpenedFile) => Promise<Result>,
): Promise<Result> {
  const whole = path.join(folder, name);
  const file = await openFile(whole, { encoding, delimiter, fields: {} }, connection);
  try {
    return await read(file);
  } catch (cause) {
    throw explainFailure(whole, file.lineCount, cause);
  } finally {
    await file.close();
  }
}
