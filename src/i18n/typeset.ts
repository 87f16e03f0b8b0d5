/** Spaces that must not break, as Canadian French and the percent sign want them. */

import type { Language } from '../contract/city.ts';

const noBreak = '\u00a0';

export function typeset(text: string, language: Language): string {
  const shares = text.replace(/(\d) %/g, `$1${noBreak}%`);
  if (language !== 'fr') return shares;
  return shares
    .replace(/« /g, `«${noBreak}`)
    .replace(/ »/g, `${noBreak}»`)
    .replace(/ :/g, `${noBreak}:`);
}
