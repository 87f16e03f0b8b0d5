/** What the schema library expected, in an operator's words; a message of the contract's own stands as it is. */

import type { z } from 'zod';

const types: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object { … }',
  record: 'an object { … }',
  array: 'a list [ … ]',
  tuple: 'a list [ … ]',
};

const formats: Readonly<Record<string, string>> = {
  date: 'a date that exists, as YYYY-MM-DD',
  datetime: 'an instant with its offset, such as 2026-11-01T05:00:00Z',
  email: 'an e-mail address',
  url: 'an address that begins with https://',
};

export function expectedWords(issue: z.core.$ZodIssue): string {
  const isOwn = !/^(?:Invalid|Too (?:small|big))\b/.test(issue.message);
  if (isOwn) return issue.message;
  if (issue.code === 'invalid_type') return types[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_format' && formats[issue.format] !== undefined) return formats[issue.format] ?? '';
  if (issue.code === 'too_small')
    return `${issue.inclusive ? 'at least' : 'more than'} ${amount(issue.minimum, issue.origin)}`;
  if (issue.code === 'too_big')
    return `${issue.inclusive ? 'at most' : 'less than'} ${amount(issue.maximum, issue.origin)}`;
  return issue.message.replace(/^Invalid (?:input: )?/, 'a valid ');
}

const units: Readonly<Record<string, readonly [one: string, several: string]>> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
};

function amount(limit: number | bigint, origin: string): string {
  const unit = units[origin]?.[limit === 1 ? 0 : 1];
  return unit === undefined ? String(limit) : `${limit} ${unit}`;
}
