/** Reads one text file of the city folder, UTF-8 or as a spreadsheet saves it, or says what is wrong with it. */

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
  const text = decode(bytes);
  if (text !== null) return { text, faults: [] };
  const expected = 'UTF-8 (in a spreadsheet: save as “CSV UTF-8”)';
  return { text: null, faults: [{ where: file, found: 'bytes that are not UTF-8', expected }] };
}

/** What a spreadsheet's plain "CSV" holds beyond ASCII in English and French: letters, quotes, dashes. */
const westernText = /^[\p{ASCII}ÀÂÄÆÇÈÉÊËÎÏÔÖÙÛÜŒàâäæçèéêëîïôöùûüÿœ«»‘’“”–—…°·€\u00a0]*$/u;

/** Null where bytes are neither UTF-8, nor marked UTF-16, nor such that Windows-1252 makes only usual signs of them. */
function decode(bytes: Uint8Array): string | null {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes);
    return westernText.test(text) ? text : null;
  }
}
