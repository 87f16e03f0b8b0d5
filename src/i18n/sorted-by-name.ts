/** Named things in the alphabetical order of the page's language. */

import type { Names } from '../datasets/name-in.ts';
import type { Wording } from './words-from.ts';

export function sortedByName<Item extends { readonly names: Names }>(wording: Wording, items: readonly Item[]): Item[] {
  const { compare } = new Intl.Collator(wording.language);
  return items.toSorted((a, b) => compare(wording.name(a.names), wording.name(b.names)));
}
