/** The command cron runs: pull → stage → measure → check → export → build → publish. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { City } from '../src/contract/city.ts';
import { manifestSchema } from '../src/contract/manifest.ts';
import { check } from './checks/check.ts';
import { exportTables } from './exports/export.ts';
import { measure } from './measures/measure.ts';
import { assembleRelease } from './publish/assemble-release.ts';
import { buildSite } from './publish/build-site.ts';
import { compressSite } from './publish/compress.ts';
import { discardUnfinished, switchRelease } from './publish/switch-release.ts';
import { pull } from './sources/pull.ts';
import { stage } from './staging/stage.ts';
import type { CommandSpec, CommandValues } from './support/command-line.ts';
import { type DataFolders, dataFolders } from './support/data-folders.ts';
import { namingFullDisk } from './support/disk-full.ts';
import { createLog, type Log } from './support/log.ts';
import { acquireLock } from './support/night-lock.ts';
import { OperatorError } from './support/operator-error.ts';
import { readCity } from './support/read-city/read-city.ts';
import { runCommand } from './support/run-command.ts';
import { readSecret } from './support/secret.ts';
import { printSummary } from './support/summary.ts';
import { openWarehouse, type Warehouse } from './warehouse/open-warehouse.ts';
import { readTable } from './warehouse/read-rows.ts';
import { setCityZone, setSurrogateKey } from './warehouse/set-variables.ts';

const steps = ['pull', 'stage', 'measure', 'check', 'export', 'build', 'publish'] as const;
type Step = (typeof steps)[number];

const command = {
  command: 'npm run nightly',
  summary: 'A whole night: from the CRM to the published site and its data. All of it is published, or nothing.',
  options: {
    data: { value: 'DIR', description: 'the folder that holds city/, raw/, site …', default: 'data' },
    'as-of': {
      value: 'INSTANT',
      description: 'the city as it stood then, such as 2026-11-01T05:00:00Z',
      // Date.parse makes 2 March of 30 February.
      check: (text) =>
        z.iso.datetime({ offset: true }).safeParse(text).success
          ? undefined
          : 'an instant with its offset, such as 2026-11-01T05:00:00Z',
    },
    from: { value: 'STEP', description: 'begin here, with what the step before left', values: steps, default: 'pull' },
    until: { value: 'STEP', description: 'stop after this step', values: steps, default: 'publish' },
  },
} as const satisfies CommandSpec;

interface Night {
  readonly city: City;
  readonly folders: DataFolders;
  readonly log: Log;
  readonly now: Date;
  readonly asOf: Date | undefined;
  readonly runs: (step: Step) => boolean;
}

async function nightly(values: CommandValues<typeof command>): Promise<void> {
  const folders = dataFolders(values.data);
  const now = new Date();
  const asOf = values['as-of'] === undefined ? undefined : new Date(values['as-of']);
  const [first, last] = [steps.indexOf(values.from as Step), steps.indexOf(values.until as Step)];
  refuseOrder(values.from, values.until, first, last);
  refuseFuture(asOf, now);

  const city = await readCity(folders.city);
  const log = createLog();
  const lock = await acquireLock(folders.data, { note: log.line });
  try {
    if (first <= steps.indexOf('export')) await discardUnfinished(folders.data);
    const runs = (step: Step) => steps.indexOf(step) >= first && steps.indexOf(step) <= last;
    await namingFullDisk(folders.data, () => runNight({ city, folders, log, now, asOf, runs }));
  } finally {
    await lock.release();
  }
}

async function runNight(night: Night): Promise<void> {
  refuseNothingWaiting(night);
  if (night.runs('pull')) await pullStep(night);
  await warehouseSteps(night);
  if (night.runs('build')) await buildStep(night);
  if (night.runs('publish')) await publishStep(night);
}

async function pullStep({ city, folders, log, now, asOf }: Night): Promise<void> {
  const warehouse = await openWarehouse({ file: ':memory:' });
  try {
    await logged(log, 'pull', 'records', async (progress) => {
      const { connection } = warehouse;
      const pulled = await pull({ city, folders, connection, now, asOf, onProgress: progress });
      return `${count(pulled.recordCount)} records from ${plural(pulled.sourceCount, 'source')}`;
    });
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

async function figureSteps({ city, folders, log, now, asOf, runs }: Night, { connection }: Warehouse): Promise<void> {
  if (runs('stage')) {
    await logged(log, 'stage', 'requests', async (progress) => {
      const staged = await stage({ city, folders, connection, asOf, onModel: progress });
      return `${count(staged.requestCount)} requests as of ${staged.asOf.toISOString()}`;
    });
  }
  if (runs('measure')) {
    await logged(log, 'measure', 'figures', async (progress) => {
      const measured = await measure(connection, progress);
      return `${count(measured.figureCount)} figures`;
    });
  }
  if (runs('check')) {
    await logged(log, 'check', 'checks', async () => `${plural((await check(connection)).checkCount, 'check')} passed`);
  }
  if (runs('export')) {
    await logged(log, 'export', 'files', async (progress) => {
      const manifest = await exportTables({ city, folders, connection, builtAt: now, onFile: progress });
      const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
      return `${plural(manifest.files.length, 'file')}, ${megabytes(bytes)}`;
    });
  }
}

async function buildStep({ folders, log }: Night): Promise<void> {
  await logged(log, 'build', 'site', async () => {
    const built = await buildSite({ exportsFolder: folders.nextExports, outputFolder: folders.nextSite }, log.line);
    return plural(built.pageCount, 'page');
  });
}

async function publishStep({ folders, log }: Night): Promise<void> {
  await logged(log, 'publish', 'release', async (progress) => {
    await assembleRelease({ exportsFolder: folders.nextExports, siteFolder: folders.nextSite });
    const compressed = await compressSite(folders.nextSite, {}, progress);
    const manifest = publishedNight(path.join(folders.nextSite, 'data', 'v1'));
    const release = await switchRelease({ dataFolder: folders.data, releaseId: manifest?.release_id ?? 'release' });
    return `${path.basename(release.releaseFolder)}, ${megabytes(compressed.bytes)} as ${megabytes(compressed.compressedBytes)}`;
  });
  await summarize(folders, log);
}

async function summarize(folders: DataFolders, log: Log): Promise<void> {
  const latest = path.join(folders.data, 'site', 'data', 'v1', 'latest');
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(path.join(latest, 'manifest.json'), 'utf8')));
  const warehouse = await openWarehouse({ file: folders.warehouse });
  try {
    const quality = await readTable(warehouse.connection, 'quality_counts');
    printSummary(folders, manifest, quality, log.line);
  } finally {
    warehouse.close();
  }
}

/** A step that throws ends its own line before the error is told. */
async function logged(
  log: Log,
  name: Step,
  what: string,
  work: (progress: (done: number | string, total?: number) => void) => Promise<string>,
): Promise<void> {
  const step = log.step(name, what);
  try {
    step.done(await work(step.progress));
  } catch (error) {
    step.failed();
    throw error;
  }
}

