/** The command cron runs: pull → stage → measure → check → export → build → publish. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { City } from '../src/contract/city.ts';
import { manifestSchema } from '../src/contract/manifest.ts';
import { acceptableChecks, check } from './checks/check.ts';
import { exportTables } from './exports/export.ts';
import { measure } from './measures/measure.ts';
import { assembleRelease } from './publish/assemble-release.ts';
import { buildSite } from './publish/build-site.ts';
import { compressSite } from './publish/compress.ts';
import { draftQuality } from './publish/keep-quality.ts';
import { discardUnfinished, switchRelease } from './publish/switch-release.ts';
import { uploadPublished } from './publish/upload-published.ts';
import { writeHeadersFile, writeHostFiles } from './publish/write-host-files.ts';
import { pull } from './sources/pull.ts';
import { requestsVanish } from './sources/refuse-vanished.ts';
import { stage } from './staging/stage.ts';
import { asOfMoment, expectAsOf } from './support/as-of.ts';
import type { CommandSpec, CommandValues } from './support/command-line.ts';
import { type DataFolders, dataFolders, dataOption } from './support/data-folders.ts';
import { namingFullDisk } from './support/disk-full.ts';
import { createLog, type Log } from './support/log.ts';
import { acquireLock } from './support/night-lock.ts';
import { describePublic } from './support/public-now.ts';
import { readCity } from './support/read-city/read-city.ts';
import { readOperation } from './support/read-city/read-operation.ts';
import { refuseOrder } from './support/refuse-order.ts';
import { type CommandFailure, runCommand } from './support/run-command.ts';
import { readSecret } from './support/secret.ts';
import { stepUnfinished } from './support/step-unfinished.ts';
import { printSummary } from './support/summary.ts';
import { tellMonitors } from './support/tell-monitors.ts';
import { finishing, type WarehouseStep } from './warehouse/finished-steps.ts';
import { loadFromWarehouse } from './warehouse/load-published.ts';
import { openWarehouse, type Warehouse } from './warehouse/open-warehouse.ts';
import { type Row, readTable } from './warehouse/read-rows.ts';
import { setCityZone, setSurrogateKey } from './warehouse/set-variables.ts';

const steps = ['pull', 'stage', 'measure', 'check', 'export', 'build', 'publish'] as const;
type Step = (typeof steps)[number];

const command = {
  command: 'npm run nightly',
  summary: 'A whole night: from the CRM to the published site and its data. All of it is published, or nothing.',
  options: {
    data: dataOption('the folder that holds city/, raw/, site …'),
    'as-of': {
      value: 'MOMENT',
      description: 'the city as it stood then: 2026-11-01T05:00:00Z, or 2026-10-31 for the end of that day in the city',
      check: expectAsOf,
    },
    from: { value: 'STEP', description: 'begin here, with what the step before left', values: steps, default: 'pull' },
    accept: {
      value: 'NAME',
      description: 'let one night through that is refused under this name; several with a comma between them',
      check: expectAccepted,
    },
    until: { value: 'STEP', description: 'stop after this step', values: steps, default: 'publish' },
  },
} as const satisfies CommandSpec;

const acceptable = [requestsVanish, ...acceptableChecks];

function expectAccepted(text: string): string | undefined {
  const isKnown = text.split(',').every((name) => acceptable.some((one) => one === name));
  return isKnown ? undefined : `of ${acceptable.join(', ')}`;
}

interface Night {
  readonly city: City;
  readonly folders: DataFolders;
  readonly log: Log;
  readonly now: Date;
  readonly asOf: Date | undefined;
  /** What is let through tonight though it would be refused. */
  readonly accepted: ReadonlySet<string>;
  readonly runs: (step: Step) => boolean;
}

async function nightly(values: CommandValues<typeof command>): Promise<void> {
  const folders = dataFolders(values.data);
  const now = new Date();
  const [first, last] = [steps.indexOf(values.from as Step), steps.indexOf(values.until as Step)];
  refuseOrder(steps, values.from, values.until);

  const city = await readCity(folders.city);
  const given = values['as-of'];
  const asOf = given === undefined ? undefined : asOfMoment(given, city.settings.time_zone, now);
  const accepted = new Set(values.accept?.split(','));
  const log = createLog();
  const runs = (step: Step) => steps.indexOf(step) >= first && steps.indexOf(step) <= last;
  await namingFullDisk(folders.data, async () => {
    const lock = await acquireLock(folders.data, { note: log.line });
    try {
      if (first <= steps.indexOf('export')) await discardUnfinished(folders.data);
      await runNight({ city, folders, log, now, asOf, accepted, runs });
    } finally {
      await lock.release();
    }
  });
}

async function runNight(night: Night): Promise<void> {
  const { next, warehouse } = night.folders;
  if (night.runs('pull')) await pullStep(night);
  await namingFullDisk(path.dirname(warehouse), () => warehouseSteps(night));
  if (night.runs('build')) await namingFullDisk(next, () => buildStep(night));
  if (night.runs('publish')) await namingFullDisk(next, () => publishStep(night));
}

async function pullStep({ city, folders, log, now, asOf, accepted }: Night): Promise<void> {
  const warehouse = await openWarehouse({ file: ':memory:' });
  let notes: readonly string[] = [];
  try {
    await logged(log, 'pull', 'records', async (progress) => {
      const { connection } = warehouse;
      const pulled = await pull({ city, folders, connection, now, asOf, accepted, onProgress: progress });
      notes = pulled.notes;
      return `${count(pulled.recordCount)} records from ${plural(pulled.sourceCount, 'source')}`;
    });
    for (const note of notes) log.line(note);
  } finally {
    warehouse.close();
  }
}

