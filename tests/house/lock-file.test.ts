/** The same packages on every machine: exact versions, and a lock file that `npm ci` accepts anywhere. */

import { expect, test } from 'vitest';
import { readProjectFile } from './project-files.ts';

interface LockedPackage {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const declared = JSON.parse(readProjectFile('package.json'));
const locked: Record<string, LockedPackage> = JSON.parse(readProjectFile('package-lock.json')).packages;

const exact = /^(?:npm:(?:@[\w-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/;

test('every dependency is an exact version', () => {
  const all: Record<string, string> = { ...declared.dependencies, ...declared.devDependencies };
  expect(Object.entries(all).filter(([, version]) => !exact.test(version))).toEqual([]);
});

test('the lock file names the same dependencies', () => {
  const { dependencies, devDependencies } = locked[''] as typeof declared;
  expect({ dependencies, devDependencies }).toEqual({
    dependencies: declared.dependencies,
    devDependencies: declared.devDependencies,
  });
});

/** Where Node finds a package from inside another: beside it, or beside one that it lies in. */
function resolved(from: string, name: string): LockedPackage | undefined {
  const own = locked[`${from === '' ? '' : `${from}/`}node_modules/${name}`];
  if (own || from === '') return own;
  return resolved(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
}

test('the builds for other platforms are listed, which npm leaves out when it cannot see them, and npm ci then refuses', () => {
  const missing = Object.entries(locked).flatMap(([from, { optionalDependencies }]) =>
    Object.entries(optionalDependencies ?? {})
      .filter(([name, version]) => /^\d/.test(version) && resolved(from, name)?.version !== version)
      .map(([name, version]) => `${name}@${version}, for ${from}: add its version, os, cpu and "optional": true`),
  );
  expect(missing).toEqual([]);
});
