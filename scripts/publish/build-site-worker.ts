/** The thread in which Astro builds the site; started by build-site.ts alone. */

import { workerData } from 'node:worker_threads';
import { build } from 'astro';

export interface BuildOrder {
  readonly root: string;
  readonly outDir: string;
  readonly cacheDir: string;
}

const { root, outDir, cacheDir } = workerData as BuildOrder;
await build({ root, outDir, cacheDir, logLevel: 'warn' });
