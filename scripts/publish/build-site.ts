/** Builds the static site from a folder of exports, as it stands in this very process's checkout. */

import { cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { isRunning } from '../support/process-identity.ts';
import type { BuildOrder } from './build-site-worker.ts';

export interface BuildSiteOptions {
  readonly exportsFolder: string;
  /** There once the site is whole, and not before. Astro's cache goes into the folder beside it named `astro-cache`. */
  readonly outputFolder: string;
  /** Where `astro.config.mjs` is; absent means this checkout. */
  readonly projectFolder?: string;
}

export interface BuiltSite {
  readonly pageCount: number;
}

const checkout = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs Astro in a thread of this process: it dies with the night, even by kill -9, and a second build finds no module
 * of the first in memory. `note` gets each line that Astro prints (warnings only).
 */
export async function buildSite(
  { exportsFolder, outputFolder, projectFolder = checkout }: BuildSiteOptions,
  note: (text: string) => void = (text) => void process.stderr.write(`${text}\n`),
): Promise<BuiltSite> {
  const root = resolve(projectFolder);
  const wanted = resolve(outputFolder);
  const partial = `${wanted}.partial`;
  for (const folder of [partial, wanted]) await rm(folder, { recursive: true, force: true });
  const outDir = isInside(process.cwd(), wanted) ? partial : await makeBuildFolder(root);
  try {
    const cacheDir = join(dirname(wanted), 'astro-cache');
    await runWorker({ root, outDir, cacheDir }, resolve(exportsFolder), note);
    if (outDir !== partial) await cp(outDir, partial, { recursive: true });
    await rename(partial, wanted);
  } finally {
    if (outDir !== partial) await rm(outDir, { recursive: true, force: true });
  }
  return { pageCount: await countPages(wanted) };
}

/**
 * Astro 7 puts what it renders from into one folder of the working directory where the output lies outside of it, and
 * two builds at once then break each other. So such a build has a folder of its own inside, and is copied.
 */
async function makeBuildFolder(root: string): Promise<string> {
  const parent = join(root, '.astro');
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent)) {
    const pid = Number(/^build-(\d+)-/.exec(name)?.[1]);
    if (pid > 0 && !isRunning(pid)) await rm(join(parent, name), { recursive: true, force: true });
  }
  return await mkdtemp(join(parent, `build-${process.pid}-`));
}

function isInside(folder: string, path: string): boolean {
  return !relative(folder, path).startsWith('..');
}

function runWorker(order: BuildOrder, exportsFolder: string, note: (text: string) => void): Promise<void> {
  // One that is set for another program would take the place of the site's own base path.
  const { BASE_URL: _, ...environment } = process.env;
  const worker = new Worker(new URL('./build-site-worker.ts', import.meta.url), {
    workerData: order,
    env: {
      ...environment,
      PLAINVIEW_EXPORTS: exportsFolder,
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
    },
    stdout: true,
    stderr: true,
  });
  createInterface(worker.stdout).on('line', note);
  createInterface(worker.stderr).on('line', note);
  return new Promise((fulfil, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code === 0) fulfil();
      else reject(new Error(`the build of the site ended with code ${code}`));
    });
  });
}

async function countPages(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith('.html')).length;
}
