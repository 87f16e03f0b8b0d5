/** Bad input, one fault at a time: its own code and exit, what to do, nothing of the rows repeated, nothing lost. */

import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pull } from '../../scripts/sources/pull.ts';
import { dataFolders } from '../../scripts/support/data-folders.ts';
import { describeError, OperatorError } from '../../scripts/support/operator-error.ts';
import { readCity } from '../../scripts/support/read-city/read-city.ts';
import { findRuns } from '../../scripts/sources/runs.ts';
import { loadRaw } from '../../scripts/warehouse/load-raw.ts';
import { openWarehouse } from '../../scripts/warehouse/open-warehouse.ts';
import { type Row, readRows } from '../../scripts/warehouse/read-rows.ts';
import { markDelivered } from '../support/mark-delivered.ts';
import { workbookBytes, type SheetCell } from '../support/workbook-bytes.ts';
import { makeDataFolder } from './run-night.ts';
import { smallCityRows, writeSmallCity } from './small-city.ts';

let data: Awaited<ReturnType<typeof makeDataFolder>>;
let goodRaw: readonly string[];

const at = (...names: string[]) => join(data.folder, 'city', ...names);
const csv = () => at('crm', 'requests.csv');
const rawRuns = () => readdir(join(data.folder, 'raw', 'crm'));

beforeAll(async () => {
  data = await makeDataFolder();
  await writeSmallCity(data.folder);
  expect(await pullOnce()).toEqual({ exitCode: 0, output: '' });
  goodRaw = await rawRuns();
});

afterAll(() => data.remove());

/** The city folder read and its sources pulled, as the night does, with the error as the operator gets it. */
async function pullOnce(): Promise<{ readonly exitCode: number; readonly output: string }> {
  const folders = dataFolders(data.folder);
  const { connection, close } = await openWarehouse({ file: ':memory:' });
  try {
    const city = await readCity(folders.city);
    await pull({ city, folders, connection, now: new Date(), asOf: undefined, onProgress: () => {} });
    return { exitCode: 0, output: '' };
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    return { exitCode: error.exitCode, output: describeError(error, 'Nothing was published.') };
  } finally {
    close();
  }
}

interface BadInput {
  readonly fault: string;
  /** Spoils the city folder, which is whole before each. */
  readonly spoil: () => Promise<void>;
  readonly code: string;
  readonly exit: number;
  /** What the error must tell. */
  readonly tells: readonly (string | RegExp)[];
}

async function changeText(file: string, change: (text: string) => string): Promise<void> {
  await writeFile(file, change(await readFile(file, 'utf8')));
}

async function changeSource(change: (source: Record<string, unknown>) => void): Promise<void> {
  await changeText(at('city.json'), (text) => {
    const settings = JSON.parse(text);
    change(settings.sources[0]);
    return JSON.stringify(settings);
  });
}

/** Another file takes the place of the CRM's CSV. */
async function deliverInstead(name: string, content: string | Buffer): Promise<void> {
  await writeFile(at('crm', name), content);
  await markDelivered(at('crm', name));
  await rm(csv(), { force: true });
  await changeSource((source) => (source.pattern = name));
}

/** The CRM's CSV as its report in Excel: a title, a filter and a blank row above, real dates, a blank row within. */
async function workbook(change: (cell: SheetCell, row: number) => SheetCell = (cell) => cell): Promise<Buffer> {
  const lines = (await readFile(csv(), 'utf8')).trim().split('\r\n');
  const cellOf = (text: string) => (/^\d{4}-.*T/.test(text) ? new Date(`${text}Z`) : text || null);
  const rows = lines.map((line, row) => line.split(',').map((text) => change(cellOf(text), row)));
  const title = [['Service requests'], ['Prepared for', secretWords], []];
  return workbookBytes({ Requests: [...title, ...rows.slice(0, 9), [], ...rows.slice(9)], Notes: [[secretWords]] });
}

/** No word of it may ever be printed. */
const secretWords = 'Marguerite Quidnunc';

