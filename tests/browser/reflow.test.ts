/** Pages fit the width they are given: a phone of 320, a text twice as large, a wide window. */

import type { Page } from 'playwright-core';
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

const widths = [320, 360, 768, 1440];

async function overflowAt(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  return page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    return scrollWidth <= innerWidth ? [] : [`${scrollWidth} px of ${innerWidth}`];
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
            return box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 1 || box.bottom > edge.bottom + 1;
          })
          .map((text) => `“${text.textContent}” at ${innerWidth} px in ${chart.getAttribute('aria-label')}`);
      }),
  );
}

function unfold(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });
}

describe.each(examples)('the page of kind “$kind” in $language', ({ path }) => {
  test('never scrolls sideways, folded or unfolded, nor with text twice as large', async () => {
    const overflows = await lookAt(site, path, {}, async (page) => {
      const found: string[] = [];
      const tryAll = async (state: string, tried: readonly number[]) => {
        for (const width of tried) found.push(...(await overflowAt(page, width)).map((fault) => `${state}: ${fault}`));
      };
      await tryAll('folded', widths);
      await unfold(page);
      await tryAll('unfolded', [320, 1440]);
      await page.addStyleTag({ content: 'html { font-size: 34px !important }' });
      await tryAll('at 200 %', [640, 1280]);
      return found;
    });
    expect(overflows).toEqual([]);
  });

  test('cuts off no text of a chart, on a phone or in a window', async () => {
    const cut = await lookAt(site, path, {}, async (page) => {
      const found: string[] = [];
      for (const width of [320, 360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        found.push(...(await cutTexts(page)));
      }
      return found;
    });
    expect(cut).toEqual([]);
  });
});
