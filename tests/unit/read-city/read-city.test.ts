/** A city folder is read whole, and everything wrong with it is said in one go. */

import { describe, expect, test } from 'vitest';
import { OperatorError } from '../../../scripts/support/operator-error.ts';
import { readCity } from '../../../scripts/support/read-city/read-city.ts';
import { areas, settings, validFiles, writeCity } from './city-folder.ts';

const environment = { CRM_EXPORTS: '/srv/crm' };

/** `city.json, languages[1] | found | expected`, with the temporary folder cut away. */
async function faultsOf(changed: Record<string, string | Uint8Array | null>, env = environment): Promise<string[]> {
  const folder = await writeCity(changed);
  const error = await readCity(folder, { environment: env }).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error === null) return [];
  if (!(error instanceof OperatorError)) throw error;
  expect([error.code, error.exitCode]).toEqual(['CITY_FOLDER_INVALID', 2]);
  return error.faults.map((fault) =>
    [fault.where, fault.found, fault.expected].join(' | ').replaceAll(`${folder}/`, ''),
  );
}

function withSettings(change: (city: any) => void): { 'city.json': string } {
  const city = structuredClone(settings);
  change(city);
  return { 'city.json': JSON.stringify(city) };
}

const appended = (file: string, line: string) => ({ [file]: `${validFiles[file]}${line}\n` });

describe('a city folder without faults', () => {
  test('is read into settings, lists and areas', async () => {
    const folder = await writeCity();
    const city = await readCity(folder, { environment });
    expect(city.folder).toBe(folder);
    expect(city.settings.fulfilment_horizon_days).toBe(90);
    expect(city.lists.services.map((service) => service.name_en)).toEqual(['Potholes', 'Street lights, lamps']);
    expect(city.lists.targets[0]?.value).toBe(5);
    expect(city.lists.events).toEqual([]);
    expect(city.areas.features.map((area) => area.properties.population)).toEqual([{}, { '2021': 9000 }]);
  });

  test('may leave out optional lists and the names of a language it does not use', async () => {
    const english = withSettings((city) => (city.languages = ['en']));
    const files = {
      ...english,
      'targets.csv': null,
      'service_groups.csv': '\uFEFFservice_group,name_en\r\nroads,Roads\r\n',
    };
    expect(await faultsOf(files)).toEqual([]);
  });
});

describe('a list that a spreadsheet has saved', () => {
  const list = 'channel;name_en;name_fr;matches\r\nphone;"Phone; fax";Téléphone – été;a,b\r\n';
  const saved: Record<string, Uint8Array> = {
    'with semicolons': Buffer.from(list),
    'with semicolons and a mark at its beginning': Buffer.from(`\uFEFF${list}`),
    'in Windows-1252': Buffer.from(list.replace('–', '\u0096'), 'latin1'),
    'as "Unicode text"': Buffer.from(`\uFEFF${list.replaceAll(/;(?! )/g, '\t')}`, 'utf16le'),
  };

  test.each(Object.keys(saved))('%s is read for what it says', async (way) => {
    const folder = await writeCity({ 'channels.csv': saved[way] ?? null });
    const { lists } = await readCity(folder, { environment });
    expect(lists.channels).toEqual([
      { channel: 'phone', name_en: 'Phone; fax', name_fr: 'Téléphone – été', matches: 'a,b' },
    ]);
  });

  test('in an encoding that cannot be told is one fault', async () => {
    // Mac OS Roman: é is 0x8E, which Windows-1252 would read as Ž.
    const mac = Buffer.from('channel;name_en;name_fr\nphone;Phone;T\u008el\u008ephone\n', 'latin1');
    expect(await faultsOf({ 'channels.csv': mac })).toEqual([
      'channels.csv | bytes that are not UTF-8 | UTF-8 (in a spreadsheet: save as “CSV UTF-8”)',
    ]);
  });
});

