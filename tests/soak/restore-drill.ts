/** The drill of the runbook: a city is backed up, lost, and restored with the runbook's own commands. */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readProjectFile } from '../house/project-files.ts';
import { makeDataFolder, runNight } from '../pipeline/run-night.ts';
import { writeSmallCity } from '../pipeline/small-city.ts';

export interface Drill {
  readonly fileCount: number;
  readonly backupBytes: number;
  readonly seconds: number;
  /** Published files that differ from those before the loss, and whatever else went wrong; none is a good drill. */
  readonly faults: readonly string[];
}

const asOf = ['2025-02-01T05:00:00Z', '2025-03-01T05:00:00Z'] as const;

/** In a folder of its own: two nights, a backup, the loss of all else, and the second night again from the backup. */
export async function drillRestore(): Promise<Drill> {
  const startedAt = performance.now();
  const { folder, remove } = await makeDataFolder();
  const [data, backup, secret] = ['data', 'backup.tar.gz', 'secret'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const [backUp, restore] = runbookCommands();
  const environment = { PLAINVIEW_SECRET_FILE: secret };
  const run = (commands: string) =>
    execFileSync('sh', ['-euc', commands], { env: { PATH: process.env['PATH'], DATA: data, BACKUP: backup } });
  const night = async (...args: string[]) => {
    const { exitCode, output } = await runNight(['--data', data, ...args], environment);
    if (exitCode !== 0) throw new Error(output);
  };
  try {
    await writeFile(secret, 'a secret that lies apart from the backup');
    await writeSmallCity(data, { demo: false });
    for (const moment of asOf) await night('--as-of', moment);
    const before = await publishedFiles(data);
    run(backUp);
    await rm(data, { recursive: true });

    run(restore);
    const { size: backupBytes } = await stat(backup);
    // The request system is gone as well.
    await rm(join(data, 'city', 'crm'), { recursive: true });
    await night('--as-of', asOf[1], '--from', 'stage');
    const after = await publishedFiles(data);
    return {
      ...{ fileCount: before.size, backupBytes, faults: differences(before, after) },
      seconds: (performance.now() - startedAt) / 1000,
    };
  } finally {
    await remove();
  }
}

/** The two blocks of shell under the runbook's heading. */
function runbookCommands(): [backUp: string, restore: string] {
  const section = /^## Backup$([\s\S]*?)^## /m.exec(readProjectFile('scripts/README.md'))?.[1] ?? '';
  const blocks = [...section.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block]) => block ?? '');
  if (blocks.length !== 2) throw new Error(`The runbook has ${blocks.length} blocks under Backup, not 2`);
  return blocks as [string, string];
}

/** Path and hash of each file of the site, with the moment at which it was built and the release's name cut out. */
async function publishedFiles(data: string): Promise<Map<string, string>> {
  const site = await realpath(join(data, 'site'));
  const night = JSON.parse(await readFile(join(site, 'data', 'v1', 'night.json'), 'utf8'));
  const own = [night.built_at, night.next_expected_at, night.release_id];
  const files = new Map<string, string>();
  for (const entry of await readdir(site, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(site.length + 1);
    // A packed copy differs where its file does.
    if (!entry.isFile() || path.endsWith('.br')) continue;
    const bytes = await readFile(join(site, path));
    const isOwn = /\.html$|(^|\/)(manifest|night)\.json$/.test(path);
    const content = isOwn ? withoutMoments(bytes.toString(), own) : bytes;
    if (!path.endsWith('SHA256SUMS')) files.set(path, createHash('sha256').update(content).digest('hex'));
  }
  return files;
}

function withoutMoments(text: string, own: readonly string[]): string {
  const times = text
    .replaceAll(/<time datetime="[^"]*">[^<]*<\/time>/g, (time) => (own.some((one) => time.includes(one)) ? '' : time))
    .replaceAll(/<p hidden data-expected-at[^>]*>[^<]*<\/p>/g, '');
  return own.reduce((cut, one) => cut.replaceAll(one, ''), times);
}

function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => `${path} ${before.has(path) ? (after.has(path) ? 'differs' : 'is missing') : 'is new'}`);
}
