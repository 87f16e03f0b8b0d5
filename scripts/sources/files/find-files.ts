/** Which files of the folder that a city's system delivers into are read, and in which order. */

import { existsSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import path from 'node:path';
import type { City } from '../../../src/contract/city.ts';
import type { FilesSource } from '../../../src/contract/sources.ts';
import { OperatorError } from '../../support/operator-error.ts';
import { type Environment, resolveSourceFolder } from '../../support/read-city/resolve-source-folder.ts';

export interface FindFilesOptions {
  readonly environment?: Environment;
  /** Where earlier nights have read the folder, and each file once, nothing new is no fault. */
  readonly mayBeNone?: boolean;
}

/** Paths in the order delivered. Throws SOURCE_FILE_MISSING. */
export async function findFiles(
  settings: Pick<FilesSource, 'folder' | 'pattern' | 'order'>,
  city: Pick<City, 'folder'>,
  { environment = process.env, mayBeNone = false }: FindFilesOptions = {},
): Promise<string[]> {
  const folder = resolveSourceFolder(settings.folder, city.folder, environment);
  if (!existsSync(folder)) throw missingFolder(folder);
  const names: string[] = [];
  for await (const name of glob(settings.pattern, { cwd: folder })) if (!isNoDelivery(name)) names.push(name);
  if (names.length === 0 && !mayBeNone) throw missingFile(path.join(folder, settings.pattern));
  const place = (name: string) => settings.order.indexOf(name);
  return names
    .sort()
    .sort((a, b) => place(a) - place(b))
    .map((name) => path.join(folder, name));
}

/** The mark of a finished file; and what Excel lays beside a workbook that somebody has open. */
export function isNoDelivery(name: string): boolean {
  return name.endsWith('.done') || path.basename(name).startsWith('~$');
}

function missingFile(where: string): OperatorError {
  return new OperatorError('SOURCE_FILE_MISSING', {
    exit: 'source',
    message: 'The CRM has delivered no file.',
    faults: [{ where, found: 'no file', expected: 'at least one' }],
    remedy: 'Check that the scheduled export still writes there, then: npm run nightly',
  });
}

function missingFolder(folder: string): OperatorError {
  return new OperatorError('SOURCE_FILE_MISSING', {
    exit: 'source',
    message: 'The folder that the CRM delivers into is not there.',
    faults: [{ where: folder, found: 'no folder', expected: 'the folder that city.json names at sources[…].folder' }],
    remedy: 'Correct the folder in city.json, or have it made again where the CRM delivers, then: npm run nightly',
  });
}
