/** A city from its export alone: proposed by options, checked, corrected in a text editor, run as a night. */

import { readdirSync, readFileSync } from 'node:fs';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readCity } from '../../scripts/support/read-city/read-city.ts';
import { markDelivered } from '../support/mark-delivered.ts';
import { workbookBytes } from '../support/workbook-bytes.ts';
import { makeDataFolder, runNight, startNight } from './run-night.ts';
import { smallCityRows, writeSmallCity } from './small-city.ts';

const secret = { PLAINVIEW_SECRET: 'a secret of forty characters, for a test' };
const noSecret = { PLAINVIEW_SECRET: '', PLAINVIEW_SECRET_FILE: '/dev/null' };

const newCity = (args: readonly string[]) => startNight(args, {}, 'scripts/new-city.ts').ended;
const checkConfig = (data: string, environment: Readonly<Record<string, string>> = secret) =>
  startNight(['--data', data], environment, 'scripts/check-config.ts').ended;

/** Everything below a folder, as one text. */
const textOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');

async function edit(file: string, change: (text: string) => string): Promise<void> {
  await writeFile(file, change(await readFile(file, 'utf8')));
}

/** The export of the small city, with a column of residents' words and a channel that is a name in the wrong column. */
async function makeExport(): Promise<{ readonly folder: string; readonly file: string }> {
  const { folder, remove } = await makeDataFolder();
  onTestFinished(remove);
  await writeSmallCity(join(folder, 'crm'));
  const file = join(folder, 'export.csv');
  const [header, ...rows] = (await readFile(join(folder, 'crm', 'city', 'crm', 'requests.csv'), 'utf8'))
    .trimEnd()
    .split('\r\n');
  const told = rows.map((row, index) => `${row},Mrs. Planted no. ${index} says please hurry`);
  told[7] = (told[7] ?? '').replace(/,(?:Phone|Web),/, ',Planted Person,');
  await writeFile(file, [`${header},description`, ...told, ''].join('\r\n'));
  await markDelivered(file);
  return { folder, file };
}

const describeSmall = (data: string, file: string) =>
  newCity([data, '--name', 'Smallville', '--languages', 'en', '--zone', 'America/Toronto', '--file', file]);

test('an export becomes a folder by options alone, the folder a night by one edit, and no word of a resident is kept', async () => {
  const { folder, file } = await makeExport();
  const data = join(folder, 'data');
  const made = await describeSmall(data, file);
  expect(made.exitCode, made.output).toBe(0);
  expect(made.output).toContain('Not read, and never stored: description');

  const city = await readCity(join(data, 'city'));
  const [source] = city.settings.sources;
  expect(source).toMatchObject({ pattern: 'export.csv', date_format: 'iso', delimiter: ',', encoding: 'utf-8' });
  expect(source?.kind === 'files' && source.fields).toEqual(
    Object.fromEntries(
      ['id', 'requested_at', 'closed_at', 'status', 'service', 'channel', 'area'].map((one) => [one, one]),
    ),
  );
  expect(city.lists.services.map(({ service_code, tier }) => [service_code, tier])).toEqual([
    ['pothole', 'C'],
    ['noise', 'C'],
    ['tree', 'C'],
  ]);
  expect(city.lists.statuses.map(({ status, outcome }) => [status, outcome])).toEqual([
    ['Closed', 'fulfilled'],
    ['Open', 'open'],
  ]);

  const undecided = await checkConfig(data);
  expect(undecided).toMatchObject({ exitCode: 2, output: expect.stringMatching(/^NO_RECORD_PUBLISHED /m) });
  await edit(join(data, 'city', 'services.csv'), (text) => text.replace('request,C,Pothole', 'request,A,Pothole'));
  const checked = await checkConfig(data);
  expect(checked.exitCode, checked.output).toBe(0);
  expect(checked.output).toContain('Nothing stops a night.');
  expect(checked.output).toMatch(/tier A {2}1 service, 210 requests \(records published\), 2024-01-01 to 2025-0/);
  expect(checked.output).toMatch(/tier C {2}2 services, 210 requests \(no record published\)/);
  expect(checked.output).toContain('and 1 further value under 5 records, not shown');
  expect(checked.output).toContain('Still to be filled in');
  expect(readdirSync(data)).toEqual(['city']);

  const night = await runNight(['--data', data, '--until', 'export'], secret);
  expect(night.exitCode, night.output).toBe(0);
  const outputs = [made, undecided, checked, night].map(({ output }) => output).join('\n');
  const written = ['city', 'releases'].map((name) => textOf(join(data, name)));
  expect([outputs, ...written].filter((text) => /planted/i.test(text))).toEqual([]);
}, 120_000);

