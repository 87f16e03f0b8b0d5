/** Which column is which: by names in both languages, and never against what the column holds. */

import { expect, test } from 'vitest';
import { chooseColumns } from '../../../scripts/new-city/choose-columns.ts';
import { proposeFields } from '../../../scripts/new-city/propose-fields.ts';
import { OperatorError } from '../../../scripts/support/operator-error.ts';
import type { ColumnLook } from '../../../scripts/warehouse/look-at-file.ts';
import { dates, degrees, freeText, ids, look, someDates } from './column-look.ts';

function fieldsOf(looks: readonly ColumnLook[]): Record<string, string> {
  return Object.fromEntries(proposeFields(looks).fields.map(({ field, column }) => [field, column]));
}

test('an English export is mapped by the names of its columns', () => {
  const looks = [
    look('Case ID', ids),
    look('Date Opened', dates),
    look('ClosedDate', someDates),
    look('SLA Due Date', someDates),
    look('Last Modified', dates),
    look('Case Status', { distinctCount: 4 }),
    look('Closure Reason'),
    look('SR Type', { distinctCount: 140 }),
    look('Responsible Department'),
    look('Method Received'),
    look('Ward #'),
    look('Long', degrees(-80, -79)),
    look('Lat', degrees(43, 44)),
  ];
  expect(fieldsOf(looks)).toEqual({
    ...{ id: 'Case ID', requested_at: 'Date Opened', closed_at: 'ClosedDate', due_at: 'SLA Due Date' },
    ...{ updated_at: 'Last Modified', status: 'Case Status', closure: 'Closure Reason', service: 'SR Type' },
    ...{ department: 'Responsible Department', channel: 'Method Received', area: 'Ward #' },
    ...{ longitude: 'Long', latitude: 'Lat' },
  });
});

test('a French export is mapped too, accents and articles and all', () => {
  const looks = [
    look('No. de la requête', ids),
    look('Date de création', dates),
    look('Date de fermeture', someDates),
    look('Échéance', someDates),
    look('Dernière modification', dates),
    look('Statut de la demande', { distinctCount: 4 }),
    look('Motif de fermeture'),
    look('Type de demande', { distinctCount: 140 }),
    look('Direction responsable'),
    look('Provenance'),
    look('Arrondissement'),
  ];
  expect(fieldsOf(looks)).toEqual({
    ...{ id: 'No. de la requête', requested_at: 'Date de création', closed_at: 'Date de fermeture' },
    ...{ due_at: 'Échéance', updated_at: 'Dernière modification', status: 'Statut de la demande' },
    ...{ closure: 'Motif de fermeture', service: 'Type de demande', department: 'Direction responsable' },
    ...{ channel: 'Provenance', area: 'Arrondissement' },
  });
});

test.each([
  ['free text is no closure reason', look('Closure reason', freeText), 'closure'],
  ['a date that is none is no closing', look('Closed'), 'closed_at'],
  ['what many records share is no id', look('Number', { distinctCount: 3 }), 'id'],
  ['metres are no longitude', look('X', degrees(600_000, 640_000)), 'longitude'],
  ['a date is no status', look('Status', dates), 'status'],
  ['an empty column is nothing', look('Department', { valueCount: 0, distinctCount: 0 }), 'department'],
] as const)('%s, whatever its name, and the reason is told', (_, column, field) => {
  const { fields, refused } = proposeFields([look('Opened', dates), column]);
  expect(fields.filter((one) => one.field === field)).toEqual([]);
  expect(refused).toContainEqual({ column: column.column, field, why: expect.stringMatching(/\w/) });
});

test.each(['Description', 'Service Comments', 'Requester Type', 'Street Name', 'Type of address', 'Courriel', 'Notes'])(
  'people, homes and their words are never proposed by a part of a name: %s',
  (name) => {
    expect(fieldsOf([look(name)])).toEqual({});
    expect(fieldsOf([look(name, ids)])).toEqual({});
  },
);

test('where no name tells, the usual words of a status and a channel do, as a guess', () => {
  const { fields } = proposeFields([
    look('Col7', { distinctCount: 3, statusWordCount: 990 }),
    look('Col8', { distinctCount: 3, channelWordCount: 800 }),
  ]);
  expect(fields.map(({ field, column, confidence }) => [field, column, confidence])).toEqual([
    ['status', 'Col7', 'guess'],
    ['channel', 'Col8', 'guess'],
  ]);
});

test('a whole name comes before a part of one, and the others that would do are told', () => {
  const [area] = proposeFields([look('Police District'), look('Ward'), look('Neighbourhood')]).fields;
  expect(area).toMatchObject({ field: 'area', column: 'Ward', alternatives: ['Neighbourhood', 'Police District'] });
});

test('a column is one field only', () => {
  const { fields } = proposeFields([look('Type'), look('Category'), look('Created', dates), look('Opened', dates)]);
  expect(fields.map(({ column }) => column)).toEqual(['Created', 'Type']);
});

const columns = ['Opened', 'Kind of call', 'Ward'];
const proposed = proposeFields([look('Opened', dates), look('Kind of call'), look('Ward')]).fields;

test('a person’s word counts before the proposal, and may leave a field out', () => {
  const chosen = chooseColumns(proposed, 'service=kind of call; area=', columns);
  expect(chosen.map(({ field, column, confidence }) => [field, column, confidence])).toEqual([
    ['requested_at', 'Opened', 'sure'],
    ['service', 'Kind of call', 'told'],
  ]);
});

test('every fault of the person’s word is told at once, with the nearest name', () => {
  const faults = (() => {
    try {
      chooseColumns(proposed, 'servise=Ward; area=Wart', columns);
    } catch (error) {
      if (error instanceof OperatorError) return error.faults.map(({ where, expected }) => `${where} | ${expected}`);
    }
    return [];
  })();
  expect(faults).toEqual([
    expect.stringMatching(/servise \| .*nearest: service/),
    expect.stringMatching(/area \| .*nearest: Ward/),
    expect.stringMatching(/service=…" \| one of Opened, Kind of call, Ward/),
  ]);
});
