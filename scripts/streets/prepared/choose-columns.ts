/** Which column of an export is which field: as a person says, or else by its name. */

import { nearestName } from '../../support/nearest-name.ts';
import { OperatorError, type Fault } from '../../support/operator-error.ts';
import { columnNames, squash, streetFields, type StreetField } from './column-names.ts';
import { oneOf } from '../../support/read-city/schema-faults.ts';

export type ChosenColumns = Readonly<Partial<Record<StreetField, string>>>;

export interface ColumnChoice {
  readonly columns: ChosenColumns;
  /** Columns that may be a field that none was surely found for. */
  readonly nearest: ChosenColumns;
}

/**
 * `told` is `name=FULLNAME,left_from=…`; nothing after `=` leaves a field out. Without a name nothing can be found again.
 * Throws STREETS_FIELDS_INVALID with every fault.
 */
export function chooseColumns(columns: readonly string[], told: string): ColumnChoice {
  const chosen: Partial<Record<StreetField, string>> = byName(columns);
  const leftOut = new Set<StreetField>();
  const faults: Fault[] = [];
  for (const choice of told.split(',').filter((text) => text.trim() !== '')) {
    const [name = '', wanted = ''] = choice.split('=').map((text) => text.trim());
    const field = streetFields.find((known) => known === name);
    const column = columns.find((known) => known.toLowerCase() === wanted.toLowerCase());
    if (field === undefined) faults.push(fault(name, 'no such field', oneOf(name, streetFields)));
    else if (wanted === '') {
      delete chosen[field];
      leftOut.add(field);
    } else if (column === undefined) faults.push(fault(name, wanted, oneOf(wanted, columns)));
    else chosen[field] = column;
  }
  if (chosen.name === undefined && chosen.name_base === undefined)
    faults.push(fault('name', 'no column that is surely it', oneOf('fullname', columns)));
  if (faults.length > 0) throw invalid(faults);
  return { columns: chosen, nearest: nearestColumns(columns, chosen, leftOut) };
}

/** A whole name beats its parts, unless its column is rather the base of them: `STREETNAME` beside `STREETTYPE`. */
function byName(columns: readonly string[]): Partial<Record<StreetField, string>> {
  const find = (field: StreetField) => {
    const names = columnNames[field];
    const ranked = columns.filter((column) => names.includes(squash(column)));
    return ranked.sort((one, other) => names.indexOf(squash(one)) - names.indexOf(squash(other)))[0];
  };
  const found = Object.fromEntries(streetFields.map((field) => [field, find(field)])) as Partial<
    Record<StreetField, string>
  >;
  const { name, name_base, name_type } = found;
  if (name !== undefined && (name !== name_base || name_type === undefined))
    for (const part of ['name_prefix', 'name_base', 'name_type', 'name_suffix'] as const) delete found[part];
  else delete found.name;
  return dropEmpty(found);
}

/** Among the columns that are nothing else by their name. */
function nearestColumns(
  columns: readonly string[],
  chosen: ChosenColumns,
  leftOut: ReadonlySet<StreetField>,
): ChosenColumns {
  const known = new Set(Object.values(columnNames).flat());
  const free = new Map(columns.map((column) => [squash(column), column] as const).filter(([name]) => !known.has(name)));
  const open = streetFields.filter((field) => !chosen[field] && !leftOut.has(field) && !field.startsWith('name'));
  const near = open.map((field) => {
    const names = columnNames[field].flatMap((name) => nearestName(name, [...free.keys()]) ?? []);
    return [field, free.get(names[0] ?? '')] as const;
  });
  return dropEmpty(Object.fromEntries(near));
}

function dropEmpty<Value extends object>(record: Value): Value {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Value;
}

function fault(field: string, found: string, expected: string): Fault {
  return { where: `--fields ${field}=…`, found, expected };
}

function invalid(faults: readonly Fault[]): OperatorError {
  return new OperatorError('STREETS_FIELDS_INVALID', {
    exit: 'configuration',
    message: 'It is not certain which column of the export of the streets is which.',
    faults,
    remedy: 'Say so: --fields name=FULLNAME,left_from=L_F_ADD   (nothing after = leaves a field out)',
  });
}