/** The warehouse is made again from raw by every stage; the steps after it go on with what is there. */
async function warehouseSteps(night: Night): Promise<void> {
  if (!(['stage', 'measure', 'check', 'export'] as const).some(night.runs)) return;
  const secret = readSecret(night.city);
  const warehouse = await openWarehouse({ file: night.folders.warehouse, fresh: night.runs('stage') });
  try {
    await setCityZone(warehouse.connection, night.city.settings.time_zone);
    await setSurrogateKey(warehouse.connection, secret);
    await figureSteps(night, warehouse);
  } finally {
    warehouse.close();
  }
}

async function figureSteps(
  { city, folders, log, now, asOf, accepted, runs }: Night,
  { connection }: Warehouse,
): Promise<void> {
  const whole = (step: WarehouseStep, what: string, work: StepWork) =>
    finishing(connection, folders.warehouse, step, () => logged(log, step, what, work));
  if (runs('stage')) {
    await whole('stage', 'requests', async (progress) => {
      const staged = await stage({ city, folders, connection, asOf, onModel: progress });
      return `${count(staged.requestCount)} requests as of ${staged.asOf.toISOString()}`;
    });
  }
  if (runs('measure')) {
    await whole('measure', 'figures', async (progress) => {
      const measured = await measure(connection, progress);
      return `${count(measured.figureCount)} figures`;
    });
  }
  if (runs('check')) {
    await whole(
      'check',
      'checks',
      async () => `${plural((await check(connection, accepted)).checkCount, 'check')} passed`,
    );
  }
  if (runs('export')) {
    await whole('export', 'files', async (progress) => {
      const write = () => exportTables({ city, folders, connection, builtAt: now, onFile: progress });
      const { files } = await namingFullDisk(folders.next, write);
      const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
      return `${plural(files.length, 'file')}, ${megabytes(bytes)}`;
    });
  }
}

async function buildStep({ folders, log }: Night): Promise<void> {
  if (!existsSync(folders.nextExports)) throw stepUnfinished('export', folders.nextExports);
  await logged(log, 'build', 'site', async () => {
    const built = await buildSite({ exportsFolder: folders.nextExports, outputFolder: folders.nextSite }, log.line);
    return plural(built.pageCount, 'page');
  });
}

/** All that takes room on the disk comes before the switch: what fails then was not published, and is told so. */
async function publishStep({ folders, log }: Night): Promise<void> {
  if (!existsSync(folders.nextSite)) throw stepUnfinished('build', folders.nextSite);
  const manifestFile = path.join(folders.nextExports, 'manifest.json');
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(manifestFile, 'utf8')));
  const counted = await readCounted(folders);
  await logged(log, 'publish', 'release', async (progress) => {
    await assembleRelease({ exportsFolder: folders.nextExports, siteFolder: folders.nextSite });
    await writeHeadersFile(folders.nextSite, manifest.city.url);
    await writeHostFiles(folders, manifest.city.url);
    const compressed = await compressSite(folders.nextSite, {}, progress);
    const publishedCsv = path.join(folders.nextExports, 'quality.csv');
    const draft = await draftQuality({ folder: folders.quality, publishedCsv, manifest });
    const release = await switchRelease({ dataFolder: folders.data, releaseId: manifest.release_id });
    await draft.keep();
    return `${path.basename(release.releaseFolder)}, ${megabytes(compressed.bytes)} as ${megabytes(compressed.compressedBytes)}`;
  });
  await uploadPublished(folders, log);
  printSummary(folders, manifest, counted, log.line);
}

/** For the operator alone. Nothing where the warehouse was deleted since the figures were made. */
async function readCounted(folders: DataFolders): Promise<Row[]> {
  if (!existsSync(folders.warehouse)) return [];
  const { connection, close } = await openWarehouse({ file: ':memory:' });
  try {
    await loadFromWarehouse(connection, folders.warehouse, 'quality_counts');
    return await readTable(connection, 'quality_counts');
  } finally {
    close();
  }
}

type StepWork = (progress: (done: number | string, total?: number) => void) => Promise<string>;

/** A step that throws ends its own line before the error is told. */
async function logged(log: Log, name: Step, what: string, work: StepWork): Promise<void> {
  const step = log.step(name, what);
  try {
    step.done(await work(step.progress));
  } catch (error) {
    step.failed();
    throw error;
  }
}

function count(value: number): string {
  return value.toLocaleString('en-CA');
}

function plural(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? '' : 's'}`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** A part of a night that publishes nothing is no sign of health. */
async function tell({ data, until }: CommandValues<typeof command>, failure: CommandFailure | undefined) {
  if (failure === undefined && until !== 'publish') return;
  const folders = dataFolders(data);
  // Where city.json cannot be read, the night has just said so.
  const operation = await readOperation(folders.city).catch(() => ({}));
  const line = await tellMonitors(operation, folders.data, failure);
  if (line !== undefined) process.stderr.write(`${line}\n`);
}

process.exitCode = await runCommand(
  command,
  process.argv.slice(2),
  nightly,
  (values) =>
    values === undefined ? 'Nothing was published; what was published before stands.' : describePublic(values.data),
  { ended: tell },
);
