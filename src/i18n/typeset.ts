/** The spaces of each language: none before an English percent sign, unbreaking ones where Canadian French has them. */

import type { Language } from '../contract/city.ts';

const noBreak = '\u00a0';

export function typeset(text: string, language: Language): string {
  // A time that ends a sentence ends it: “7:35 a.m.”
  if (language !== 'fr') return text.replace(/(\d) %/g, '$1%').replace(/([ap]\.m\.)\./g, '$1');
  return text
    .replace(/(\d) %/g, `$1${noBreak}%`)
    .replace(/(?<!\d)(\d{1,3}) (?=\d{3}(?!\d))/g, '$1\u202f')
    .replace(/« /g, `«${noBreak}`)
    .replace(/ »/g, `${noBreak}»`)
    .replace(/ :/g, `${noBreak}:`);
}
