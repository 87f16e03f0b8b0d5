/** Writes the settings for web servers that serve the site: beside it, and inside it for hosts that look there. */

import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolders } from '../support/data-folders.ts';
import { caddyFile, headersFile, nginxFile } from './host-files.ts';

/** `hosting/nginx.conf` and `hosting/Caddyfile`: they stay where they are while releases come and go. */
export async function writeHostFiles(
  { data, live, hosting }: Pick<DataFolders, 'data' | 'live' | 'hosting'>,
  url: string,
) {
  const site = { folder: join(data, 'site'), live, basePath: basePathOf(url) };
  await mkdir(hosting, { recursive: true });
  await replaceFile(join(hosting, 'nginx.conf'), nginxFile(site));
  await replaceFile(join(hosting, 'Caddyfile'), caddyFile(site));
}

/** `_headers` in the site itself. */
export async function writeHeadersFile(siteFolder: string, url: string): Promise<void> {
  await writeFile(join(siteFolder, '_headers'), headersFile({ basePath: basePathOf(url) }));
}

/** `/` or `/performance/`: always with both strokes. */
export function basePathOf(url: string): string {
  return new URL(url).pathname.replace(/\/*$/, '/');
}

/** A server that reloads at any moment finds the old file or the new one. */
async function replaceFile(path: string, text: string): Promise<void> {
  const draft = `${path}.draft`;
  await writeFile(draft, text);
  await rename(draft, path);
}
