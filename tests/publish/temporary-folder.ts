/** An empty folder for one test, gone after it. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export async function makeTemporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'plainview-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