describe('faults of city.json', () => {
  test('a misspelt key is one fault and names the right one', async () => {
    const faults = await faultsOf(
      withSettings((city) => {
        city.sources[0].fields.closedat = 'Closed';
        city.publishr = city.publisher;
        delete city.publisher;
      }),
    );
    expect(faults).toEqual([
      expect.stringMatching(
        /^city\.json, sources\[0\]\.fields\.closedat \| a key that is not known \| .*\(nearest: closed_at\)$/,
      ),
      expect.stringMatching(/^city\.json, publishr \| a key that is not known \| .*\(nearest: publisher\)$/),
    ]);
  });

  test('missing, mistyped and misspelt values are each named with what is expected', async () => {
    const faults = await faultsOf(
      withSettings((city) => {
        city.time_zone = 'America/Torono';
        city.fulfilment_horizon_days = '90';
        city.sources[0].encoding = 'utf8';
        city.sources[0].default_points = [[46.5, -179.25], [46.5]];
        city.sources[0].fields.service = { colum: 'Type' };
        delete city.expected_by;
      }),
    );
    expect(faults).toEqual([
      'city.json, sources[0].fields.service.colum | a key that is not known | one of column, date_format   (nearest: column)',
      'city.json, time_zone | America/Torono | an IANA zone such as America/Toronto   (nearest: America/Toronto)',
      'city.json, fulfilment_horizon_days | 90 | a number',
      'city.json, expected_by | nothing | a text',
      'city.json, sources[0].default_points[0][1] | -179.25 | a point in degrees, [longitude, latitude]: the longitude first',
      'city.json, sources[0].default_points[1] | [46.5] | a point in degrees, [longitude, latitude]: the longitude first',
      'city.json, sources[0].encoding | utf8 | one of utf-8, utf-16, windows-1252, latin-1   (nearest: utf-8)',
    ]);
  });

  test('what is expected is said in words, not in those of a library', async () => {
    const faults = await faultsOf(
      withSettings((city) => {
        city.time_zone = 'toronto';
        city.site.accent = 'blue';
        city.publisher.email = 'data office';
        city.licence.url = 'open licence';
        city.fulfilment_horizon_days = 400;
        city.expected_by = '6am';
        city.sources[0].as_of = '2026-11-01';
        city.sources[0].pattern = '';
        city.sources[0].clock_tolerance_seconds = 1.5;
      }),
    );
    expect(faults).toEqual([
      'city.json, time_zone | toronto | an IANA zone such as America/Toronto   (nearest: America/Toronto)',
      'city.json, site.accent | blue | a colour as #rrggbb, such as #1f4e79',
      'city.json, publisher.email | data office | an e-mail address',
      'city.json, licence.url | open licence | an address that begins with https://',
      'city.json, fulfilment_horizon_days | 400 | at most 365',
      'city.json, expected_by | 6am | a local time as HH:MM, such as 06:00',
      'city.json, sources[0].clock_tolerance_seconds | 1.5 | a whole number',
      'city.json, sources[0].pattern | a blank | at least 1 character',
      'city.json, sources[0].as_of | 2026-11-01 | an instant with its offset, such as 2026-11-01T05:00:00Z',
    ]);
  });

  test('every language, source and required field is checked beyond the shape', async () => {
    const faults = await faultsOf(
      withSettings((city) => {
        delete city.name.fr;
        city.licence.name.en = '=1+1';
        delete city.sources[0].fields.requested_at;
        city.sources.push({ id: 'crm', kind: 'demo' });
      }),
      {} as never,
    );
    expect(faults).toEqual([
      'city.json, name.fr | nothing | a text in each language of the city',
      'city.json, licence.name.en | =1+1 | a name that does not begin with = + - @, a tab or a return',
      'city.json, sources[1].id | crm | each once',
      'city.json, sources[0].fields.requested_at | nothing | the column of the file that holds it',
      'city.json, sources[0].folder | $CRM_EXPORTS, which is not set | a folder',
      'city.json, sources[1].kind | demo | a source of real records, or "demo": true for the city, which every page then says',
    ]);
  });

  test('a slip of the comma is named by line and column, where the comma is to be written', async () => {
    expect(await faultsOf({ 'city.json': '{\n  "id": "x",,\n}' })).toContainEqual(
      expect.stringMatching(/^city\.json, line 2, column 13 \| .* \| JSON that can be read$/),
    );
    expect(await faultsOf({ 'city.json': '{\n  "id": "x"' })).toContainEqual(
      expect.stringMatching(/^city\.json, line 2, column 12 \|/),
    );
    expect(await faultsOf({ 'city.json': '{\n  "id": "x"\n\n  "name": 1 }' })).toContain(
      'city.json, line 2, column 12 | no comma after this value | , or } here',
    );
    expect(await faultsOf({ 'city.json': '{\n  "id": [1, 2,\n  ]}' })).toContain(
      'city.json, line 2, column 14 | a comma too many | nothing before ]',
    );
    expect(await faultsOf({ 'city.json': '{\n  "id": "x",\n  "demo": yes }' })).toContain(
      "city.json, line 3, column 11 | Unexpected token 'y' | JSON that can be read",
    );
  });
});

