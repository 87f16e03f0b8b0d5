/** The last lines of a good night: what was published, what was not, and where to look. */

import path from 'node:path';
import type { Manifest } from '../../src/contract/manifest.ts';
import type { Row } from '../warehouse/read-rows.ts';
import type { DataFolders } from './data-folders.ts';
import { describeLateMoment } from './late-moment.ts';

/** `quality` is the operator's: it counts tier C too, which no published file does. */
export function printSummary(
  folders: DataFolders,
  { city, as_of, next_expected_at, coverage }: Manifest,
  quality: readonly Row[],
  print: (line: string) => void,
): void {
  print('');
  print(`${city.name[city.languages[0] ?? 'en'] ?? city.id}: published as of ${as_of}, next by ${next_expected_at}`);
  for (const { reason, request_count } of quality) {
    print(`  ${String(reason).padEnd(26)} ${Number(request_count).toLocaleString('en-CA').padStart(9)}`);
  }
  for (const line of describeLateMoment(new Date(as_of), coverage.last_requested_on, city.time_zone)) print(line);
  print(`Look at it: npm start${folders.data === path.resolve('data') ? '' : ` -- --data ${folders.data}`}`);
}