describe('check-config', () => {
  let data: string;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    const made = await makeDataFolder();
    ({ folder: data, remove } = made);
    await writeSmallCity(data, { demo: false });
  });
  afterAll(() => remove());
  const inCity = (name: string) => join(data, 'city', name);

  test('says that nothing stops a night, and exits 0', async () => {
    const checked = await checkConfig(data);
    expect(checked.exitCode, checked.output).toBe(0);
    expect(checked.output).toContain(`source crm: ${smallCityRows} records`);
  });

  test('says that the secret is missing, beside all that it found', async () => {
    const checked = await checkConfig(data, noSecret);
    expect(checked).toMatchObject({ exitCode: 2, output: expect.stringMatching(/^SECRET_MISSING /m) });
    expect(checked.output).toContain('What would be published:');
  });

  test('prints what no list names as rows to paste, in the columns of the file, which mend it', async () => {
    const before = await Promise.all(['services.csv', 'statuses.csv'].map((name) => readFile(inCity(name), 'utf8')));
    await edit(inCity('services.csv'), (text) => text.replace(/^tree.*\n/m, ''));
    await edit(inCity('statuses.csv'), (text) => text.replace(/^.*Closed.*\n/m, ''));
    const { output } = await checkConfig(data);
    const [service] = /^tree,.*$/m.exec(output) ?? [];
    const [status] = /^crm,Closed,.*$/m.exec(output) ?? [];
    expect([service, status]).toEqual(['tree,roads,works,request,C,Tree,Tree', 'crm,Closed,,unmapped']);
    expect(output).toContain('105 requests of services that no list names');
    await appendFile(inCity('services.csv'), `${service}\n`);
    await appendFile(inCity('statuses.csv'), `${status}\n`);
    const mended = await checkConfig(data);
    expect(mended.exitCode, mended.output).toBe(0);
    expect(mended.output).not.toContain('to paste there');
    await edit(inCity('services.csv'), (text) => text.replace(/^tree.*\n/m, '').replaceAll(',', ';'));
    expect((await checkConfig(data)).output).toMatch(/^tree;roads;works;request;C;Tree;Tree$/m);
    await writeFile(inCity('services.csv'), before[0] ?? '');
    await writeFile(inCity('statuses.csv'), before[1] ?? '');
  });

  test('tells the faults of the lists and of the source at once', async () => {
    const settings = await readFile(inCity('city.json'), 'utf8');
    const services = await readFile(inCity('services.csv'), 'utf8');
    await writeFile(inCity('city.json'), settings.replace('"service":"service"', '"service":"servise"'));
    await writeFile(inCity('services.csv'), services.replace(',A,', ',D,'));
    const checked = await checkConfig(data);
    expect(checked.exitCode).toBe(2);
    expect(checked.output).toMatch(/^CITY_FOLDER_INVALID /m);
    expect(checked.output).toMatch(/^CRM_FIELD_MISSING [\s\S]*nearest: service/m);
    expect(checked.output).toContain(`npm run check-config -- --data ${data}`);
    await writeFile(inCity('services.csv'), services);
    expect(await checkConfig(data)).toMatchObject({ exitCode: 3 });
    await writeFile(inCity('city.json'), settings);
  });
});

