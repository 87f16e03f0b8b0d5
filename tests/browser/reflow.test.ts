/** Pages fit the width they are given: a phone of 320, a text twice as large, a wide window. */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { examples } from '../site/built-pages.ts';
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

const widths = [320, 360, 768, 1280];

async function overflowAt(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  return page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    const folded = document.querySelector('details[open]') ? 'unfolded' : 'folded';
    const { fontSize } = getComputedStyle(document.documentElement);
    return scrollWidth <= innerWidth
      ? []
      : [`${scrollWidth} px of ${innerWidth}, ${folded}, in letters of ${fontSize}`];
  });
}

/** Text of a chart that its edge cuts off. */
function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('svg')]
      .filter((chart) => chart.getBoundingClientRect().width > 0)
      .flatMap((chart) => {
        const edge = chart.getBoundingClientRect();
        return [...chart.querySelectorAll('text')]
          .filter((text) => {
            const box = text.getBoundingClientRect();
            return (
              box.left < edge.left - 1 ||
              box.right > edge.right + 1 ||
              box.top < edge.top - 1 ||
              box.bottom > edge.bottom + 1
            );
          })
          .map((text) => `“${text.textContent}” at ${innerWidth} px in ${chart.getAttribute('aria-label')}`);
      }),
  );
}

/** The first rows of a long table are as wide as the eighty others, nearly: what matters is that they scroll inside. */
function unfold(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
    for (const row of document.querySelectorAll('tbody tr:nth-child(n + 13)')) row.remove();
  });
}

test.each(examples)('the page of kind “$kind” in $language fits, and cuts off no text of a chart', async ({ path }) => {
  const faults = await lookAt(site, path, {}, async (page) => {
    const found: string[] = [];
    for (const width of widths) {
      found.push(...(await overflowAt(page, width)), ...(await cutTexts(page)));
    }
    await unfold(page);
    for (const width of [320, 1440]) found.push(...(await overflowAt(page, width)));
    await addStyle(page, 'html { font-size: 34px !important }');
    found.push(...(await overflowAt(page, 1280)));
    return found;
  });
  expect(faults).toEqual([]);
});
