/** Names in the page's language; a name that is missing in a language of the city stops the build. */

import type { Language } from '../contract/city.ts';
import { siteLanguages } from './manifest.ts';
import { missingName, type Names } from './name-in.ts';
import type { RawRow } from './read-arrow.ts';

/** Reads `<prefix>name_en` and `<prefix>name_fr`, of which each of the city's languages must be there. */
export function readNames(row: RawRow, owner: string, prefix = ''): Names {
  const names: Partial<Record<Language, string>> = {};
  for (const language of siteLanguages) {
    const name = String(row[`${prefix}name_${language}`] ?? '').trim();
    if (name === '') throw new Error(missingName(owner, `${prefix}name_${language}`, language));
    names[language] = name;
  }
  return names;
}
