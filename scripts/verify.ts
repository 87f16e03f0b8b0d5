/** Derives every published figure again and says which cells differ. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { manifestSchema } from '../src/contract/manifest.ts';
import { type Verified, verifyPublished, verifyWarehouse, warehouseMoment } from './measures/verify-figures.ts';
import type { CommandSpec, CommandValues } from './support/command-line.ts';
import { dataFolders, dataOption } from './support/data-folders.ts';
import { createLog } from './support/log.ts';
import { OperatorError } from './support/operator-error.ts';
import { runCommand } from './support/run-command.ts';

const command = {
  command: 'npm run verify',
  summary: 'Derives every published figure again: from the published files, or, where it says so, from the warehouse.',
  options: { data: dataOption('the folder that holds site, warehouse/ …') },
} as const satisfies CommandSpec;

/** Differing cells shown; the rest is counted. */
const SHOWN = 20;

async function verify({ data }: CommandValues<typeof command>): Promise<void> {
  const folders = dataFolders(data);
  const log = createLog();
  const latest = path.join(folders.data, 'site', 'data', 'v1', 'latest');
  const manifest = manifestSchema.parse(JSON.parse(await readManifest(latest)));
  const results: Verified[] = [];
  const moment = await warehouseMoment(folders.warehouse);
  const isOfThisNight = moment?.getTime() === Date.parse(manifest.as_of);
  const derivations = [
    ['published', () => verifyPublished(latest, manifest)],
    ['warehouse', () => verifyWarehouse(latest, manifest, folders.warehouse)],
  ] as const;
  for (const [basis, derive] of derivations.filter(([basis]) => basis === 'published' || isOfThisNight)) {
    const step = log.step('verify', `figures of basis ${basis}`);
    const result = await derive();
    const agree = result.count - result.differences.length;
    step.done(`${agree.toLocaleString('en-CA')} of ${result.count.toLocaleString('en-CA')} figures (${basis}) agree`);
    results.push(result);
  }
  if (!isOfThisNight) {
    log.line(`verify    not derived again: figures of basis warehouse. The release is of ${manifest.as_of}, the`);
    log.line(
      `          warehouse of ${moment?.toISOString() ?? 'no night'}: so it is after a rollback, or a night cut off.`,
    );
  }
  const differences = results.flatMap((result) => result.differences);
  if (differences.length > 0) throw differing(differences);
}

function differing(differences: Verified['differences']): OperatorError {
  return new OperatorError('FIGURES_DIFFER', {
    exit: 'check',
    message: `${differences.length} published figure${differences.length === 1 ? ' is' : 's are'} not what the records say.`,
    faults: differences.slice(0, SHOWN).map((row) => ({
      where: `${row.dataset}: ${row.cell}`,
      found: String(row.published || 'no such row'),
      expected: String(row.derived || 'no such row'),
    })),
    remedy: 'Publish again (npm run nightly); if it stays, the files were changed by hand or this is a bug: report it.',
  });
}

async function readManifest(latest: string): Promise<string> {
  try {
    return await readFile(path.join(latest, 'manifest.json'), 'utf8');
  } catch {
    throw new OperatorError('NOTHING_PUBLISHED', {
      exit: 'configuration',
      message: 'There is nothing to verify: no night has been published.',
      faults: [{ where: latest, expected: 'manifest.json' }],
      remedy: 'npm run nightly',
    });
  }
}

process.exitCode = await runCommand(command, process.argv.slice(2), verify, () => 'The site is as it was.');
