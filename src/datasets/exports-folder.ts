/** Where the night's exports lie, and one file of them; a missing one says which command makes it. */

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const exportsFolder = resolve(process.env['PLAINVIEW_EXPORTS'] ?? 'data/exports');

export function readExport(fileName: string): Uint8Array {
  const path = join(exportsFolder, fileName);
  if (!existsSync(path)) {
    throw new Error(
      `The site is built from the night's exports, and ${path} is not there. ` +
        'Run `npm run nightly` first, or name another folder in PLAINVIEW_EXPORTS.',
    );
  }
  return readFileSync(path);
}

export function readExportText(fileName: string): string {
  return new TextDecoder().decode(readExport(fileName));
}
