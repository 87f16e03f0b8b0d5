/** Turns what zod refuses into faults an operator can act on: the place, what was found, what is expected. */

import type { z } from 'zod';
import type { Fault } from '../operator-error.ts';
import { nearestName } from '../nearest-name.ts';
import { expectedWords } from './expected-words.ts';
import { type RenamedKey, renamedFault } from './renamed-keys.ts';
import { isRecord, keysAt } from './schema-keys.ts';

type Issue = z.core.$ZodIssue;

type Where = (path: readonly PropertyKey[]) => string;
/** The key that an unknown one was renamed to, if it was. */
type Renamed = (path: string) => RenamedKey | undefined;

/** `where` says a path inside the file: `sources[0].fields` or `column tier`. */
export function schemaFaults(
  schema: z.ZodType,
  value: unknown,
  where: Where,
  renamed: Renamed = () => undefined,
): readonly Fault[] {
  const issues = schema.safeParse(value, { reportInput: true }).error?.issues ?? [];
  const flat = issues.flatMap((issue) => innermost(issue, []));
  const misspelt = new Set<string>();
  const faults = flat
    .filter((issue) => issue.code === 'unrecognized_keys')
    .flatMap((issue) => unknownKeys(schema, value, issue, where, renamed, misspelt));
  for (const issue of flat) {
    // The one missing key that a misspelt one stands for is one fault, not two.
    if (issue.code === 'unrecognized_keys' || misspelt.has(pathText(issue.path))) continue;
    faults.push({ where: where(issue.path), ...describe(issue, valueAt(value, issue.path)) });
  }
  return faults;
}

function unknownKeys(
  schema: z.ZodType,
  value: unknown,
  issue: Issue & { code: 'unrecognized_keys' },
  where: Where,
  renamed: Renamed,
  misspelt: Set<string>,
): Fault[] {
  const valid = keysAt(schema, issue.path, value);
  const present = valueAt(value, issue.path);
  return issue.keys.map((key) => {
    const path = [...issue.path, key];
    const change = renamed(pathText(path));
    const meant = change ? change.now : nearestName(key, valid);
    if (meant && isRecord(present) && !(meant in present)) misspelt.add(pathText([...issue.path, meant]));
    if (change) return renamedFault(where(path), change);
    return { where: where(path), found: 'a key that is not known', expected: oneOf(key, valid) };
  });
}

/** Of a union without a discriminator, the issues of the branch that got furthest. */
function innermost(issue: Issue, prefix: readonly PropertyKey[]): Issue[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const deepest = issue.errors.find((branch) => branch.some((inner) => inner.path.length > 0 || 'keys' in inner));
    if (deepest) return deepest.flatMap((inner) => innermost(inner, path));
  }
  return [{ ...issue, path } as Issue];
}

function describe(issue: Issue, found: unknown): { found: string; expected: string } {
  const shown = showValue(found);
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const own = issue.message.startsWith('Invalid') ? undefined : issue.message;
    return { found: shown, expected: oneOf(String(found ?? ''), values, own) };
  }
  if (issue.code === 'invalid_union' && 'options' in issue) {
    return { found: shown, expected: oneOf(String(found ?? ''), (issue.options as unknown[]).map(String)) };
  }
  if (issue.code === 'custom' && Array.isArray(issue.params?.['known'])) {
    return { found: shown, expected: oneOf(String(found ?? ''), issue.params['known'], issue.message) };
  }
  return { found: shown, expected: expectedWords(issue) };
}

/** `one of a, b, c   (nearest: b)`. */
export function oneOf(wrong: string, valid: readonly string[], sentence?: string): string {
  const nearest = nearestName(wrong, valid);
  const list = valid.length > 20 ? `one of ${valid.length} known values` : `one of ${valid.map(visible).join(', ')}`;
  return (sentence ?? list) + (nearest === undefined ? '' : `   (nearest: ${nearest})`);
}

export function showValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === '') return 'a blank';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return visible(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

/** `sources[0].fields.closed_at`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

function visible(text: string): string {
  return text.replaceAll('\t', '\\t').replaceAll('\r', '\\r').replaceAll('\n', '\\n');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null | undefined)?.[key], value);
}
