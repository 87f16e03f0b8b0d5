/** Shapes of single values that several files of a city folder share. */

import { z } from 'zod';

export const code = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]*$/, 'a code: lower-case letters, digits, - and _, starting with a letter or digit');

/** Messages of this file are what is expected: an error prints them after that word. */
export const zoneWords = 'an IANA zone such as America/Toronto';
export const timeZone = z
  .string()
  .refine(isTimeZone, { error: zoneWords, params: { known: Intl.supportedValuesOf('timeZone') } });

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-CA', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
