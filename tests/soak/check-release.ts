/** Whether what is published is one whole release: every file there, right, and of one night. */

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, readlink, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { manifestSchema, nightSchema } from '../../src/contract/manifest.ts';

/** Path and hash of every file that the public can reach, through `site` and through `exports`. */
export async function hashRelease(dataFolder: string): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const link of ['site', 'exports']) {
    const root = await realpath(join(dataFolder, link));
    for (const path of await filesBelow(root)) hashes.set(`${link}/${path}`, sha256(await readFile(join(root, path))));
  }
  return hashes;
}

/** What is wrong with it; empty for a whole one. */
export async function checkRelease(dataFolder: string): Promise<string[]> {
  const site = join(dataFolder, 'site');
  const v1 = join(site, 'data', 'v1');
  const faults: string[] = [];
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(v1, 'manifest.json'), 'utf8')));
  const night = nightSchema.parse(JSON.parse(await readFile(join(v1, 'night.json'), 'utf8')));

  if ((await readlink(site)) !== join('releases', manifest.release_id)) faults.push('site leads to another release');
  if ((await realpath(join(dataFolder, 'exports'))) !== (await realpath(join(v1, 'latest')))) {
    faults.push('exports leads elsewhere than the site');
  }
  for (const key of ['release_id', 'as_of', 'built_at', 'next_expected_at'] as const) {
    if (night[key] !== manifest[key]) faults.push(`night.json has another ${key} than manifest.json`);
  }
  faults.push(...(await checkSums(v1, manifest.files.length + 2)));
  faults.push(...(await checkSums(join(v1, 'latest'), manifest.files.length)));
  faults.push(...(await checkPages(site, manifest.built_at, manifest.files.length)));
  return faults;
}

/** Each line of SHA256SUMS against its file, as `sha256sum -c` does. */
async function checkSums(folder: string, lineCount: number): Promise<string[]> {
  const lines = (await readFile(join(folder, 'SHA256SUMS'), 'utf8')).trimEnd().split('\n');
  const faults = lines.length === lineCount ? [] : [`${folder}/SHA256SUMS has ${lines.length} lines, not ${lineCount}`];
  for (const line of lines) {
    const [sum, path] = [line.slice(0, 64), line.slice(66)];
    const file = join(folder, path);
    if (!existsSync(file)) faults.push(`${path} is not there`);
    else if (sha256(await readFile(file)) !== sum) faults.push(`${path} is not what SHA256SUMS says`);
  }
  return faults;
}

/** Every page was built with this night's exports, and what is packed is what lies beside it. */
async function checkPages(site: string, builtAt: string, leastFiles: number): Promise<string[]> {
  const paths = await filesBelow(site);
  const faults: string[] = [];
  const pages = paths.filter((path) => path.endsWith('.html'));
  if (pages.length < 10 || paths.length < pages.length + leastFiles) faults.push(`only ${pages.length} pages`);
  const packed = new Set(paths.filter((path) => path.endsWith('.br')));
  for (const page of pages) {
    const html = await readFile(join(site, page), 'utf8');
    const instants = [...html.matchAll(/<time datetime="([^"]+)"/g)].map(([, instant]) => instant);
    if (html.includes('http-equiv="refresh"')) continue;
    if (!instants.includes(builtAt)) faults.push(`${page} was not built at ${builtAt}`);
    if (html.length > 2000 && !packed.has(`${page}.br`)) faults.push(`${page} has no packed copy`);
  }
  for (const path of packed) {
    const beside = await readFile(join(site, path.slice(0, -'.br'.length))).catch(() => null);
    const unpacked = brotliDecompressSync(await readFile(join(site, path)));
    if (beside === null || !beside.equals(unpacked)) faults.push(`${path} is not its file, packed`);
  }
  return faults;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const root = folder.endsWith('/') ? folder : `${folder}/`;
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort();
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
