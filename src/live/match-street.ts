/** How well a street's name answers what somebody typed: the smaller the better, null for not at all. */

import type { StreetKey } from './street-key.ts';

export function matchStreet(asked: StreetKey, street: StreetKey): number | null {
  if (asked.plain === '') return null;
  if (asked.plain === street.plain) return 0;
  if (asked.full === street.full) return 1;
  if (asked.core === street.core) return 2 + mismatches(asked, street);
  if (street.plain.startsWith(asked.plain) || street.full.startsWith(asked.full)) return 5;
  if (hasWordThatBegins(street.plain, asked.plain)) return 6;
  const isLong = asked.core.length >= 4;
  if (isOneEditApart(asked.full, street.full) || isOneEditApart(asked.plain, street.plain)) return 7;
  if (isLong && isOneEditApart(asked.core, street.core)) return 8 + mismatches(asked, street) / 10;
  const begins = beginsWithOneEdit(street.full, asked.full) || beginsWithOneEdit(street.plain, asked.plain);
  return isLong && begins ? 9 : null;
}

/** What was not said cannot differ. */
function mismatches(asked: StreetKey, street: StreetKey): number {
  const differs = (one: string, other: string) => (one === '' || one === other ? 0 : 1);
  return differs(asked.generic, street.generic) + differs(asked.direction, street.direction);
}

function hasWordThatBegins(name: string, text: string): boolean {
  return ` ${name}`.includes(` ${text}`);
}

function beginsWithOneEdit(name: string, text: string): boolean {
  return [-1, 0, 1].some((more) => isOneEditApart(text, name.slice(0, text.length + more)));
}

/** One letter wrong, left out, too many, or two changed about (Damerau, 1964); also where there is no difference. */
export function isOneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const rest = (text: string, from: number) => text.slice(start + from);
  if (a.length === b.length) {
    const isSwapped = a[start] === b[start + 1] && a[start + 1] === b[start] && rest(a, 2) === rest(b, 2);
    return rest(a, 1) === rest(b, 1) || isSwapped;
  }
  return a.length > b.length ? rest(a, 1) === rest(b, 0) : rest(a, 0) === rest(b, 1);
}
