/** What is proposed of the values of an export: lists, codes, outcomes. */

import { expect, test } from 'vitest';
import { joinMatches, splitMatches } from '../../../src/contract/city.ts';
import { makeCodes, slugOf } from '../../../scripts/new-city/make-codes.ts';
import { proposeLists } from '../../../scripts/new-city/propose-lists.ts';
import { proposeStatuses } from '../../../scripts/new-city/propose-outcomes.ts';
import { sharedMonths } from '../../../scripts/new-city/write-folder.ts';

const counted = (...rows: (readonly [...(string | null)[], number])[]) =>
  rows.map((row) => ({ values: row.slice(0, -1) as (string | null)[], records: row.at(-1) as number }));

const city = { languages: ['fr', 'en'], name: { fr: 'Havre', en: 'Harbour' } } as const;
const nothing = { services: [], channels: [], areas: [] };

test('a code is made of the words, in ASCII, and never one that means something else', () => {
  expect(slugOf('Éclairage – rue & œuvre')).toBe('eclairage_rue_oeuvre');
  expect(slugOf('除雪', 'service')).toBe('service');
  expect(slugOf('Unknown', 'channel')).toBe('unknown_channel');
  expect(slugOf('a'.repeat(200)).length).toBe(60);
});

test('codes are unique, not taken, and no code is what another row matches', () => {
  const codes = makeCodes(['Tree (street)', 'tree_street', 'Tree street'], 'service', ['tree_street_2']);
  expect([...codes.values()]).toEqual(['tree_street_3', 'tree_street', 'tree_street_4']);
});

test('every service is listed in tier C, most asked for first, spellings taken together', () => {
  const services = counted(['Arbre', 'TP', 3], ['NID', 'TP', 9], ['nid', 'TP', 20], ['Bruit', null, 1]);
  const lists = proposeLists({ ...nothing, services }, city, '');
  expect(lists.services).toEqual([
    expect.objectContaining({ service_code: 'nid', tier: 'C', name_fr: 'nid', name_en: '', matches: 'nid', department: 'tp' }),
    expect.objectContaining({ service_code: 'arbre', tier: 'C', department: 'tp' }),
    expect.objectContaining({ service_code: 'bruit', tier: 'C', department: 'city', service_group: 'services' }),
  ]); // prettier-ignore
  expect(lists.service_groups.map(({ name_en }) => name_en)).toEqual(['', 'Other services']);
  expect(proposeLists({ ...nothing, services: counted(['Arbre', 3]) }, city, '').service_groups).toEqual([
    { service_group: 'services', name_fr: 'Tous les services', name_en: 'All services' },
  ]);
  expect(lists.departments.at(-1)).toEqual({ department: 'city', name_fr: 'Havre', name_en: 'Harbour', matches: '' });
});

test('a value that looks like a person’s, or that few records hold, is in no list', () => {
  const services = counted(['anna@example.org', 900], ['Call 416 555 0199', 900], ['Tree', 900]);
  const channels = counted(['Phone', 900], ['Anna Smith', 4]);
  const lists = proposeLists({ services, channels, areas: counted(['Ward 1', 7], ['12 Elm St', 2]) }, city, 'ward');
  expect(lists.services.map(({ matches }) => matches)).toEqual(['Tree']);
  expect(lists.channels.map(({ matches }) => matches)).toEqual(['Phone']);
  expect(lists.areas.map(({ matches }) => matches)).toEqual(['Ward 1']);
});

test('areas are put in order and together; a number gets the word of its column; no place is no area', () => {
  const areas = counted(['10', 50], ['2', 90], ['WARD12', 9], ['`WARD 12', 8], ['Unknown', 99], ['0', 99]);
  const lists = proposeLists({ ...nothing, areas }, city, 'council_ward');
  expect(lists.areas.map(({ area_id, name_fr, matches }) => [area_id, name_fr, matches])).toEqual([
    ['ward-2', 'Quartier 2', '2'],
    ['ward-10', 'Quartier 10', '10'],
    ['ward-12', 'Ward12', 'WARD12|`WARD 12'],
  ]);
});

