/** What `npm run new-city` wrote into the settings for a person to replace, and nobody has. */

import { LICENCE_TO_CHOOSE, PLACEHOLDER_HOST } from '../new-city/write-folder.ts';

/** Keys such as `site.url`. */
export function findPlaceholders(value: unknown, key = ''): string[] {
  if (typeof value === 'string') {
    const isPlaceholder = value.includes(PLACEHOLDER_HOST) || Object.values(LICENCE_TO_CHOOSE).includes(value);
    return isPlaceholder ? [key] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    findPlaceholders(inner, key === '' ? name : `${key}.${name}`),
  );
}