const cases: readonly BadInput[] = [
  {
    fault: 'a missing file',
    spoil: () => rm(csv()),
    code: 'SOURCE_FILE_MISSING',
    exit: 3,
    tells: ['requests.csv'.slice(-4), 'at least one'],
  },
  {
    fault: 'an empty file',
    spoil: () => writeFile(csv(), ''),
    code: 'SOURCE_FILE_EMPTY',
    exit: 3,
    tells: ['requests.csv', '0 bytes'],
  },
  {
    fault: 'a file cut off in its last row',
    spoil: () => changeText(csv(), (text) => text.slice(0, -30)),
    code: 'SOURCE_FILE_TRUNCATED',
    exit: 3,
    tells: [/requests\.csv, line 421/],
  },
  {
    fault: 'a gzip file cut off',
    spoil: async () => {
      const bytes = gzipSync(await readFile(csv()));
      await deliverInstead('requests.csv.gz', bytes.subarray(0, bytes.length - 200));
    },
    code: 'SOURCE_FILE_TRUNCATED',
    exit: 3,
    tells: ['requests.csv.gz', 'gzip'],
  },
  {
    fault: 'a wrong delimiter',
    spoil: () => changeSource((source) => (source.delimiter = ';')),
    code: 'SOURCE_DELIMITER_WRONG',
    exit: 3,
    tells: ['line 1', '";"', '","'],
  },
  {
    fault: 'Windows-1252 declared as UTF-8',
    spoil: async () => {
      const text = (await readFile(csv(), 'utf8')).replace(/^(C-100,.*)Pothole/m, '$1Égout');
      await writeFile(csv(), Buffer.from(text, 'latin1'));
    },
    code: 'SOURCE_ENCODING_WRONG',
    exit: 3,
    tells: [/requests\.csv, line 102/, 'windows-1252'],
  },
  {
    fault: 'a date that could be read two ways',
    spoil: async () => {
      await changeText(csv(), (text) => text.replaceAll(/(\d{4})-(\d\d)-(\d\d)T/g, '05/0$2/$1 '.replace('0$2', '06')));
      await changeSource((source) => delete source.date_format);
    },
    code: 'SOURCE_DATE_AMBIGUOUS',
    exit: 3,
    tells: ['requested_at', '%d/%m/%Y', '%m/%d/%Y'],
  },
  {
    fault: 'a missing required column',
    spoil: () => changeText(csv(), (text) => text.replace('requested_at', 'requestd_at')),
    code: 'CRM_FIELD_MISSING',
    exit: 3,
    tells: ['no column requested_at', 'nearest: requestd_at'],
  },
  {
    fault: 'two columns equal but for capitals',
    spoil: () => changeText(csv(), (text) => text.replace('channel,area', 'Service,area')),
    code: 'SOURCE_COLUMNS_ALIKE',
    exit: 3,
    tells: ['service, Service'],
  },
  {
    fault: 'a listed service without a tier',
    spoil: () => changeText(at('services.csv'), (text) => text.replace('request,A,', 'request,,')),
    code: 'CITY_FOLDER_INVALID',
    exit: 2,
    tells: [/services\.csv, line 2/, 'A, B or C'],
  },
  {
    fault: 'a misspelt key in city.json',
    spoil: () => changeText(at('city.json'), (text) => text.replace('"time_zone"', '"timezone"')),
    code: 'CITY_FOLDER_INVALID',
    exit: 2,
    tells: ['timezone', 'time_zone'],
  },
  {
    fault: 'an unknown zone',
    spoil: () => changeText(at('city.json'), (text) => text.replace('America/Toronto', 'America/Torontoo')),
    code: 'CITY_FOLDER_INVALID',
    exit: 2,
    tells: ['America/Torontoo', 'IANA'],
  },
  {
    fault: 'a polygon that is not closed',
    spoil: () =>
      changeText(at('areas.geojson'), (text) =>
        text.replace('null', '{"type":"Polygon","coordinates":[[[-80,46],[-80,47],[-79,47],[-79,46]]]}'),
      ),
    code: 'CITY_FOLDER_INVALID',
    exit: 2,
    tells: ['areas.geojson', 'a ring that ends where it starts'],
  },
  {
    fault: 'a row of 10 MB',
    spoil: () => changeText(csv(), (text) => text.replace('C-7,', `"${`${secretWords} `.repeat(500_000)}",`)),
    code: 'SOURCE_ROW_TOO_LONG',
    exit: 3,
    tells: [/requests\.csv, line/],
  },
  {
    fault: 'NUL bytes',
    spoil: () => changeText(csv(), (text) => text.replace('C-20,', 'C\0-20,')),
    code: 'SOURCE_NUL_BYTES',
    exit: 3,
    tells: [/requests\.csv, line 22/],
  },
  {
    fault: 'a row with a cell too many',
    spoil: () => changeText(csv(), (text) => text.replace('C-30,', `C-30,${secretWords},`)),
    code: 'SOURCE_ROW_UNREADABLE',
    exit: 3,
    tells: [/requests\.csv, line 32/, '8 cells', '7 cells'],
  },
  {
    fault: 'a row with a cell too many, met while the way of writing dates is found',
    spoil: async () => {
      await changeText(csv(), (text) => text.replace('C-30,', `C-30,${secretWords},`));
      await changeSource((source) => delete source.date_format);
    },
    code: 'SOURCE_ROW_UNREADABLE',
    exit: 3,
    tells: [/requests\.csv, line 32/],
  },
  {
    fault: 'a Parquet file that is none',
    spoil: async () => {
      await deliverInstead('requests.parquet', secretWords);
    },
    code: 'SOURCE_FILE_UNREADABLE',
    exit: 3,
    tells: ['requests.parquet'],
  },
  {
    fault: 'a list in JSON that ends in the middle',
    spoil: () =>
      deliverInstead('requests.json', `[{"id":"1","requested_at":"2024-01-01","note":"${secretWords}"},{"id`),
    code: 'SOURCE_FILE_UNREADABLE',
    exit: 3,
    tells: ['requests.json'],
  },
  {
    fault: 'a workbook that ends in the middle',
    spoil: async () => {
      const whole = await workbook();
      await deliverInstead('requests.xlsx', whole.subarray(0, whole.length - 10));
    },
    code: 'SOURCE_FILE_UNREADABLE',
    exit: 3,
    tells: ['requests.xlsx', 'cut off'],
  },
  {
    fault: 'a page of HTML that is called a workbook',
    spoil: () => deliverInstead('requests.xlsx', `<html><td>${secretWords}</td></html>`),
    code: 'SOURCE_FILE_UNREADABLE',
    exit: 3,
    tells: ['requests.xlsx'],
  },
  {
    fault: 'a workbook of nothing',
    spoil: () => deliverInstead('requests.xlsx', ''),
    code: 'SOURCE_FILE_EMPTY',
    exit: 3,
    tells: ['requests.xlsx'],
  },
  {
    fault: 'a workbook without a cell',
    spoil: () => deliverInstead('requests.xlsx', workbookBytes({ Report: [] })),
    code: 'SOURCE_FILE_EMPTY',
    exit: 3,
    tells: ['requests.xlsx'],
  },
  {
    fault: 'a workbook without the sheet that is read',
    spoil: async () => {
      await deliverInstead('requests.xlsx', await workbook());
      await changeSource((source) => (source.sheet = 'Reqests'));
    },
    code: 'SOURCE_SHEET_MISSING',
    exit: 3,
    tells: ['requests.xlsx', 'nearest: Requests', 'a sheet named Reqests'],
  },
  {
    fault: 'a workbook that has lost a column',
    spoil: async () =>
      deliverInstead('requests.xlsx', await workbook((cell) => (cell === 'requested_at' ? 'requestd_at' : cell))),
    code: 'CRM_FIELD_MISSING',
    exit: 3,
    tells: [/requests\.xlsx, row 4/, 'nearest: requestd_at'],
  },
  {
    fault: 'a workbook with two columns equal but for capitals',
    spoil: async () =>
      deliverInstead('requests.xlsx', await workbook((cell) => (cell === 'channel' ? 'Service' : cell))),
    code: 'SOURCE_COLUMNS_ALIKE',
    exit: 3,
    tells: [/requests\.xlsx, row 4/, 'service, Service'],
  },
  {
    fault: 'a workbook in which half of the dates are text',
    spoil: async () => {
      const mixed = await workbook((cell, row) => (row > 9 && cell instanceof Date ? '03/13/2024' : cell));
      await deliverInstead('requests.xlsx', mixed);
      await changeSource((source) => delete source.date_format);
    },
    code: 'SOURCE_DATE_UNREADABLE',
    exit: 3,
    tells: ['requests.xlsx, column requested_at'],
  },
  {
    fault: 'a workbook too large for the memory',
    spoil: async () => {
      await deliverInstead('requests.xlsx', await workbook());
      await truncate(at('crm', 'requests.xlsx'), 25_000_001);
    },
    code: 'SOURCE_FILE_TOO_LARGE',
    exit: 3,
    tells: ['requests.xlsx', '25 MB', 'CSV'],
  },
];