function refuseOrder(from: string, until: string, first: number, last: number): void {
  if (first <= last) return;
  throw new OperatorError('COMMAND_LINE_INVALID', {
    exit: 'configuration',
    message: 'The night would end before it begins.',
    faults: [{ where: `--from ${from} --until ${until}`, expected: steps.join(' → ') }],
    remedy: `npm run nightly -- --from ${until} --until ${from}`,
  });
}

/** A step goes on with what an earlier one left; a night that was published leaves no files behind. */
function refuseNothingWaiting({ folders, runs }: Night): void {
  const left: Partial<Record<Step, readonly [file: string, by: Step]>> = {
    measure: [folders.warehouse, 'stage'],
    check: [folders.warehouse, 'stage'],
    export: [folders.warehouse, 'stage'],
    build: [path.join(folders.nextExports, 'manifest.json'), 'export'],
    publish: [path.join(folders.nextSite, 'index.html'), 'build'],
  };
  const first = steps.find(runs) ?? 'pull';
  const [file, by] = left[first] ?? [];
  if (file === undefined || existsSync(file)) return;
  throw new OperatorError('NIGHT_STEP_MISSING', {
    exit: 'configuration',
    message: `There is nothing for the step ${first} to go on with: the step ${by} has left nothing, or it was published.`,
    faults: [{ where: file, found: 'nothing', expected: `what the step ${by} makes` }],
    remedy: `npm run nightly -- --from ${by}`,
  });
}

function refuseFuture(asOf: Date | undefined, now: Date): void {
  if (asOf === undefined || asOf <= now) return;
  throw new OperatorError('AS_OF_IN_FUTURE', {
    exit: 'configuration',
    message: 'The moment asked for has not come yet.',
    faults: [{ where: '--as-of', found: asOf.toISOString(), expected: `at most ${now.toISOString()}` }],
    remedy: 'Leave --as-of out for the newest figures: npm run nightly',
  });
}

function publishedNight(folder: string): { readonly as_of: string; readonly release_id: string } | undefined {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'night.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

function describePublic(data: string): string {
  const night = publishedNight(path.join(data, 'site', 'data', 'v1'));
  return night === undefined
    ? 'Nothing was published, and nothing was before.'
    : `Nothing was published. The site still shows the data as of ${night.as_of}.`;
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

process.exitCode = await runCommand(command, process.argv.slice(2), nightly, (values) =>
  values === undefined ? 'Nothing was published; what was published before stands.' : describePublic(values.data),
);
