/** The two dictionaries of the site say the same things, and use only their own placeholders. */

import { describe, expect, test } from 'vitest';
import { projectFiles } from './project-files.ts';

type Dictionary = Readonly<Record<string, string>>;

async function load(language: string): Promise<Dictionary> {
  const module: Record<string, Dictionary> = await import(`../../src/i18n/${language}.ts`);
  const dictionary = module[language];
  if (dictionary === undefined) throw new Error(`src/i18n/${language}.ts exports no ${language}`);
  return dictionary;
}

const en = await load('en');
const fr = await load('fr');

test('both have the same keys', () => {
  const missing = (from: Dictionary, other: Dictionary) => Object.keys(from).filter((key) => !(key in other));
  expect({ missingInFrench: missing(en, fr), missingInEnglish: missing(fr, en) }).toEqual({
    missingInFrench: [],
    missingInEnglish: [],
  });
});

test('a sentence has the same placeholders in both, and is not blank', () => {
  const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();
  const differing = Object.keys(en).filter(
    (key) => key in fr && placeholders(en[key] ?? '').join() !== placeholders(fr[key] ?? '').join(),
  );
  expect(differing).toEqual([]);
  expect([...Object.entries(en), ...Object.entries(fr)].filter(([, text]) => text.trim() === '')).toEqual([]);
});

describe('use', () => {
  const code = projectFiles(['src'], ['.ts', '.tsx', '.astro']).filter(({ path }) => !path.startsWith('src/i18n/'));
  const text = code.map((file) => file.text).join('\n');

  test('every key is used, whole or by its beginning', () => {
    const beginnings = [...text.matchAll(/`([a-z][\w.]*[._])\$\{/g)].map(([, start]) => start ?? '');
    const unused = Object.keys(en).filter(
      (key) =>
        !text.includes(`'${key}'`) && !text.includes(`"${key}"`) && !beginnings.some((start) => key.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });
});
