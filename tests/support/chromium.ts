/** Chromium for the tests that look at pages: found on the machine, or installed where that is possible. */

import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

export type FoundChromium =
  { readonly found: true; readonly path: string } | { readonly found: false; readonly reason: string };

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Quiet on the network: no test may reach further than loopback. */
const flags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** Maps are drawn without a graphics card. It makes every page slower, and is for tests of maps. */
const drawingFlags = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/** PLAINVIEW_CHROMIUM names one that is elsewhere. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): FoundChromium {
  const named = environment['PLAINVIEW_CHROMIUM'];
  if (named !== undefined) {
    return isExecutable(named)
      ? { found: true, path: named }
      : notFound(`PLAINVIEW_CHROMIUM names no program: ${named}`);
  }
  const folders = (environment['PATH'] ?? '').split(delimiter);
  const path = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
  return path === undefined
    ? notFound('no Chromium on this machine; set PLAINVIEW_CHROMIUM to one')
    : { found: true, path };
}

/** Installs Debian's Chromium when run by root on Debian; anywhere else says why not. */
export async function findOrInstallChromium(): Promise<FoundChromium> {
  const before = findChromium();
  if (before.found || process.env['PLAINVIEW_CHROMIUM'] !== undefined) return before;
  if (process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get')) return before;
  process.stdout.write('chromium    installing Debian’s package\n');
  try {
    const quiet = { stdio: 'pipe', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    execFileSync('apt-get', ['update', '-q'], quiet);
    execFileSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'], quiet);
  } catch (error) {
    return notFound(`apt-get could not install it: ${(error as Error).message.split('\n')[0]}`);
  }
  return findChromium();
}

/** The caller closes it. Throws where there is none: ask `findChromium` first, and skip with its reason. */
export async function launchChromium({ drawsMaps = false } = {}): Promise<Browser> {
  const found = findChromium();
  if (!found.found) throw new Error(found.reason);
  return chromium.launch({ executablePath: found.path, args: drawsMaps ? [...flags, ...drawingFlags] : flags });
}

function notFound(reason: string): FoundChromium {
  return { found: false, reason: `tests in a browser are skipped: ${reason}` };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
