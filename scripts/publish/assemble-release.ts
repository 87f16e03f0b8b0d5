/** Puts the exports into the built site, under the addresses at which the public finds them. */

import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { manifestSchema, type Manifest } from '../../src/contract/manifest.ts';

export interface AssembleOptions {
  readonly exportsFolder: string;
  readonly siteFolder: string;
}

export interface AssembledRelease {
  readonly fileCount: number;
  readonly bytes: number;
}

/** What the exports hold beside the files that their manifest names. */
const releaseFiles = ['manifest.json', 'night.json', 'SHA256SUMS'] as const;

/**
 * `data/v1/latest/` gets the files that the manifest names, and `manifest.json`, `night.json`, `SHA256SUMS` as they
 * are: a whole export, whose paths are relative to it. `data/v1/` gets the three again with paths relative to that
 * folder (`latest/requests.csv`). Nothing that the manifest does not name is published. May be run again after a crash.
 */
export async function assembleRelease({ exportsFolder, siteFolder }: AssembleOptions): Promise<AssembledRelease> {
  const v1 = join(siteFolder, 'data', 'v1');
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(exportsFolder, 'manifest.json'), 'utf8')));
  await checkSizes(exportsFolder, manifest);

  await rm(v1, { recursive: true, force: true });
  const names = new Set([...manifest.files.map((file) => file.path), ...releaseFiles]);
  for (const name of names) await linkOrCopy(join(exportsFolder, name), join(v1, 'latest', name));

  const files = manifest.files.map((file) => ({ ...file, path: `latest/${file.path}` }));
  const manifestText = `${JSON.stringify({ ...manifest, files }, null, 2)}\n`;
  const night = await readFile(join(exportsFolder, 'night.json'));
  await writeFile(join(v1, 'manifest.json'), manifestText);
  await writeFile(join(v1, 'night.json'), night);
  const sums = [
    ...files.map((file) => ({ path: file.path, sha256: file.sha256 })),
    { path: 'manifest.json', sha256: hash(manifestText) },
    { path: 'night.json', sha256: hash(night) },
  ];
  await writeFile(join(v1, 'SHA256SUMS'), sums.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''));
  return { fileCount: files.length, bytes: files.reduce((sum, file) => sum + file.bytes, 0) };
}

/** A file shorter than its manifest says was cut off; the hash is left to `SHA256SUMS`. */
async function checkSizes(exportsFolder: string, manifest: Manifest): Promise<void> {
  for (const file of manifest.files) {
    const { size } = await stat(join(exportsFolder, file.path));
    if (size !== file.bytes) throw new Error(`${file.path} has ${size} bytes, its manifest says ${file.bytes}`);
  }
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  try {
    await link(from, to);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'EXDEV' && code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EMLINK') throw error;
    await copyFile(from, to, constants.COPYFILE_FICLONE);
  }
}

function hash(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
