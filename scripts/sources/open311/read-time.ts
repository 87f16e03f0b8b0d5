/** A time as GeoReport servers write it, as ISO 8601; and as the text that they are asked with. */

const written = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?([.,]\d+)? ?(?:(Z)|([+-]\d\d):?(\d\d)?)?$/i;
const isDay = /^\d{4}-\d\d-\d\d$/;

export interface ReadTime {
  /** ISO 8601, with its offset where one is written; what is no time stays as it is. */
  readonly text: string;
  /** NaN where it is no time; without an offset as if it were UTC, good for comparing with others without. */
  readonly milliseconds: number;
  readonly hasOffset: boolean;
}

/** `2012-05-22 23:57:23.97`, `…T23:57:23-05:00`, `…+0000`, `…Z`. */
export function readTime(text: string): ReadTime {
  const match = written.exec(text);
  if (!match) return { text, milliseconds: isDay.test(text) ? Date.parse(text) : Number.NaN, hasOffset: false };
  const [, day, minutes, seconds = ':00', fraction = '', zulu, hours, rest = '00'] = match;
  const offset = zulu ? 'Z' : hours === undefined ? '' : `${hours}:${rest}`;
  const iso = `${day}T${minutes}${seconds}${fraction.replace(',', '.')}`;
  return { text: `${iso}${offset}`, milliseconds: Date.parse(`${iso}${offset || 'Z'}`), hasOffset: offset !== '' };
}

/** In UTC, to the second: a fraction is answered with an error by some (Chicago, 500). */
export function askedTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
