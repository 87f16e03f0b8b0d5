/** A name in one language; that it is missing stops the build, and says where to add it. */

import type { Language } from '../contract/city.ts';

export type Names = Readonly<Partial<Record<Language, string>>>;

export function nameIn(names: Names, language: Language): string {
  const name = names[language];
  if (!name) throw new Error(missingName('the city', `name.${language}`, language));
  return name;
}

export function missingName(owner: string, field: string, language: Language): string {
  return (
    `${owner} has no ${field}, and the site is published in "${language}". ` +
    'Add it in the city folder, or take the language out of city.json.'
  );
}