test('what every city names alike is named in both languages, and a place by its own name', () => {
  const values = {
    ...nothing,
    channels: counted(['phone', 9], ['Fax', 8]),
    areas: counted(['WARD 3', 9], ['Old Mill', 9]),
  };
  const lists = proposeLists(values, city, 'ward');
  const namesOf = (rows: readonly Record<string, string>[]) => rows.map(({ name_en, name_fr }) => [name_en, name_fr]);
  expect(namesOf(lists.channels)).toEqual([
    ['Telephone', 'Téléphone'],
    ['', 'Fax'],
  ]);
  expect(namesOf(lists.areas)).toEqual([
    ['Old Mill', 'Old Mill'],
    ['Ward 3', 'Quartier 3'],
  ]);
});

test('a word that nearly all services end with is left out of their names, not of what they match', () => {
  const services = Array.from({ length: 12 }, (_, at) => ({
    values: [`Kind${at} ${at === 0 ? 'Call' : 'Case'}`],
    records: 9,
  }));
  const { services: rows } = proposeLists({ ...nothing, services }, city, '');
  expect(rows.slice(0, 2).map(({ service_code, name_fr, matches }) => [service_code, name_fr, matches])).toEqual([
    ['kind0_call', 'Kind0 Call', 'Kind0 Call'],
    ['kind1', 'Kind1', 'Kind1 Case'],
  ]);
});

test('many departments are grouped by what stands before the dash', () => {
  const services = Array.from({ length: 30 }, (_, at) => ({
    values: [`S${at}`, `${at % 2 ? 'ENG' : 'PARKS'} - Branch ${at}`],
    records: 10,
  }));
  const lists = proposeLists({ ...nothing, services }, city, '');
  expect(lists.service_groups.map(({ service_group }) => service_group).sort()).toEqual(['eng', 'parks']);
});

test('a bar inside a value is kept apart from the bars between values', () => {
  expect(splitMatches(joinMatches(['Tree|Branch', 'Leaf']))).toEqual(['Tree|Branch', 'Leaf']);
  expect(splitMatches('a|b')).toEqual(['a', 'b']);
});

test('an outcome is proposed only where the words leave no doubt', () => {
  const statuses = counted(
    ['In Progress', 9],
    ['Closed', 80],
    ['Fermée', 8],
    ['Duplicate', 7],
    ['Sent', 6],
    ['Odd', 2],
  );
  expect(proposeStatuses(statuses, false).map(({ status, closure, outcome }) => [status, closure, outcome])).toEqual([
    ['Closed', '*', 'fulfilled'],
    ['In Progress', '*', 'open'],
    ['Fermée', '*', 'fulfilled'],
    ['Duplicate', '*', 'duplicate'],
    ['Sent', '*', 'unmapped'],
  ]);
});

test('where there is a closure reason it decides, and closed alone means nothing yet', () => {
  const pairs = counted(
    ...([['Open', null, 30], ['Open', 'N/A', 9], ['Closed', null, 8], ['Closed', 'Completed', 50]] as const),
    ...([['Closed', 'Assigned to inspector', 20], ['Closed', 'Annulée', 6], ['Closed', 'said Anna', 1]] as const),
  ); // prettier-ignore
  expect(proposeStatuses(pairs, true).map(({ status, closure, outcome }) => [status, closure, outcome])).toEqual([
    ['Closed', 'Completed', 'fulfilled'],
    ['Closed', 'Assigned to inspector', 'unmapped'],
    ['Closed', 'Annulée', 'cancelled'],
    ['Closed', '', 'unmapped'],
    ['Open', '*', 'open'],
  ]);
});

test('months that several files hold are found', () => {
  const months = new Map([['a.csv', ['2013-01', '2013-02']], ['b.csv', ['2013-02', '2013-03']]]); // prettier-ignore
  expect(sharedMonths(months)).toEqual(['2013-02']);
});
