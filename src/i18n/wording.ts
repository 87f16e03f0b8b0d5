/** What a page says in its language: one wording for each language of the city, made once. */

import type { Language } from '../contract/city.ts';
import { city } from '../datasets/manifest.ts';
import { makeWording } from './make-wording.ts';
import type { Wording } from './words-from.ts';

const made = new Map<Language, Wording>();

export function wordingIn(language: Language): Wording {
  const known = made.get(language);
  if (known) return known;
  const wording = makeWording(language, city.time_zone);
  made.set(language, wording);
  return wording;
}
