/** The banner of a page that is older than promised: by the visitor's clock, in the page's language, read aloud. */

import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import { isLate } from '../../src/components/reveal-late.ts';
import { manifest } from '../site/built-pages.ts';
import { lookAt, serveSite, whyNoBrowser, type ServedSite } from './served-site.ts';

const promised = Date.parse(manifest.next_expected_at);
const hour = 3_600_000;

test('late is more than an hour after the promise: a clock that is a little wrong accuses nobody', () => {
  const at = (offset: number) => isLate(manifest.next_expected_at, promised + offset);
  expect([at(-hour), at(0), at(hour), at(hour + 1), at(30 * 24 * hour)]).toEqual([false, false, false, true, true]);
});

const noBrowser = whyNoBrowser();
let site: ServedSite;

beforeAll(async () => {
  if (noBrowser === null) site = await serveSite(inject('demoNight').dataFolder);
});
afterAll(() => site?.close());

/** The page as a visitor sees it whose clock shows `now`. */
function lookAtTime<Result>(path: string, now: number, look: (page: Page) => Promise<Result>): Promise<Result> {
  return lookAt(site, null, {}, async (page) => {
    await page.clock.setFixedTime(now);
    await page.goto(`${site.url}${path}`, { waitUntil: 'load' });
    return look(page);
  });
}

describe('in Chromium', () => {
  beforeEach((context) => {
    if (noBrowser !== null) context.skip(noBrowser);
  });

  test.each(['/en/', '/fr/', '/fr/services/', '/nowhere/'])('%s shows none while it is fresh', async (path) => {
    const visible = await lookAtTime(path, promised + hour / 2, (page) =>
      page.locator('[data-expected-at]').isVisible(),
    );
    expect(visible).toBe(false);
  });

  test.each([
    ['/en/', /^New figures were expected by .* and have not come\. These, as of .*, are older than promised\.$/],
    [
      '/fr/',
      /^La mise à jour prévue le .* n’est pas venue\. Ces chiffres, en date du .*, sont plus anciens que promis\.$/,
    ],
    ['/nowhere/', /^New figures were expected by /],
  ])('%s says so when the promised night has not come, with both moments', async (path, sentence) => {
    const { text, role, year } = await lookAtTime(path, promised + 2 * hour, async (page) => {
      const banner = page.locator('[data-expected-at]:visible');
      const status = page.getByRole('status');
      const [said = ''] = await banner.allInnerTexts();
      return { text: said, role: await status.count(), year: new Date(manifest.as_of).getUTCFullYear() };
    });
    expect(text).toMatch(sentence);
    expect(text.split(String(year)).length, 'the dates stand whole').toBeGreaterThan(1);
    expect(role).toBe(1);
  });

  test('a page that lay open while its time ran out says so when it comes back into view', async () => {
    const [before, after] = await lookAtTime('/en/', promised, async (page) => {
      const banner = page.locator('[data-expected-at]');
      const first = await banner.isVisible();
      await page.clock.setFixedTime(promised + 24 * hour);
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      return [first, await banner.isVisible()];
    });
    expect([before, after]).toEqual([false, true]);
  });

  test.each(['light', 'dark'] as const)('axe finds nothing in it, in %s', async (colorScheme) => {
    await lookAt(site, null, { colorScheme }, async (page) => {
      await page.clock.setFixedTime(promised + 24 * hour);
      await page.goto(`${site.url}/fr/`);
      const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode(true).include('.late').analyze();
      expect(violations).toEqual([]);
      expect(passes.map(({ id }) => id)).toContain('color-contrast');
    });
  });

  test('it moves nothing sideways on a narrow screen, and is no box without scripts', async () => {
    await lookAt(site, null, { viewport: { width: 320, height: 640 } }, async (page) => {
      await page.clock.setFixedTime(promised + 24 * hour);
      await page.goto(`${site.url}/fr/`);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(320);
    });
    await lookAt(site, '/en/', { javaScriptEnabled: false }, async (page) => {
      expect((await page.locator('.late').boundingBox())?.height ?? 0).toBe(0);
    });
  });
});