describe('bad input', () => {
  test.each(cases)('$fault is refused as $code', async ({ spoil, code, exit, tells }) => {
    await rm(at(), { recursive: true });
    await writeSmallCity(data.folder);
    await spoil();
    const { exitCode, output } = await pullOnce();
    expect(output).toContain(code);
    expect(exitCode).toBe(exit);
    for (const told of tells) expect(output).toMatch(told);
    for (const label of ['where', 'public', 'do']) expect(output).toMatch(new RegExp(`^  ${label} `, 'm'));
    expect(output).not.toContain(secretWords);
    expect((await rawRuns()).filter((name) => !name.endsWith('.partial'))).toEqual(goodRaw);
  });
});

describe('what is read as it is', () => {
  const forms: readonly { readonly form: string; readonly rewrite: () => Promise<void> }[] = [
    { form: 'UTF-8 with a mark', rewrite: () => changeText(csv(), (text) => `\uFEFF${text}`) },
    {
      form: 'UTF-16 with a mark, found',
      rewrite: async () => {
        await writeFile(csv(), Buffer.from(`\uFEFF${await readFile(csv(), 'utf8')}`, 'utf16le'));
        await changeSource((source) => delete source.encoding);
      },
    },
    {
      form: 'UTF-16, most significant byte first',
      rewrite: async () => {
        await writeFile(csv(), Buffer.from(`\uFEFF${await readFile(csv(), 'utf8')}`, 'utf16le').swap16());
        await changeSource((source) => (source.encoding = 'utf-16'));
      },
    },
    {
      form: 'Windows-1252, declared',
      rewrite: async () => {
        await writeFile(
          csv(),
          Buffer.from((await readFile(csv(), 'utf8')).replaceAll('–', '\x96').replaceAll('œ', '\x9c'), 'latin1'),
        );
        await changeSource((source) => (source.encoding = 'windows-1252'));
      },
    },
    {
      form: 'semicolons and gzip, found',
      rewrite: async () => {
        await deliverInstead('requests.csv.gz', gzipSync((await readFile(csv(), 'utf8')).replaceAll(',', ';')));
        await changeSource((source) => delete source.delimiter);
      },
    },
    {
      form: 'further columns without a name, or alike',
      rewrite: () =>
        changeText(csv(), (text) => text.replaceAll('\r\n', ',x,y,z\r\n').replace(',x,y,z\r\n', ',,note,Note\r\n')),
    },
    {
      form: 'JSON lines',
      rewrite: async () => {
        const lines = (await records()).map((record) => JSON.stringify(record));
        await deliverInstead('requests.jsonl', lines.join('\n'));
      },
    },
    {
      form: 'a list in JSON',
      rewrite: async () => deliverInstead('requests.json', JSON.stringify(await records(), null, 2)),
    },
    {
      form: 'a workbook, its title above',
      rewrite: async () => deliverInstead('requests.xlsx', await workbook()),
    },
    {
      form: 'tabs, found',
      rewrite: async () => {
        await changeText(csv(), (text) => text.replaceAll(',', '\t'));
        await changeSource((source) => delete source.delimiter);
      },
    },
  ];

  async function records(): Promise<Record<string, string | null>[]> {
    const [header = '', ...rows] = (await readFile(csv(), 'utf8')).trim().split('\r\n');
    const names = header.split(',');
    return rows.map((row) => Object.fromEntries(row.split(',').map((cell, index) => [names[index], cell || null])));
  }

  test('every form gives the same records', async () => {
    const landed = async (): Promise<readonly Row[]> => {
      expect(await pullOnce()).toEqual({ exitCode: 0, output: '' });
      const runs = await findRuns(join(data.folder, 'raw'), 'crm');
      const { connection, close } = await openWarehouse({ file: ':memory:' });
      await loadRaw(connection, [{ source: 'crm', files: runs.flatMap((run) => run.pages) }]);
      const rows = await readRows(connection, 'select * from raw_requests order by delivery_order');
      close();
      return rows;
    };
    const whole = async () => {
      await rm(at(), { recursive: true });
      await writeSmallCity(data.folder);
      await changeText(csv(), (text) => text.replaceAll('Pothole', 'Égout – œuvre'));
    };
    await whole();
    const plain = await landed();
    expect(plain).toHaveLength(smallCityRows);
    for (const { form, rewrite } of forms) {
      await whole();
      await rewrite();
      expect(await landed(), form).toEqual(plain);
    }
  });
});