describe('faults of the lists', () => {
  test('a header with unknown, repeated and missing columns is refused with the nearest names', async () => {
    const files = { 'channels.csv': 'channel,name_en,nom_fr,name_en\nphone,Phone,Téléphone,Phone\n' };
    expect(await faultsOf(files)).toEqual([
      'channels.csv, line 1, column nom_fr | a column that is not known | one of channel, name_en, name_fr, matches   (nearest: name_fr)',
      'channels.csv, line 1, column name_en | the same column twice | each column once',
      'channels.csv, line 1, column name_fr | no such column | a name in each language of the city',
    ]);
  });

  test('each bad cell is named by its line, its column and the nearest value', async () => {
    const service = '"Lost\nballs",roads,work,requst,D,Balls,,';
    expect(await faultsOf(appended('services.csv', service))).toEqual([
      'services.csv, line 4, column service_code | Lost\\nballs | a code: lower-case letters, digits, - and _, starting with a letter or digit',
      'services.csv, line 4, column kind | requst | one of request, complaint, application, comment, inquiry   (nearest: request)',
      'services.csv, line 4, column tier | D | a tier: A, B or C',
      'services.csv, line 4, column name_fr | a blank | a name in each language of the city',
      'services.csv, line 4, column department | work | one of works   (nearest: works)',
    ]);
  });

  test('lines are counted through quoted line breaks, and a row of the wrong length is one fault', async () => {
    const rows = 'mail,"Mail,\nletters",Courrier,\nfax,Fax\n';
    expect(await faultsOf(appended('channels.csv', rows.trimEnd()))).toEqual([
      expect.stringMatching(/^channels\.csv, line 5 \| 2 values \| 4, one for each column$/),
      'channels.csv, line 5, column name_fr | a blank | a name in each language of the city',
    ]);
  });

  test('the blanks of a column are one fault, with their number and the first of them', async () => {
    const rows = Array.from({ length: 9 }, (_, index) => `way-${index},Way ${index},,`).join('\n');
    const unnamed = structuredClone(areas) as any;
    for (const { properties } of unnamed.features) delete properties.name_fr;
    const files = { ...appended('channels.csv', rows), 'areas.geojson': JSON.stringify(unnamed) };
    expect(await faultsOf(files)).toEqual([
      'channels.csv, line 3, column name_fr | a blank, and in 8 more: line 4, line 5, line 6, line 7, line 8 … | a name in each language of the city',
      'areas.geojson, features[0].properties.name_fr | a blank, and in 1 more: features[1] | a name in each language of the city',
    ]);
  });

  test('codes, source values and dated rows appear once', async () => {
    expect(
      await faultsOf(appended('departments.csv', 'works,Works,Travaux,\nparks,Parks,Parcs,Trees|pw|WORKS')),
    ).toEqual([
      expect.stringMatching(
        /^departments\.csv, line 3, column department \| works \| each department once; it is at .*line 2/,
      ),
      expect.stringMatching(
        /^departments\.csv, line 4, column matches \| pw \| a value of the source in one row only; .*line 2/,
      ),
      expect.stringMatching(/^departments\.csv, line 4, column matches \| works \| .*line 2/),
    ]);
    expect(await faultsOf(appended('targets.csv', 'potholes,2024-01-01,9,days,Works'))).toEqual([
      expect.stringMatching(/^targets\.csv, line 3, column valid_from \| potholes, 2024-01-01 \| .*line 2/),
    ]);
    expect(
      await faultsOf({ 'holidays.csv': 'holiday_on,name_en,name_fr\n2026-07-01,Day,Jour\n2026-07-01,Day,Jour\n' }),
    ).toEqual([expect.stringMatching(/^holidays\.csv, line 3, column holiday_on \| 2026-07-01/)]);
  });

  test('references lead to codes that are listed, reserved codes and formulas are refused', async () => {
    const files = {
      ...appended('statuses.csv', 'crn,New,,open'),
      ...appended('targets.csv', 'pothole,2025-02-30,0,day,=cmd'),
      ...appended('channels.csv', 'unknown,@web,Web,'),
      'events.csv': 'event_id,kind,starts_on,ends_on,name_en,name_fr\nice,storm,2026-02-03,2026-02-01,Ice,Verglas\n',
    };
    const starts = (await faultsOf(files)).map((fault) => fault.split(' | ').slice(0, 2).join(' | '));
    expect(starts).toEqual([
      'channels.csv, line 3, column channel | unknown',
      'channels.csv, line 3, column name_en | @web',
      'targets.csv, line 3, column valid_from | 2025-02-30',
      'targets.csv, line 3, column value | 0',
      'targets.csv, line 3, column unit | day',
      'targets.csv, line 3, column owner | =cmd',
      'targets.csv, line 3, column service_code | pothole',
      'statuses.csv, line 4, column source | crn',
      'events.csv, line 2, column ends_on | 2026-02-01',
    ]);
  });

  test('a missing, misnamed or wrongly encoded list is named', async () => {
    const files = {
      'channels.csv': null,
      'target.csv': 'service_code\n',
      'departments.csv': Uint8Array.from([0x64, 0x8e, 0x0a]),
      'statuses.csv': 'source,status,closure,outcome\n*,"Closed,*,fulfilled\n',
    };
    expect(await faultsOf(files)).toEqual([
      expect.stringMatching(/^target\.csv \| a list that is not known \| .*\(nearest: targets\.csv\)$/),
      'departments.csv | bytes that are not UTF-8 | UTF-8 (in a spreadsheet: save as “CSV UTF-8”)',
      'channels.csv | no such file | a file that can be read',
      'statuses.csv, line 2 | a quote that is never closed | a closing quote',
    ]);
  });
});

