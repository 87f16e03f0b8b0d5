/** Reads one UTF-8 file of the city folder, or says what is wrong with it. */

import { readFile } from 'node:fs/promises';
import type { Fault } from '../operator-error.ts';

export type ReadText = { readonly text: string | null; readonly faults: readonly Fault[] };

export async function readText(file: string): Promise<ReadText> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const found = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no such file' : (error as Error).message;
    return { text: null, faults: [{ where: file, found, expected: 'a file that can be read' }] };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), faults: [] };
  } catch {
    const expected = 'UTF-8 (in a spreadsheet: save as “CSV UTF-8”)';
    return { text: null, faults: [{ where: file, found: 'bytes that are not UTF-8', expected }] };
  }
}
