/** axe finds nothing on any kind of page, in each language, light, dark and in forced colours. */

import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { examples } from '../site/built-pages.ts';
import { lookAt, serveSite, whyNoBrowser, type ServedSite } from './served-site.ts';

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
const looks: readonly [name: string, options: BrowserContextOptions][] = [
  ['in light colours', { colorScheme: 'light' }],
  ['in dark colours', { colorScheme: 'dark' }],
  ['in forced colours', { forcedColors: 'active' }],
  ['on a phone', { viewport: { width: 360, height: 740 } }],
];

/** What is folded is looked at too; of a long table its first rows, for the eighty others are like them. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
    for (const row of document.querySelectorAll('tbody tr:nth-child(n + 6)')) row.remove();
  });
}

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
    .analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}, at ${target.join(' ')}`));
}

describe.each(looks)('%s', (_, options) => {
  test.each(examples)('axe finds nothing on the page of kind “$kind” in $language', async ({ path }) => {
    const faults = await lookAt(site, path, options, async (page) => {
      await unfold(page);
      return faultsOf(page);
    });
    expect(faults).toEqual([]);
  });
});
