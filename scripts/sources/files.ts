/** A file drop: delimited text that the city's CRM exports into a folder every night. */

import { glob } from 'node:fs/promises';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type City, type FilesSource, type RawField, rawFields, requiredRawFields } from '../../src/contract/city.ts';
import { nearestName } from '../support/nearest-name.ts';
import { type Fault, OperatorError } from '../support/operator-error.ts';
import { type Environment, resolveSourceFolder } from '../support/read-city/resolve-source-folder.ts';
import { type CsvField, csvQuery, readHeader } from '../warehouse/csv-query.ts';
import type { Page, Source } from './source.ts';

const timeFields: readonly RawField[] = ['requested_at', 'closed_at', 'first_closed_at', 'due_at', 'updated_at'];

/** Each file is one page, in the order of names. Throws SOURCE_FILE_MISSING, CRM_FIELD_MISSING, CRM_FIELD_AMBIGUOUS. */
export function filesSource(
  settings: FilesSource,
  city: City,
  connection: DuckDBConnection,
  environment: Environment = process.env,
): Source {
  const fields = new Set(Object.keys(settings.fields) as RawField[]);
  return {
    id: settings.id,
    fields,
    delivery: settings.delivery,
    async discover() {
      const [file] = await findFiles(settings, city, environment);
      return { types: [], statuses: [], fields: file ? await readHeader(connection, file, settings) : [] };
    },
    async *changes() {
      for (const file of await findFiles(settings, city, environment)) yield await pageOf(file, settings, connection);
    },
    deletes: () => Promise.resolve('unsupported'),
    /** A file drop has no other list of ids than its records. */
    async *listIds() {},
    completeUntil: () => (settings.as_of === undefined ? null : new Date(settings.as_of)),
  };
}

async function findFiles(settings: FilesSource, city: City, environment: Environment): Promise<string[]> {
  const folder = resolveSourceFolder(settings.folder, city.folder, environment);
  const names: string[] = [];
  for await (const name of glob(settings.pattern, { cwd: folder })) names.push(name);
  if (names.length === 0) {
    throw new OperatorError('SOURCE_FILE_MISSING', {
      exit: 'source',
      message: 'The CRM has delivered no file.',
      faults: [{ where: path.join(folder, settings.pattern), found: 'no file', expected: 'at least one' }],
      remedy: 'Check that the scheduled export still writes there, then: npm run nightly',
    });
  }
  return names.sort().map((name) => path.join(folder, name));
}

async function pageOf(file: string, settings: FilesSource, connection: DuckDBConnection): Promise<Page> {
  let header: string[];
  try {
    header = await readHeader(connection, file, settings);
  } catch (cause) {
    throw unreadable(file, settings, cause);
  }
  const fields = mapFields(file, header, settings);
  return {
    records: { name: path.basename(file), query: csvQuery(file, settings, fields) },
    cursor: path.basename(file),
    serverDate: null,
  };
}

/** The database's own message may quote a row, and a row may hold a resident's words: it is not repeated. */
function unreadable(file: string, { encoding, delimiter }: FilesSource, cause: unknown): OperatorError {
  return new OperatorError('SOURCE_FILE_UNREADABLE', {
    exit: 'source',
    message: 'A delivered file cannot be read as it is declared.',
    faults: [{ where: file, expected: `${encoding} text with ${JSON.stringify(delimiter)} between columns` }],
    remedy: 'Compare the file with encoding and delimiter in city.json, then: npm run nightly',
    cause: cause instanceof Error ? cause.name : undefined,
  });
}

/** Columns map by name without regard to case. A required one that is missing refuses the file whole. */
function mapFields(file: string, header: readonly string[], settings: FilesSource): CsvField[] {
  const faults: Fault[] = [];
  const mapped: CsvField[] = [];
  for (const field of rawFields) {
    const spec = settings.fields[field];
    if (spec === undefined) continue;
    const wanted = typeof spec === 'string' ? spec : spec.column;
    const format = (typeof spec === 'string' ? undefined : spec.date_format) ?? settings.date_format;
    const found = header.filter((name) => name.trim().toLowerCase() === wanted.trim().toLowerCase());
    const [column] = found;
    if (column === undefined || found.length > 1) {
      faults.push(columnFault(file, field, wanted, found, header));
    } else {
      mapped.push({ field, column, dateFormat: timeFields.includes(field) ? format : 'iso' });
    }
  }
  if (faults.length === 0) return mapped;
  throw new OperatorError('CRM_FIELD_MISSING', {
    exit: 'source',
    message: 'A delivered file has lost, or doubled, a column that the city maps.',
    faults,
    remedy: `Correct sources, fields in city.json, then: npm run nightly. Required: ${requiredRawFields.join(', ')}.`,
  });
}

function columnFault(
  file: string,
  field: RawField,
  wanted: string,
  found: readonly string[],
  header: readonly string[],
): Fault {
  if (found.length > 1) {
    return { where: `${file}, line 1`, found: found.join(', '), expected: `one column named ${wanted} (${field})` };
  }
  const near = nearestName(wanted, header);
  return {
    where: `${file}, line 1`,
    found: `no column ${wanted}${near === undefined ? '' : ` (nearest: ${near})`}`,
    expected: `${wanted}, used as ${field}`,
  };
}
