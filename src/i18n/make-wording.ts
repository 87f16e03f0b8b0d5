/** Makes the wording of one language and time zone: the dictionary, its plural forms, its numbers and dates. */

import type { Language } from '../contract/city.ts';
import type { Dictionary } from './dictionary.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { type Wording, wordsFrom } from './words-from.ts';

const dictionaries: Readonly<Record<Language, Dictionary>> = { en, fr };

export function makeWording(language: Language, timeZone: string): Wording {
  return wordsFrom(dictionaries[language], language, timeZone);
}
