/** Checks the lists of a city against each other: every code that is used is one that is listed. */

import type { CityListName } from '../../../src/contract/city.ts';
import type { Fault } from '../operator-error.ts';
import type { ReadList } from './read-list.ts';
import { oneOf, showValue } from './schema-faults.ts';

export type ReadLists = { readonly [Name in CityListName]: ReadList };

export function referenceFaults(lists: ReadLists, sourceIds: readonly string[]): Fault[] {
  const codes = (name: CityListName, column: string) => lists[name].rows.map((row) => row.cells[column] ?? '');
  return [
    ...unknownCodes(lists.services, 'service_group', codes('service_groups', 'service_group')),
    ...unknownCodes(lists.services, 'department', codes('departments', 'department')),
    ...unknownCodes(lists.targets, 'service_code', codes('services', 'service_code')),
    ...unknownCodes(lists.statuses, 'source', sourceIds.length > 0 ? ['*', ...sourceIds] : []),
    ...eventOrderFaults(lists.events),
  ];
}

/** Where the list referred to could not be read there is nothing to compare with: its own fault says so. */
function unknownCodes(list: ReadList, column: string, known: readonly string[]): Fault[] {
  if (known.length === 0) return [];
  return list.rows
    .filter((row) => row.cells[column] && !known.includes(row.cells[column]))
    .map((row) => ({
      where: row.where(column),
      found: showValue(row.cells[column]),
      expected: oneOf(row.cells[column] ?? '', known),
    }));
}

function eventOrderFaults(events: ReadList): Fault[] {
  return events.rows
    .filter(({ cells }) => (cells['starts_on'] ?? '') > (cells['ends_on'] ?? '') && cells['ends_on'] !== '')
    .map((row) => ({
      where: row.where('ends_on'),
      found: showValue(row.cells['ends_on']),
      expected: `a day on or after starts_on, ${row.cells['starts_on']}`,
    }));
}
