/** Values of an export with how often each occurs, its spellings taken together as the models take them. */

import type { ValueCount } from '../warehouse/look-at-file.ts';
import { foldText } from './make-codes.ts';

export interface Tallied {
  /** As most records spell it. */
  readonly text: string;
  readonly records: number;
}

/** What fewer records say may be a slip: of a shifted row it is a person's name. */
export const LEAST_RECORDS = 5;

/** The values at one place of the combinations, blanks left out; most frequent first. */
export function tally(counts: readonly ValueCount[], at: number): Tallied[] {
  const spellings = new Map<string, Map<string, number>>();
  for (const { values, records } of counts) {
    const text = values[at];
    if (!text) continue;
    const folded = spellings.get(foldText(text)) ?? new Map<string, number>();
    folded.set(text, (folded.get(text) ?? 0) + records);
    spellings.set(foldText(text), folded);
  }
  return [...spellings.values()]
    .map((folded) => ({
      text: [...folded].sort(byCount)[0]?.[0] ?? '',
      records: [...folded.values()].reduce((sum, records) => sum + records, 0),
    }))
    .sort((one, other) => byCount([one.text, one.records], [other.text, other.records]));
}

/** An address, a number to call or a paragraph where a word of a list is expected. */
export function looksPersonal(text: string): boolean {
  return text.includes('@') || text.replaceAll(/\D/g, '').length >= 7 || text.length > 100;
}

export function isListed({ text, records }: Tallied): boolean {
  return records >= LEAST_RECORDS && !looksPersonal(text);
}

function byCount([one, ones]: readonly [string, number], [other, others]: readonly [string, number]): number {
  return others - ones || (one < other ? -1 : 1);
}
