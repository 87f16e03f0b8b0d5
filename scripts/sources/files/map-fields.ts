/** Which column of a delivered file each allow-listed field is read from. */

import {
  type FieldSpec,
  type FilesSource,
  type RawField,
  rawFields,
  requiredRawFields,
} from '../../../src/contract/sources.ts';
import { nearestName } from '../../support/nearest-name.ts';
import { type Fault, OperatorError } from '../../support/operator-error.ts';
import { foldName } from './find-header.ts';

export interface MappedField {
  readonly field: RawField;
  /** As written in the file. */
  readonly column: string;
  /** `iso` for ISO 8601 or no time at all; a strptime pattern; undefined for a time whose pattern is to be found. */
  readonly dateFormat: string | undefined;
}

/** The column that a field is mapped to. */
export function columnOf(spec: FieldSpec): string {
  return typeof spec === 'string' ? spec : spec.column;
}

const timeFields: readonly RawField[] = [
  'requested_at',
  'closed_at',
  'first_closed_at',
  'first_reopened_at',
  'due_at',
  'updated_at',
];

/** `place` is where the names stand, for errors. Throws CRM_FIELD_MISSING or SOURCE_COLUMNS_ALIKE, refusing the file. */
export function mapFields(
  place: string,
  header: readonly string[],
  settings: Pick<FilesSource, 'fields' | 'date_format'>,
): MappedField[] {
  const missing: Fault[] = [];
  const alike: Fault[] = [];
  const mapped: MappedField[] = [];
  for (const field of rawFields) {
    const spec = settings.fields[field];
    if (spec === undefined) continue;
    const wanted = columnOf(spec);
    const format = (typeof spec === 'string' ? undefined : spec.date_format) ?? settings.date_format;
    const found = header.filter((name) => foldName(name) === foldName(wanted));
    const [column] = found;
    if (column === undefined) missing.push(missingFault(place, field, wanted, header));
    else if (found.length > 1) alike.push(alikeFault(place, field, wanted, found));
    else mapped.push({ field, column, dateFormat: timeFields.includes(field) ? format : 'iso' });
  }
  if (alike.length > 0) throw columnsAlike(alike);
  if (missing.length > 0) throw fieldsMissing(missing);
  return mapped;
}

function fieldsMissing(faults: readonly Fault[]): OperatorError {
  return new OperatorError('CRM_FIELD_MISSING', {
    exit: 'source',
    message: 'A delivered file has lost a column that the city maps.',
    faults,
    remedy: `Correct fields in city.json (required: ${requiredRawFields.join(', ')}), then: npm run nightly`,
  });
}

function columnsAlike(faults: readonly Fault[]): OperatorError {
  return new OperatorError('SOURCE_COLUMNS_ALIKE', {
    exit: 'source',
    message: 'Two columns of a delivered file have the same name, but for capital letters.',
    faults,
    remedy: 'Rename one of them in the export of the CRM, then: npm run nightly',
  });
}

function missingFault(place: string, field: RawField, wanted: string, header: readonly string[]): Fault {
  const near = nearestName(wanted, header);
  return {
    where: place,
    found: `no column ${wanted}${near === undefined ? '' : ` (nearest: ${near})`}`,
    expected: `${wanted}, used as ${field}`,
  };
}

function alikeFault(place: string, field: RawField, wanted: string, found: readonly string[]): Fault {
  return {
    where: place,
    found: found.join(', '),
    expected: `one column named ${wanted}, used as ${field}`,
  };
}
