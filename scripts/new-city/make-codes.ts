/** Codes made of the words of the source: lower-case ASCII, each once, none that means something else. */

import { ALL, UNKNOWN, UNMAPPED } from '../../src/contract/measures.ts';

const MOST_CHARACTERS = 60;
const reserved: readonly string[] = [ALL, UNKNOWN, UNMAPPED];

/** `Éclairage – rue` becomes `eclairage_rue`; of letters that are not Latin nothing is left, and the code is `fallback`. */
export function slugOf(text: string, fallback = 'other'): string {
  const words = text
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'OE')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .slice(0, MOST_CHARACTERS)
    .replaceAll(/^_+|_+$/g, '');
  const code = words === '' ? fallback : words;
  return reserved.includes(code) ? `${code}_${fallback}` : code;
}

/**
 * One code for each text, in order, none of those `taken`; no code is another text, since a row is also matched by its
 * own code.
 */
export function makeCodes(
  texts: readonly string[],
  fallback = 'other',
  taken: readonly string[] = [],
): Map<string, string> {
  const folded = new Map(texts.map((text) => [foldText(text), text]));
  const codes = new Map<string, string>();
  const used = new Set(taken);
  for (const text of texts) {
    const slug = slugOf(text, fallback);
    const isFree = (code: string) => !used.has(code) && (folded.get(code) ?? text) === text;
    let code = slug;
    for (let count = 2; !isFree(code); count += 1) code = `${slug}_${count}`;
    used.add(code);
    codes.set(text, code);
  }
  return codes;
}

/** As the models compare what a source writes. */
export function foldText(text: string): string {
  return text.trim().toLowerCase();
}
