/** A reader in a thread of its own, who looks at the published site and exports again and again. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

const { dataFolder, stop } = workerData as { dataFolder: string; stop: Int32Array };
const releaseOf = (path: string) => /R\d+/.exec(readFileSync(join(dataFolder, path), 'utf8'))?.[0] ?? 'none';

const seen: string[] = [];
const faults: string[] = [];
let last = '';
parentPort?.postMessage('reading');
while (Atomics.load(stop, 0) === 0) {
  try {
    // Each look is later than the one before it, so none may show an older release.
    for (const path of ['site/en/index.html', 'exports/manifest.json', 'site/data/v1/night.json']) {
      const release = releaseOf(path);
      if (release < last) faults.push(`${path} shows ${release} after ${last}`);
      if (release !== last) seen.push(release);
      last = release;
    }
  } catch (error) {
    faults.push(String(error));
  }
}
parentPort?.postMessage({ seen, faults });
