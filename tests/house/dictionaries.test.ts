/** The two dictionaries of the site say the same things, and use only their own placeholders. */

import { describe, expect, test } from 'vitest';
import { projectFiles } from './project-files.ts';

import type { PluralForms } from '../../src/i18n/dictionary.ts';
import { en as english } from '../../src/i18n/en.ts';
import { fr as french } from '../../src/i18n/fr.ts';

/** A sentence, or one for each plural form. */
type Dictionary = Readonly<Record<string, string | PluralForms>>;

const en: Dictionary = english;
const fr: Dictionary = french;

function forms(sentence: Dictionary[string] | undefined): string[] {
  return typeof sentence === 'object' ? Object.values(sentence) : [sentence ?? ''];
}

test('both have the same keys', () => {
  const missing = (from: Dictionary, other: Dictionary) => Object.keys(from).filter((key) => !(key in other));
  expect({ missingInFrench: missing(en, fr), missingInEnglish: missing(fr, en) }).toEqual({
    missingInFrench: [],
    missingInEnglish: [],
  });
});

test('a sentence has the same placeholders in both, and is not blank', () => {
  // The singular may say "one" where the plural counts, so the forms are taken together. "The same month" does in one
  // language what the month's name does in the other.
  const placeholders = (sentence: Dictionary[string] | undefined) => {
    const names = forms(sentence).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    return [...new Set(names)]
      .filter((name) => name !== 'monthName')
      .toSorted()
      .join();
  };
  const differing = Object.keys(en).filter((key) => key in fr && placeholders(en[key]) !== placeholders(fr[key]));
  expect(differing).toEqual([]);
  expect(
    [...Object.entries(en), ...Object.entries(fr)].filter(([, sentence]) =>
      forms(sentence).some((text) => text.trim() === ''),
    ),
  ).toEqual([]);
});

describe('use', () => {
  const code = projectFiles(['src'], ['.ts', '.tsx', '.astro']).filter(
    ({ path }) => !/^src\/i18n\/(\w+-)?(en|fr)\.ts$/.test(path),
  );
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
