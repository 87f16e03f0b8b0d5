/** A person's own word on which column is which field, over what was proposed. */

import { type RawField, rawFields, requiredRawFields } from '../../src/contract/sources.ts';
import { type Fault, OperatorError } from '../support/operator-error.ts';
import type { ProposedField } from './propose-fields.ts';
import { oneOf } from '../support/read-city/schema-faults.ts';

/** `service=Call type; area=`: the column of a field, or none. Throws NEW_CITY_COLUMNS_INVALID with every fault. */
export function chooseColumns(
  proposed: readonly ProposedField[],
  choices: string,
  columns: readonly string[],
): ProposedField[] {
  const chosen = new Map(proposed.map((one) => [one.field, one]));
  const faults: Fault[] = [];
  for (const choice of choices.split(';').filter((text) => text.trim() !== '')) {
    const [field = '', ...rest] = choice.split('=').map((text) => text.trim());
    const fault = choose(chosen, field, rest.join('='), columns);
    if (fault) faults.push(fault);
  }
  faults.push(...missingFaults(chosen, columns));
  if (faults.length > 0) throw invalid(faults);
  return rawFields.flatMap((field) => chosen.get(field) ?? []);
}

function choose(
  chosen: Map<RawField, ProposedField>,
  name: string,
  wanted: string,
  columns: readonly string[],
): Fault | undefined {
  const field = rawFields.find((known) => known === name);
  if (field === undefined)
    return { where: `--columns, ${name}`, found: 'no such field', expected: oneOf(name, rawFields) };
  if (wanted === '') return void chosen.delete(field);
  const column = columns.find((known) => known.toLowerCase() === wanted.toLowerCase());
  if (column === undefined) return { where: `--columns, ${name}`, found: wanted, expected: oneOf(wanted, columns) };
  for (const [other, { column: taken }] of chosen) if (taken === column) chosen.delete(other);
  chosen.set(field, { field, column, confidence: 'told', alternatives: [] });
  return undefined;
}

function missingFaults(chosen: ReadonlyMap<RawField, ProposedField>, columns: readonly string[]): Fault[] {
  return requiredRawFields
    .filter((field) => !chosen.has(field))
    .map((field) => ({
      where: `--columns "${field}=…"`,
      found: 'no column that is surely it',
      expected: `one of ${columns.join(', ')}`,
    }));
}

function invalid(faults: readonly Fault[]): OperatorError {
  return new OperatorError('NEW_CITY_COLUMNS_INVALID', {
    exit: 'configuration',
    message: 'It is not certain which column of the export is which.',
    faults,
    remedy:
      'Say so: --columns "requested_at=Date opened; service=Type of request" (nothing after = leaves a field out)',
  });
}
