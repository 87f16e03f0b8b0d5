/** The same night twice gives the same bytes, whatever the clock and the zone of the machine; `npm run soak` does it thrice. */

import { readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { manifestSchema } from '../../src/contract/manifest.ts';
import { isSoak } from '../support/is-soak.ts';
import { makeDataFolder, runNight, type EndedNight } from './run-night.ts';

const { dataFolder, asOf } = inject('demoNight');
const readManifest = (folder: string) =>
  manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
const published = join(dataFolder, 'exports');
const paths = readManifest(published).files.map(({ path }) => path);

let folder: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ folder, remove } = await makeDataFolder());
  // With the nights kept so far, which are an input of the night as much as what people write.
  for (const name of ['city', 'vintages']) await cp(join(dataFolder, name), join(folder, name), { recursive: true });
});
afterAll(() => remove());

/** Either night leaves its exports unpublished. */
const differing = () =>
  paths.filter((path) => {
    const again = readFileSync(join(folder, 'releases', 'next', 'exports', path));
    return !again.equals(readFileSync(join(published, path)));
  });

const nights = [
  { what: 'a second night, in St. John’s', from: 'pull', zone: 'America/St_Johns' },
  { what: 'what the second night pulled, staged again in Auckland', from: 'stage', zone: 'Pacific/Auckland' },
];

describe.each(isSoak ? nights : nights.slice(0, 1))('$what', ({ from, zone }) => {
  let night: EndedNight;
  beforeAll(async () => {
    const args = ['--data', folder, '--as-of', asOf, '--from', from, '--until', 'export'];
    night = await runNight(args, { TZ: zone });
  });

  test('ends well, without a release', () => {
    expect(night.exitCode, night.output).toBe(0);
    expect(night.output).not.toMatch(/^(build|publish)/m);
    expect(night.output.includes('\npull') || night.output.startsWith('pull')).toBe(from === 'pull');
  });

  test('gives byte-identical CSV, Arrow and Parquet files', () => {
    expect(paths.length).toBeGreaterThan(20);
    expect(differing()).toEqual([]);
  });

  test('says the same of itself, but for when it was built', () => {
    const { release_id, built_at, next_expected_at, ...again } = readManifest(
      join(folder, 'releases', 'next', 'exports'),
    );
    expect(readManifest(published)).toMatchObject(again);
    expect(built_at).not.toBe(readManifest(published).built_at);
    expect(release_id).toBe(built_at.replaceAll(/[-:]|\.\d+/g, ''));
    expect(Date.parse(next_expected_at)).toBeGreaterThan(Date.parse(built_at));
  });
});
