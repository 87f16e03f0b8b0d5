/** The folder of real records that some tests read, where the machine has one: PLAINVIEW_REAL_DATA names it. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';

export type RealData =
  { readonly present: true; readonly folder: string } | { readonly present: false; readonly reason: string };

/** `name` is a folder inside it. A test skips with the reason: `context.skip(data.reason)`. */
export function findRealData(name: string, environment: NodeJS.ProcessEnv = process.env): RealData {
  const root = environment['PLAINVIEW_REAL_DATA'];
  if (root === undefined) return { present: false, reason: 'PLAINVIEW_REAL_DATA is not set' };
  const folder = join(root, name);
  return existsSync(folder)
    ? { present: true, folder }
    : { present: false, reason: `PLAINVIEW_REAL_DATA has no ${name}` };
}
