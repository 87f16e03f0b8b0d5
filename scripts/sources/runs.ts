/** The runs under `raw/`: what each source delivered, whole or not at all. */

import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { rawFields } from '../../src/contract/sources.ts';

/** How many whole deliveries of a `full` source are kept; those of a `delta` source are all kept. */
export const KEPT_RUNS = 3;

const instant = z.iso.datetime();

const runFile = z.strictObject({
  source: z.string(),
  read_at: instant,
  /** The moment to which the source declared itself complete; null where its newest record tells. */
  complete_until: instant.nullable(),
  delivery: z.enum(['full', 'delta']),
  fields: z.array(z.enum(rawFields)),
  page_count: z.number().int(),
  record_count: z.number().int(),
  /** The window that was asked for; a null `since` is the beginning. */
  since: instant.nullable().default(null),
  until: instant.nullable().default(null),
  /** Whether it asked again for more than the nights before it had left out, to see that they lost nothing. */
  is_self_check: z.boolean().default(false),
  /** Whether the ids that the source holds were compared with ours. */
  is_reconciled: z.boolean().default(false),
  /** Requests that the source held no longer: deleted, and merely not listed. */
  deleted_count: z.number().int().default(0),
  unlisted_count: z.number().int().default(0),
  /** Of the pages that are handled once and for all. */
  page_names: z.array(z.string()).default([]),
});
export type Run = z.infer<typeof runFile>;

/** What a page may bring: each kind in a file of its own. */
export const pageKinds = ['records', 'deletions', 'status_changes'] as const;
export type PageKind = (typeof pageKinds)[number];

export interface LandedRun extends Run {
  readonly folder: string;
  /** Of records, in the order delivered. */
  readonly pages: readonly string[];
  /** Of how many this source has delivered it is the newest, as far as they are kept. */
  readonly ordinal: number;
  /** In the order delivered. */
  readonly deletions: readonly string[];
  readonly statusChanges: readonly string[];
}

/** A folder for the pages of a run that has begun; it counts for nothing until `finishRun`. No two runs share a name. */
export async function beginRun(raw: string, source: string, readAt: Date): Promise<string> {
  const names = new Set(await readdir(path.join(raw, source)).catch(() => []));
  let time = readAt.getTime();
  while (names.has(stamp(new Date(time)))) time += 1;
  const folder = path.join(raw, source, `${stamp(new Date(time))}.partial`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

const fileNames = { records: 'page', deletions: 'deletions', status_changes: 'status-changes' } as const;

export function pageFile(folder: string, index: number, kind: PageKind = 'records'): string {
  return path.join(folder, `${fileNames[kind]}-${String(index).padStart(6, '0')}.parquet`);
}

/** One rename: a run is there whole or not at all. Older runs of a full source, and unfinished ones, go. */
export async function finishRun(partial: string, run: z.input<typeof runFile>): Promise<void> {
  await writeFile(path.join(partial, 'run.json'), `${JSON.stringify(runFile.parse(run), null, 2)}\n`);
  const folder = partial.replace(/\.partial$/, '');
  await rm(folder, { recursive: true, force: true });
  await rename(partial, folder);
  const parent = path.dirname(folder);
  const names = (await readdir(parent)).sort();
  const whole = names.filter((name) => !name.endsWith('.partial'));
  const stale = run.delivery === 'full' ? whole.slice(0, -KEPT_RUNS) : [];
  for (const name of [...stale, ...names.filter((other) => other.endsWith('.partial'))]) {
    await rm(path.join(parent, name), { recursive: true, force: true });
  }
}

/** The runs that speak for a source now: all of a `delta` source, the newest of a `full` one; oldest first. */
export async function findRuns(raw: string, source: string): Promise<LandedRun[]> {
  const parent = path.join(raw, source);
  const names = await readdir(parent).catch(() => []);
  const runs: LandedRun[] = [];
  const whole = names.filter((candidate) => !candidate.endsWith('.partial')).sort();
  for (const [place, name] of whole.entries()) runs.push(await readRun(path.join(parent, name), place + 1));
  const lastFull = runs.findLastIndex((run) => run.delivery === 'full');
  return runs.slice(Math.max(lastFull, 0));
}

async function readRun(folder: string, ordinal: number): Promise<LandedRun> {
  const run = runFile.parse(JSON.parse(await readFile(path.join(folder, 'run.json'), 'utf8')));
  const files = (await readdir(folder)).sort().map((name) => path.join(folder, name));
  const ofKind = (kind: PageKind) => files.filter((file) => path.basename(file).startsWith(`${fileNames[kind]}-`));
  return {
    ...run,
    folder,
    ordinal,
    pages: Array.from({ length: run.page_count }, (_, index) => pageFile(folder, index)),
    deletions: ofKind('deletions'),
    statusChanges: ofKind('status_changes'),
  };
}

function stamp(time: Date): string {
  return time.toISOString().replaceAll(/[-:.]/g, '');
}
