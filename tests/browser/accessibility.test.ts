/** axe finds nothing on any kind of page, in light, dark and forced colours; `npm run soak` looks at each language. */

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { examples } from '../site/built-pages.ts';
import { isSoak } from '../support/is-soak.ts';
import { addStyle, lookAt, serveSite, whyNoBrowser, type ServedSite } from './served-site.ts';

const noBrowser = whyNoBrowser();
let site: ServedSite;

beforeAll(async () => {
  if (noBrowser === null) site = await serveSite(inject('demoNight').dataFolder);
});
afterAll(() => site?.close());
beforeEach((context) => {
  if (noBrowser !== null) context.skip(noBrowser);
});

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type RunOnly = { readonly type: 'tag' | 'rule'; readonly values: string[] };
const everyRule: RunOnly = { type: 'tag', values: tags };
const rulesOfColour: RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** All rules on the page in light; in other colours those of colour, for nothing else of the page is another. */
const looks: readonly [name: string, media: Parameters<Page['emulateMedia']>[0], rules: RunOnly][] = [
  ['light', { colorScheme: 'light' }, everyRule],
  ['dark', { colorScheme: 'dark' }, rulesOfColour],
  ['forced colours', { colorScheme: 'light', forcedColors: 'active' }, rulesOfColour],
];

/** What is folded is looked at too; of a long table its first rows, for the eighty others are like them. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
    for (const row of document.querySelectorAll('tbody tr:nth-child(n + 4)')) row.remove();
  });
}

async function faultsOf(page: Page, runOnly: RunOnly): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ runOnly, resultTypes: ['violations'] })
    .analyze();
  expect(passes.some(({ id }) => id === 'color-contrast')).toBe(true);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help}, at ${target.join(' ')}`),
  );
}

/** The languages share every page and style: what differs are words, and tests/site reads those of all pages. */
const looked = examples.filter(({ language }) => isSoak || language === 'en');

test.each(looked)('axe finds nothing on the page of kind “$kind” in $language', async ({ path }) => {
  await lookAt(site, path, {}, async (page) => {
    await unfold(page);
    for (const [name, media, rules] of looks) {
      await page.emulateMedia(media);
      expect(await faultsOf(page, rules), name).toEqual([]);
    }
  });
});

test('axe looks at the size of targets, and at a fault that is there', async () => {
  const faults = await lookAt(site, '/en/', {}, async (page) => {
    await addStyle(
      page,
      'header nav * { font-size: 4px !important; line-height: 1 !important; padding: 0 !important; gap: 2px !important } .lead { color: #eee }',
    );
    await page.evaluate(() => document.querySelector('h1')?.remove());
    return faultsOf(page, everyRule);
  });
  expect(faults.join()).toMatch(/color-contrast/);
  expect(faults.join()).toMatch(/page-has-heading-one/);
  expect(faults.join()).toMatch(/target-size/);
});
