/** Programs of other people that tests run: found on the machine, or unpacked from Debian’s packages, not installed. */

import { execFileSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface Program {
  readonly name: string;
  /** What says that it runs at all. */
  readonly versionArgs: readonly string[];
  readonly packages: readonly string[];
}

export type FoundProgram =
  { readonly found: true; readonly path: string } | { readonly found: false; readonly reason: string };

/** Nothing of a package is set up: an installed web server would be started as a service. */
const unpacked = join(tmpdir(), 'plainview-programs');

/** Where packages put programs; a user's own path often lacks the second. */
const folders = () => [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', ...unpackedFolders];
const unpackedFolders = ['usr/bin', 'usr/sbin'].map((folder) => join(unpacked, folder));

export function findProgram({ name, versionArgs, packages }: Program): FoundProgram {
  const path = folders()
    .map((folder) => join(folder, name))
    .find((candidate) => runs(candidate, versionArgs));
  if (path !== undefined) return { found: true, path };
  return {
    found: false,
    reason: `no ${name} that runs on this machine (on Debian: apt install ${packages.join(' ')})`,
  };
}

/** On Debian, as any user; anywhere else says why not. */
export function findOrUnpack(program: Program): FoundProgram {
  const before = findProgram(program);
  if (before.found || !isExecutable('/usr/bin/apt-get')) return before;
  mkdirSync(unpacked, { recursive: true });
  const quiet = { stdio: 'pipe', cwd: unpacked } as const;
  try {
    if (process.getuid?.() === 0) execFileSync('apt-get', ['update', '-q'], quiet);
    execFileSync('apt-get', ['download', '-q', ...program.packages], quiet);
    for (const file of readdirSync(unpacked).filter((name) => name.endsWith('.deb'))) {
      execFileSync('dpkg', ['-x', file, '.'], quiet);
    }
  } catch (error) {
    return { found: false, reason: `${program.name}: ${(error as Error).message.split('\n')[0]}` };
  }
  return findProgram(program);
}

/** A file of a package: on the machine, or unpacked. */
export function findPackageFile(path: string): string | undefined {
  return [path, join(unpacked, path)].find((candidate) => isReadable(candidate));
}

function runs(path: string, args: readonly string[]): boolean {
  if (!isExecutable(path)) return false;
  try {
    execFileSync(path, [...args], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

const isExecutable = (path: string) => isAllowed(path, constants.X_OK);
const isReadable = (path: string) => isAllowed(path, constants.R_OK);

function isAllowed(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}
