/** The pages are valid HTML: html-validate's recommended rules, on each kind of page in each language. */

import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { expect, test } from 'vitest';
import { examples, lostPage, pageAt, startPage } from './built-pages.ts';

const htmlValidate = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:recommended'],
    // A list of suggestions under a text field is no <select>.
    rules: { 'prefer-native-element': ['error', { exclude: ['listbox'] }] },
  }),
);

/** Half a second a page: one of each kind, not all. */
const sample = [...examples.filter(({ kind }) => kind !== 'lost').map(({ path }) => pageAt(path)), lostPage, startPage];

test.each(sample.map((page) => ({ path: page.path, html: page.html })))('$path is valid', async ({ html, path }) => {
  const { results } = await htmlValidate.validateString(html, path);
  const faults = results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} ${selector}`),
  );
  expect(faults).toEqual([]);
});
