/** `npm run demo-city`: writes the computed files of the demo's city folder, or its CRM's records as an export. */

import { createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { areaCollection } from '../src/contract/city.ts';
import type { DemoSource } from '../src/contract/sources.ts';
import { areasGeojson, eventsCsv, holidaysCsv } from './sources/demo/city-files.ts';
import { exportLines, exportSource } from './sources/demo/crm-export.ts';
import { makeCrm } from './sources/demo/crm.ts';
import { demoSource } from './sources/demo/demo-source.ts';
import { makeDemoTown } from './sources/demo/demo-town.ts';
import { featureLines } from './streets/write-streets.ts';
import { dataOption } from './support/data-folders.ts';
import { OperatorError } from './support/operator-error.ts';
import { readCity } from './support/read-city/read-city.ts';
import { runCommand } from './support/run-command.ts';

const demoCityCommand = {
  command: 'npm run demo-city',
  summary: 'Rewrites the computed files of the demo city’s folder, or writes its CRM as a CSV export.',
  options: {
    data: dataOption('the data folder'),
    csv: { value: 'FILE', description: 'write the CRM’s export there, invented personal data and all' },
    until: { value: 'INSTANT', description: 'the moment of the export; absent: last midnight', check: expectInstant },
  },
} as const;

function expectInstant(text: string): string | undefined {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) && !Number.isNaN(Date.parse(text))
    ? undefined
    : 'an instant in UTC such as 2026-11-01T04:00:00Z';
}

process.exitCode = await runCommand(
  demoCityCommand,
  process.argv.slice(2),
  async ({ data, csv, until }) => {
    const folder = join(data, 'city');
    const city = await readCity(folder);
    const settings = city.settings.sources.find((source) => source.kind === 'demo');
    if (!settings) throw notDemo(folder);
    if (csv === undefined) await writeCityFiles(folder, settings);
    else {
      const end = until === undefined ? await demoSource(settings, city).completeUntil(new Date()) : new Date(until);
      const crm = makeCrm(settings.seed, city, end!);
      await mkdir(dirname(csv), { recursive: true });
      await pipeline(Readable.from(exportText(exportLines(crm, city.settings.time_zone))), createWriteStream(csv));
      const source = exportSource(resolve(dirname(csv)), basename(csv));
      process.stdout.write(`To pull it, write in city.json at "sources":\n${JSON.stringify([source], null, 2)}\n`);
    }
  },
  () => 'This command changes nothing that is published.',
);

async function writeCityFiles(folder: string, settings: DemoSource): Promise<void> {
  const areasFile = join(folder, 'areas.geojson');
  const areas = areasGeojson(await readFile(areasFile, 'utf8'));
  const { streets, places } = makeDemoTown(settings.seed, areaCollection.parse(JSON.parse(areas)));
  await writeFile(areasFile, areas);
  await writeFile(join(folder, 'streets.geojson'), featureLines(streets));
  await writeFile(join(folder, 'places.geojson'), featureLines(places));
  await writeFile(join(folder, 'events.csv'), eventsCsv(settings.seed));
  await writeFile(join(folder, 'holidays.csv'), holidaysCsv());
}

/** A few thousand lines at a time: a stream of single lines takes minutes. */
function* exportText(lines: Iterable<string>): Generator<string> {
  let text = '';
  for (const line of lines) {
    text += `${line}\r\n`;
    if (text.length < 1_000_000) continue;
    yield text;
    text = '';
  }
  yield text;
}

function notDemo(folder: string): OperatorError {
  return new OperatorError('DEMO_SOURCE_MISSING', {
    exit: 'configuration',
    message: 'This city folder has no demo source to write for.',
    faults: [{ where: `${join(folder, 'city.json')}, sources`, expected: 'a source of kind "demo"' }],
    remedy: 'Name the demo’s data folder: npm run demo-city -- --data data',
  });
}
