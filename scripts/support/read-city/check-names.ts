/** Checks names that are published: one in each language of the city, and none that a spreadsheet would run. */

import type { Fault } from '../operator-error.ts';
import { showValue } from './schema-faults.ts';
import type { CheckedRow } from './check-list.ts';
import { listColumns, type ReadList } from './read-list.ts';
import { isRecord } from './schema-keys.ts';

/** A cell that begins so is a formula to a spreadsheet (OWASP, CSV injection, read 2026-11-01). */
const formulaStart = /^[=+\-@\t\r]/;

const namedColumn = /^(?:name_[a-z]+|owner)$/;

const ROWS_NAMED = 5;

export function nameFaults(rows: readonly CheckedRow[], languages: readonly string[]): Fault[] {
  return [
    ...languages.flatMap((language) => blankFault(rows, `name_${language}`)),
    ...rows.flatMap(({ cells, where }) =>
      Object.entries(cells)
        .filter(([column, value]) => namedColumn.test(column) && formulaStart.test(value))
        .map(([column, value]) => formulaFault(where(column), value)),
    ),
  ];
}

/** A column that nobody has filled in yet is one thing to do, however many rows it has. */
function blankFault(rows: readonly CheckedRow[], column: string): Fault[] {
  const [first, ...others] = rows.filter(({ cells }) => cells[column]?.trim() === '');
  if (first === undefined) return [];
  const named = others.slice(0, ROWS_NAMED).map(({ at }) => at);
  const more = `, and in ${others.length} more: ${named.join(', ')}${others.length > ROWS_NAMED ? ' …' : ''}`;
  const found = `a blank${others.length === 0 ? '' : more}`;
  return [{ where: first.where(column), found, expected: 'a name in each language of the city' }];
}

/** A column that the header lacks is one fault of the list, not one of every row. */
export function missingNameColumns(list: ReadList, languages: readonly string[]): Fault[] {
  const { all } = listColumns(list.name);
  return languages
    .map((language) => `name_${language}`)
    .filter((column) => list.present && all.includes(column) && !list.columns.includes(column))
    .map((column) => ({
      where: `${list.file}, line 1, column ${column}`,
      found: 'no such column',
      expected: 'a name in each language of the city',
    }));
}

/** The same for a text of `city.json`, which holds its languages as keys. */
export function localizedFaults(value: unknown, where: string, languages: readonly string[]): Fault[] {
  if (!isRecord(value)) return [];
  return [
    ...languages
      .filter((language) => value[language] === undefined)
      .map((language) => ({
        where: `${where}.${language}`,
        found: 'nothing',
        expected: 'a text in each language of the city',
      })),
    ...Object.entries(value)
      .filter((entry): entry is [string, string] => typeof entry[1] === 'string' && formulaStart.test(entry[1]))
      .map(([language, text]) => formulaFault(`${where}.${language}`, text)),
  ];
}

function formulaFault(where: string, value: string): Fault {
  return { where, found: showValue(value), expected: 'a name that does not begin with = + - @, a tab or a return' };
}
