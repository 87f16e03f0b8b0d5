/** Builds the static site from a folder of exports, as it stands in this very process's checkout. */

import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { BuildOrder } from './build-site-worker.ts';

export interface BuildSiteOptions {
  readonly exportsFolder: string;
  /** Emptied first. Astro's cache goes into the folder beside it named `astro-cache`. */
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
  const order: BuildOrder = {
    root: resolve(projectFolder),
    outDir: resolve(outputFolder),
    cacheDir: join(dirname(resolve(outputFolder)), 'astro-cache'),
  };
  await runWorker(order, resolve(exportsFolder), note);
  return { pageCount: await countPages(order.outDir) };
}

function runWorker(order: BuildOrder, exportsFolder: string, note: (text: string) => void): Promise<void> {
  const worker = new Worker(new URL('./build-site-worker.ts', import.meta.url), {
    workerData: order,
    env: {
      ...process.env,
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
