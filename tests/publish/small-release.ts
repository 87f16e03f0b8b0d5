/** A whole release in miniature, each file of which names the release it belongs to. */

import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Manifest } from '../../src/contract/manifest.ts';

export interface SmallReleaseOptions {
  readonly url?: string;
  /** Pages and other files of the built site, by path. */
  readonly pages?: Readonly<Record<string, string>>;
}

/** Writes `releases/next/exports` and `releases/next/site` as a night leaves them before it publishes. */
export async function writeNext(dataFolder: string, id: string, options: SmallReleaseOptions = {}): Promise<void> {
  const next = join(dataFolder, 'releases', 'next');
  await writeExports(join(next, 'exports'), id, options.url);
  const pages = options.pages ?? { 'en/index.html': `<p>${id}</p>`, 'fr/index.html': `<p>${id}</p>` };
  for (const [path, text] of Object.entries(pages)) await writeWhole(join(next, 'site', path), text);
}

async function writeExports(folder: string, id: string, url = 'https://performance.example/'): Promise<void> {
  const night = { state: 'published', release_id: id, ...instants } as const;
  const contents = {
    'requests.csv': `service_request_id,release\r\n${`1,${id}\r\n`.repeat(50)}`,
    'requests.arrow': `arrow of ${id}`,
    'requests.parquet': `parquet of ${id}`,
    'areas.geojson': `{"type":"FeatureCollection","name":"${id}","features":[]}`,
  };
  const manifest: Manifest = {
    plainview: '0.0.0',
    release_id: id,
    ...instants,
    city: { ...city, url },
    coverage: {
      first_requested_on: '2026-01-01',
      last_requested_on: '2026-10-31',
      first_whole_month: '2026-01-01',
      last_whole_month: '2026-10-01',
      has_closing: true,
      has_reopenings: false,
    },
    files: Object.entries(contents).map(([path, text]) => ({
      path,
      dataset: null,
      format: path.slice(path.lastIndexOf('.') + 1) as Manifest['files'][number]['format'],
      media_type: 'text/plain',
      bytes: Buffer.byteLength(text),
      rows: null,
      sha256: hash(text),
    })),
    warnings: [],
  };
  const described = { ...contents, 'manifest.json': JSON.stringify(manifest), 'night.json': JSON.stringify(night) };
  const sums = Object.entries(described).map(([path, text]) => `${hash(text)}  ${path}\n`);
  for (const [path, text] of Object.entries({ ...described, SHA256SUMS: sums.join('') })) {
    await writeWhole(join(folder, path), text);
  }
}

/** The release that a folder with `SHA256SUMS` is; throws where a file of it is missing, altered, or of another one. */
export async function readWholeExport(folder: string): Promise<string> {
  const sums = (await readFile(join(folder, 'SHA256SUMS'), 'utf8')).trimEnd().split('\n');
  for (const line of sums) {
    const [sum, path = ''] = line.split('  ');
    if (hash(await readFile(join(folder, path))) !== sum) throw new Error(`${path} is not what SHA256SUMS says`);
  }
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const listed = new Set(sums.map((line) => line.split('  ')[1]));
  for (const { path } of manifest.files) if (!listed.has(path)) throw new Error(`${path} is not in SHA256SUMS`);
  return manifest.release_id;
}

export async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

function hash(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

const instants = {
  as_of: '2026-11-01T05:00:00Z',
  built_at: '2026-11-01T06:00:00Z',
  next_expected_at: '2026-11-02T11:00:00Z',
};

const city = {
  id: 'testville',
  name: { en: 'Testville' },
  languages: ['en' as const, 'fr' as const],
  time_zone: 'America/Toronto',
  demo: true,
  city_url: 'https://testville.example/',
  portal_url: 'https://testville.example/311',
  accent: '#123456',
  publisher: { en: 'Testville' },
  steward: { en: 'Open data' },
  email: 'data@testville.example',
  licence: { name: { en: 'A licence' }, url: 'https://testville.example/licence' },
  fulfilment_horizon_days: 90,
};
