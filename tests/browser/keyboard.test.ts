/** Everything can be reached and opened by keyboard, and focus is seen where it is. */

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

interface Stop {
  /** Its place among all that can be reached. */
  readonly index: number;
  readonly hasOutline: boolean;
  readonly isInView: boolean;
}

/** One press of Tab; null when focus has left the page. */
async function nextStop(page: Page): Promise<Stop | null> {
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return null;
    const all = [...document.querySelectorAll('a[href], summary, button, input, select, [tabindex="0"]')].filter(
      (one) => (one as HTMLElement).checkVisibility(),
    );
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    const { top, bottom, left, right } = focused.getBoundingClientRect();
    return {
      index: all.indexOf(focused),
      hasOutline: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      isInView: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
    };
  });
}

const english = examples.filter(({ language }) => language === 'en');

describe.each(english)('on the page of kind “$kind”', ({ path }) => {
  test('Tab reaches each link and control once, in the order of the page, with focus seen', async () => {
    const stops = await lookAt(site, path, {}, async (page) => {
      const found: Stop[] = [];
      for (let stop = await nextStop(page); stop !== null && found.length < 400; stop = await nextStop(page)) {
        if (stop.index === 0 && found.length > 0) break;
        found.push(stop);
      }
      return {
        found,
        count: await page.locator(':is(a[href], summary, button, input, select, [tabindex="0"]):visible').count(),
      };
    });
    expect(stops.found.map(({ index }) => index)).toEqual(Array.from({ length: stops.count }, (_, index) => index));
    expect(stops.found.filter(({ hasOutline, isInView }) => !hasOutline || !isInView)).toEqual([]);
  });
});

test('the first press of Tab shows the way past the navigation, and Enter takes it', async () => {
  await lookAt(site, '/en/', {}, async (page) => {
    await page.keyboard.press('Tab');
    const skip = page.locator('a.skip');
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#main');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true);
  });
});

test('Enter opens the table under a chart, and closes it again', async () => {
  await lookAt(site, '/en/', {}, async (page) => {
    const summary = page.locator('article summary').first();
    const table = page.locator('article details table').first();
    expect(await table.isVisible()).toBe(false);
    await summary.focus();
    await page.keyboard.press('Enter');
    expect(await table.isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    expect(await table.isVisible()).toBe(false);
  });
});
