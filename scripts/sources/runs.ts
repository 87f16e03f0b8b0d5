/** The runs under `raw/`: what each source delivered, whole or not at all. */

import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { rawFields } from '../../src/contract/sources.ts';

/** How many whole deliveries of a `full` source are kept. */
export const KEPT_RUNS = 3;

const runFile = z.strictObject({
  source: z.string(),
  read_at: z.iso.datetime(),
  /** The moment to which the source declared itself complete; null where its newest record tells. */
  complete_until: z.iso.datetime().nullable(),
  delivery: z.enum(['full', 'delta']),
  fields: z.array(z.enum(rawFields)),
  page_count: z.number().int(),
  record_count: z.number().int(),
});
export type Run = z.infer<typeof runFile>;

export interface LandedRun extends Run {
  readonly folder: string;
  readonly pages: readonly string[];
}

/** A folder for the pages of a run that has begun; it counts for nothing until `finishRun`. */
export async function beginRun(raw: string, source: string, readAt: Date): Promise<string> {
  const folder = path.join(raw, source, `${stamp(readAt)}.partial`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

export function pageFile(folder: string, index: number): string {
  return path.join(folder, `page-${String(index).padStart(6, '0')}.parquet`);
}

/** One rename: a run is there whole or not at all. Older runs of a full source, and unfinished ones, go. */
export async function finishRun(partial: string, run: Run): Promise<void> {
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
  for (const name of names.filter((candidate) => !candidate.endsWith('.partial')).sort()) {
    const folder = path.join(parent, name);
    const run = runFile.parse(JSON.parse(await readFile(path.join(folder, 'run.json'), 'utf8')));
    const pages = Array.from({ length: run.page_count }, (_, index) => pageFile(folder, index));
    runs.push({ ...run, folder, pages });
  }
  const lastFull = runs.findLastIndex((run) => run.delivery === 'full');
  return runs.slice(Math.max(lastFull, 0));
}

function stamp(time: Date): string {
  return time.toISOString().replaceAll(/[-:.]/g, '');
}