describe('faults of the areas', () => {
  test('duplicates, missing names, metres and open rings are named by feature', async () => {
    const changed = structuredClone(areas) as any;
    changed.features[1].properties = {
      area_id: 'ward-1',
      name_en: 'Ward 2',
      matches: 'w1',
      valid_from: '2026-11-15',
      valid_to: '2022-11-15',
    };
    changed.features[1].geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [704000, 5150000],
          [704001, 5150000],
          [704001, 5150001],
          [704002, 5150002],
        ],
      ],
    };
    const faults = await faultsOf({ 'areas.geojson': JSON.stringify(changed) });
    expect(faults.map((fault) => fault.replace('areas.geojson, features[1].', ''))).toEqual([
      'geometry.coordinates[0] | ' +
        '[[704000,5150000],[704001,5150000],[704001,5150001],[704002,…' +
        ' | a ring that ends where it starts',
      expect.stringMatching(/^properties\.area_id \| ward-1 \| each area_id once/),
      expect.stringMatching(/^properties\.matches \| w1 \| /),
      'properties.name_fr | a blank | a name in each language of the city',
      'properties.valid_to | 2022-11-15 | a day on or after valid_from, 2026-11-15',
      'geometry.coordinates | 704000, 5150000 | longitude and latitude in degrees (WGS 84)',
    ]);
  });

  test('a redrawn ward may bear the word of the one before it, from the day after', async () => {
    const redrawn = (valid_from: string) => {
      const changed = structuredClone(areas) as any;
      changed.features[0].properties.valid_to = '2026-11-14';
      Object.assign(changed.features[1].properties, { matches: 'w1', valid_from });
      return { 'areas.geojson': JSON.stringify(changed) };
    };
    expect(await faultsOf(redrawn('2026-11-15'))).toEqual([]);
    expect(await faultsOf(redrawn('2026-11-14'))).toEqual([
      expect.stringMatching(/features\[1\]\.properties\.matches \| w1 \| a value of the source in one row only/),
    ]);
  });
});

test('a folder that is not there has its own code', async () => {
  await expect(readCity('/nowhere/city')).rejects.toMatchObject({ code: 'CITY_FOLDER_MISSING', exitCode: 2 });
});
