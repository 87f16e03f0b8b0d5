/** The last lines of a good night: what was published, what was not, and where to look. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { csvParse } from 'd3';
import { manifestSchema } from '../../src/contract/manifest.ts';
import type { DataFolders } from './data-folders.ts';

/** From the published files alone: it says what a reader would find. */
export async function printSummary(folders: DataFolders, print: (line: string) => void): Promise<void> {
  const latest = path.join(folders.data, 'site', 'data', 'v1', 'latest');
  const manifest = manifestSchema.parse(JSON.parse(await readFile(path.join(latest, 'manifest.json'), 'utf8')));
  const quality = csvParse(await readFile(path.join(latest, 'quality.csv'), 'utf8'));
  const { city } = manifest;
  print('');
  print(
    `${city.name[city.languages[0] ?? 'en'] ?? city.id}: published as of ${manifest.as_of}, next by ${manifest.next_expected_at}`,
  );
  for (const { reason, request_count } of quality) {
    print(`  ${String(reason).padEnd(26)} ${Number(request_count).toLocaleString('en-CA').padStart(9)}`);
  }
  print(`Look at it: npm start${folders.data === path.resolve('data') ? '' : ` -- --data ${folders.data}`}`);
}