test('what cannot be found in an export is asked for by the option that answers it, and nothing is written', async () => {
  const { folder, remove } = await makeDataFolder();
  onTestFinished(remove);
  const write = async (name: string, text: string | Buffer) => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const rows = Array.from({ length: 9 }, (_, day) => `0${day + 1}/02/2026,Pothole`).join('\n');
  const cases = [
    [await write('dates.csv', `Opened,Type\n${rows}\n`), /^SOURCE_DATE_AMBIGUOUS [\s\S]*--date-format/m, 3],
    [await write('columns.csv', 'Quand;Quoi\n2026-01-01;Arbre\n'), /^NEW_CITY_COLUMNS_INVALID [\s\S]*Quand, Quoi/m, 2],
    [await write('old.csv', Buffer.from('Opened,Type\n2026-01-01,Fermé\n', 'latin1')), /--encoding windows-1252/, 3],
  ] as const;
  for (const [at, [file, says, exitCode]] of cases.entries()) {
    const data = join(folder, `city-${at}`);
    const made = await describeSmall(data, file);
    expect(made).toMatchObject({ exitCode, output: expect.stringMatching(says) });
    expect(readdirSync(folder)).not.toContain(`city-${at}`);
  }
  const data = join(folder, 'told');
  await mkdir(data);
  const told = await newCity([
    ...[data, '--name', 'Havre', '--languages', 'fr', '--zone', 'America/Toronto', '--file', cases[1][0]],
    ...['--columns', 'requested_at=Quand; service=quoi'],
  ]);
  expect(told.exitCode, told.output).toBe(0);
  expect((await readCity(join(data, 'city'))).lists.services).toMatchObject([{ name_fr: 'Arbre', name_en: '' }]);
}, 60_000);

test('a city of two languages: blanks are one fault a list, and names of places are proposed and shown to be looked at', async () => {
  const { folder, file } = await makeExport();
  const data = join(folder, 'data');
  const two = ['--name', 'Smallville', '--languages', 'en,fr', '--zone', 'America/Toronto', '--file', file];
  const made = await newCity([data, ...two, '--holidays', 'quebec']);
  expect(made.output).toMatch(
    /public holidays of Québec, 2024 to \d{4}, in holidays\.csv: offices often close on more days/,
  );
  const holidays = await readFile(join(data, 'city', 'holidays.csv'), 'utf8');
  expect(holidays).toMatch(/^holiday_on,name_en,name_fr\n[\s\S]*^2024-06-24,National Holiday,Fête nationale$/m);
  const looked = '2 areas with one name in both languages';
  expect(made.output).toContain(`areas.geojson: ${looked}`);
  const blank = await checkConfig(data);
  expect(blank.output).toMatch(
    /services\.csv, line 2, column name_fr\n +found +a blank, and in 2 more: line 3, line 4\n/,
  );
  expect(blank.output).not.toContain('areas.geojson');
  for (const name of ['services.csv', 'service_groups.csv', 'departments.csv', 'channels.csv']) {
    await edit(join(data, 'city', name), (text) => text.replaceAll(/(\w+),,(\w+)$/gm, '$1,$1,$2'));
  }
  expect((await checkConfig(data)).output).toContain(`areas.geojson: ${looked}`);
}, 60_000);

test('an Excel workbook is an export too, its title above the names of the columns', async () => {
  const { folder, file } = await makeExport();
  const rows = (await readFile(file, 'utf8'))
    .trimEnd()
    .split('\r\n')
    .map((row) => row.split(','));
  const cells = rows.map((row) => row.map((cell) => (/^\d{4}-.*T/.test(cell) ? new Date(`${cell}Z`) : cell || null)));
  const workbook = join(folder, 'export.xlsx');
  await writeFile(workbook, workbookBytes({ Report: [['Service requests of Smallville'], [], ...cells] }));
  const data = join(folder, 'data');
  const made = await describeSmall(data, workbook);
  expect(made.exitCode, made.output).toBe(0);
  const [source] = JSON.parse(await readFile(join(data, 'city', 'city.json'), 'utf8')).sources;
  expect(source).toMatchObject({
    pattern: 'export.xlsx',
    date_format: 'iso',
    fields: { requested_at: 'requested_at' },
  });
  expect(source).not.toHaveProperty('delimiter');
  expect(source).not.toHaveProperty('encoding');
  expect(made.output).toMatch(/420 records in 1 file/);
  expect(made.output).not.toContain('Planted');
}, 60_000);

test('of an export without a status, what has a closing is done and the rest is open', async () => {
  const { folder, file } = await makeExport();
  const data = join(folder, 'data');
  const made = await newCity([
    ...[data, '--name', 'Smallville', '--languages', 'en', '--zone', 'America/Toronto', '--file', file],
    ...['--columns', 'status='],
  ]);
  expect(made.output).toContain('No status: a request is open until it has a closing');
  await edit(join(data, 'city', 'services.csv'), (text) => text.replaceAll('request,C,', 'request,A,'));
  const checked = await checkConfig(data);
  expect(checked.exitCode, checked.output).toBe(0);
  expect(checked.output).toMatch(/373 {2}fulfilled/);
  expect(checked.output).toMatch(/47 {2}open/);
}, 60_000);
