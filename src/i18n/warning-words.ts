/** What the manifest warns of, in a sentence; a code that no dictionary knows is shown as it is. */

import type { PluralKey } from './dictionary.ts';
import { en } from './en.ts';
import type { Wording } from './words-from.ts';

export function warningWords(wording: Wording, warning: { readonly code: string; readonly count: number }): string {
  const key = `warning.${warning.code}`;
  if (isPluralKey(key)) return wording.plural(key, warning.count);
  return wording.text('warning.other', { code: warning.code, count: wording.format.count(warning.count) });
}

function isPluralKey(key: string): key is PluralKey & `warning.${string}` {
  return key in en && typeof en[key as keyof typeof en] !== 'string';
}
