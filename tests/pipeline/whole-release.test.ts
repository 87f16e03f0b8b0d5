/** The demo night's release is whole: both SHA256SUMS, the manifest, the night and every page agree. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { manifestSchema } from '../../src/contract/manifest.ts';
import { checkRelease } from '../soak/check-release.ts';

const { dataFolder } = inject('demoNight');
const readManifest = (...folders: string[]) =>
  manifestSchema.parse(JSON.parse(readFileSync(join(dataFolder, ...folders, 'manifest.json'), 'utf8')));

test('every file is the one its sums name, and every page is of the night that the manifest names', async () => {
  expect(await checkRelease(dataFolder)).toEqual([]);
}, 120_000);

test('the manifest beside the files differs from the one above them in nothing but their paths', () => {
  const above = readManifest('site', 'data', 'v1');
  const files = above.files.map((file) => ({ ...file, path: file.path.replace(/^latest\//, '') }));
  expect(readManifest('exports')).toEqual({ ...above, files });
});
