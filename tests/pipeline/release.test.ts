/** What a night leaves behind: a release whose site, data and descriptions of itself agree. */

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { manifestSchema, nightSchema } from '../../src/contract/manifest.ts';

const { dataFolder, asOf } = inject('demoNight');
const site = join(dataFolder, 'site');
const published = join(site, 'data', 'v1');
const latest = join(published, 'latest');

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
const manifest = manifestSchema.parse(readJson(join(published, 'manifest.json')));

describe('the release', () => {
  test('is one folder that the site and the exports lead to', () => {
    expect(readlinkSync(site)).toBe(join('releases', manifest.release_id));
    expect(realpathSync(join(dataFolder, 'exports'))).toBe(realpathSync(latest));
    expect(existsSync(join(dataFolder, 'releases', 'next'))).toBe(false);
    expect(existsSync(join(dataFolder, '.lock'))).toBe(false);
  });

  test('is of the moment that was asked for', () => {
    const night = nightSchema.parse(readJson(join(published, 'night.json')));
    expect(Date.parse(manifest.as_of)).toBe(Date.parse(asOf));
    expect(night).toMatchObject({ release_id: manifest.release_id, as_of: manifest.as_of });
  });

  test('begins with a page in each language', () => {
    for (const language of manifest.city.languages) {
      const page = readFileSync(join(site, language, 'index.html'), 'utf8');
      expect(page).toContain(`<html lang="${language}`);
      expect(page).toContain(manifest.city.name[language]);
    }
  });
});

describe.each(manifest.files)('$path', ({ path, bytes, sha256: sum }) => {
  const file = join(published, path);

  test('is the file that the manifest describes', () => {
    expect(readFileSync(file).length).toBe(bytes);
    expect(sha256(file)).toBe(sum);
  });

  test('is the same compressed, where it is compressed', () => {
    if (!existsSync(`${file}.br`)) return;
    expect(brotliDecompressSync(readFileSync(`${file}.br`)).equals(readFileSync(file))).toBe(true);
  });
});

test('SHA256SUMS holds each file, in the form that sha256sum -c reads', () => {
  const lines = readFileSync(join(published, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
  for (const line of lines) expect(line).toMatch(/^[0-9a-f]{64} {2}\S+$/);
  const sums = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
  for (const { path, sha256: sum } of manifest.files) expect(sums.get(path), path).toBe(sum);
});
