/** The live pages in Chromium: the whole task by keyboard, every state by the visitor's clock, the map, and what it all weighs. */

import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { LiveHead } from '../../src/contract/live.ts';
import { pathOf } from '../../src/i18n/routes.ts';
import { languages, publishedStreets, siteFolder, streetIds } from '../site/built-pages.ts';
import { makeLiveFiles, serveLive, type MadeLive } from '../support/live-files.ts';
import { serveSite, whyNoBrowser, type ServedSite } from './served-site.ts';

const noBrowser = whyNoBrowser();
let site: ServedSite;

beforeAll(async () => {
  if (noBrowser === null) site = await serveSite(inject('demoNight').dataFolder, { drawsMaps: true });
});
afterAll(() => site?.close());
beforeEach((context) => {
  if (noBrowser !== null) context.skip(noBrowser);
});

/** A map is drawn by the processor here, and not fast. */
const timeout = 120_000;

/** Twenty to eight in the morning of a storm. */
const now = Date.parse('2026-01-12T12:40:00Z');
const plain = (text: string | null) => (text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ');

interface Sight {
  readonly options?: BrowserContextOptions;
  readonly head?: Partial<LiveHead>;
  /** Seconds by which the visitor's clock is past the relay's last word. */
  readonly later?: number;
  readonly isGone?: boolean;
}

/** A live page as a visitor sees it, with the storm of the test's own relay. */
async function see<Result>(
  path: string,
  { options = {}, head = {}, later = 0, isGone = false }: Sight,
  look: (page: Page) => Promise<Result>,
): Promise<Result> {
  const live: MadeLive | null = isGone ? null : makeLiveFiles(publishedStreets, { now, head });
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  await serveLive(context, () => live);
  const page = await context.newPage();
  try {
    await page.clock.setFixedTime(now + later * 1000);
    await page.goto(`${site.url}${path}`, { waitUntil: 'networkidle' });
    return await look(page);
  } finally {
    await context.close();
  }
}

const livePath = { en: '/en/live/', fr: '/fr/en-direct/' } as const;
const fresh = (page: Page) => page.locator('[data-fresh]').textContent().then(plain);

describe.each(languages)('in %s', (language) => {
  test('a street is found and read by keyboard alone, and the answer is where the focus is', async () => {
    await see(livePath[language], {}, async (page) => {
      await page.keyboard.press('Tab');
      for (let presses = 0; presses < 40; presses++) {
        if (await page.evaluate(() => document.activeElement?.id === 'street')) break;
        await page.keyboard.press('Tab');
      }
      await page.keyboard.type('albrt street nor');
      const input = page.getByRole('combobox').first();
      await page.getByRole('option').first().waitFor();
      expect(await input.getAttribute('aria-expanded')).toBe('true');
      await page.keyboard.press('ArrowDown');
      const active = await input.getAttribute('aria-activedescendant');
      expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
      await page.keyboard.press('Enter');
      const focused = page.locator('[data-answer] h2');
      expect(await focused.evaluate((heading) => heading === document.activeElement)).toBe(true);
      expect(await focused.textContent()).toBe('Albert Street North');
      expect(plain(await page.locator('[data-answer]').textContent())).toMatch(
        language === 'en' ? /Plowing: \d+ of \d+ blocks/ : /Déneigement : \d+ tronçons? sur \d+/,
      );
      expect(await input.getAttribute('aria-expanded')).toBe('false');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('[data-answer]') !== null)).toBe(true);
    });
  });

  test.each([
    { colorScheme: 'light' },
    { colorScheme: 'dark' },
    { colorScheme: 'light', forcedColors: 'active' },
  ] as const)(
    'axe finds nothing in suggestions, answer and map, with %o',
    async (options) => {
      await see(livePath[language], { options }, async (page) => {
        await page.locator('#street').fill('albert');
        await page.getByRole('option').first().waitFor();
        expect(await faultsOf(page)).toEqual([]);
        await page.keyboard.press('Enter');
        await openMap(page);
        expect(await faultsOf(page)).toEqual([]);
      });
    },
    timeout,
  );

  test('without scripts a street’s page has its blocks, its standard and the way to the plain text, and promises nothing else', async () => {
    const path = pathOf({ page: 'live_street', street: streetIds[0] ?? '' }, language);
    await see(path, { options: { javaScriptEnabled: false } }, async (page) => {
      expect(await page.locator('tbody tr').count()).toBeGreaterThan(0);
      const text = plain(await page.locator('main').textContent());
      expect(text).toMatch(
        language === 'en' ? /within \d+ hours after the snow has ended/ : /dans un délai de \d+ heures après la fin/,
      );
      expect(await page.locator('main a[href*="/live/areas/"][href$=".txt"]').count()).toBeGreaterThan(0);
      expect(await page.locator('button:visible').count()).toBe(0);
    });
    await see(livePath[language], { options: { javaScriptEnabled: false } }, async (page) => {
      expect(await page.locator('form:visible, button:visible').count()).toBe(0);
      expect(await page.locator('noscript').count()).toBeGreaterThan(0);
      expect(await page.locator('tbody a').count()).toBeGreaterThan(0);
    });
  });
});

describe('how fresh it is, by the visitor’s clock', () => {
  test.each([
    ['live', {}, /^Live\. The newest position is from 7:34 a\.m\..*27 of 31 vehicles are reporting/],
    ['behind', { later: 200 }, /^A few minutes behind/],
    ['delayed', { later: 600 }, /^Delayed/],
    ['silent', { later: 3600 }, /^No positions since 7:34 a\.m\.; street times here are the last known\.$/],
    ['standby', { head: { mode: 'standby' } }, /^No storm is being worked now/],
    ['off_season', { head: { mode: 'off_season', fix: null } }, /^It is off season/],
    ['waiting', { head: { fix: null } }, /no position can be shown yet/],
    ['none', { isGone: true }, /^There is no live information at the moment/],
  ] as const)('%s', async (state, sight: Sight, sentence) => {
    await see('/en/live/', sight, async (page) => {
      expect(await fresh(page)).toMatch(sentence);
      expect(await page.locator('[data-live]').getAttribute('data-freshness')).toBe(state);
      expect(plain(await page.locator('[data-live] [role="status"]').textContent())).toMatch(sentence);
    });
  });

  test('streets that are others than the page’s get no times at all', async () => {
    await see('/en/live/areas/ward-1/', { head: { streets: 'another' } }, async (page) => {
      expect(await fresh(page)).toContain('The city’s streets were changed');
      expect(new Set(await page.locator('[data-blocks]').allTextContents())).toEqual(new Set(['not known']));
    });
  });

  test('a pause says so and asks for nothing more, and ends at a press', async () => {
    await see('/en/live/', {}, async (page) => {
      const button = page.locator('[data-live] [data-pause]');
      await button.click();
      expect(await fresh(page)).toBe('Paused at 7:40 a.m.: nothing here moves until you resume.');
      await button.click();
      await page.waitForFunction(() => document.querySelector('[data-fresh]')?.textContent?.startsWith('Live'));
    });
  });
});

test('the times of an area and of a street stand in their tables', async () => {
  for (const path of ['/en/live/areas/ward-1/', pathOf({ page: 'live_street', street: streetIds[0] ?? '' }, 'en')]) {
    const cells = await see(path, {}, (page) => page.locator('td [data-blocks]').allTextContents());
    expect(cells.length, path).toBeGreaterThan(0);
    expect(
      cells.filter((text) => !/^(Plow|Likely|A plow|No pass|Hidden|Laneway|Sidewalk|Salt)/.test(text)),
      path,
    ).toEqual([]);
  }
});

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

async function openMap(page: Page): Promise<void> {
  await page.locator('[data-map-show]').click();
  await page.waitForFunction(() => document.querySelector('[data-vehicles]')?.textContent !== '', undefined, {
    timeout: 60_000,
  });
}

describe('the map', () => {
  test(
    'is drawn on request under the policy of the site, and says how many vehicles it shows',
    async () => {
      const complaints: string[] = [];
      await see('/en/live/', {}, async (page) => {
        page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
        page.on('pageerror', (error) => complaints.push(error.message));
        expect(await page.locator('canvas').count()).toBe(0);
        await openMap(page);
        expect(await page.locator('[data-vehicles]').textContent()).toMatch(/^2\d vehicles on the map\.$/);
        expect(await page.locator('[data-legend] li').count()).toBe(8);
        // What clears any street of the city, and what was seen beside it.
        const offered = await page.locator('select option').allTextContents();
        expect(offered).toEqual(['Plowing', 'Salting', 'Plowing of the laneway', 'Sidewalk']);
        // A wheel over the map scrolls the page, and the map says how it is zoomed.
        await page.locator('canvas').hover();
        const before = await page.evaluate(() => scrollY);
        await page.mouse.wheel(0, 200);
        await page.waitForFunction((y) => scrollY > y, before);
        expect(await page.locator('.maplibregl-desktop-message').textContent()).toBe('Ctrl and the wheel zoom the map');
      });
      expect(complaints).toEqual([]);
    },
    timeout,
  );

  test(
    'moves and comes nearer by keyboard',
    async () => {
      await see('/en/live/', {}, async (page) => {
        await openMap(page);
        const canvas = page.locator('canvas');
        expect(await canvas.evaluate((one) => one === document.activeElement)).toBe(true);
        const before = await canvas.screenshot();
        await page.keyboard.press('ArrowRight');
        await page.waitForTimeout(1500);
        const moved = await canvas.screenshot();
        expect(moved.equals(before)).toBe(false);
        await page.locator('[data-zoom="1"]').focus();
        await page.keyboard.press('Enter');
        await page.waitForTimeout(1500);
        expect((await canvas.screenshot()).equals(moved)).toBe(false);
      });
    },
    timeout,
  );

  test(
    'shows no vehicle once there were no positions for a quarter of an hour',
    async () => {
      const said = await see('/en/live/', { later: 3600 }, async (page) => {
        await openMap(page);
        return page.locator('[data-vehicles]').textContent();
      });
      expect(said).toBe('0 vehicles on the map.');
    },
    timeout,
  );
});

test(
  'the page with a search weighs under 60 kB, the map’s code under 400 kB, the streets under 150 kB',
  async () => {
    const sizes: { path: string; bytes: number }[] = [];
    const reading: Promise<void>[] = [];
    await see('/en/live/', {}, async (page) => {
      page.on('requestfinished', (request) => {
        const path = new URL(request.url()).pathname;
        reading.push(request.sizes().then(({ responseBodySize: bytes }) => void sizes.push({ path, bytes })));
      });
      await page.reload({ waitUntil: 'networkidle' });
      await page.locator('#street').fill('12 albert street north');
      await page.getByRole('option').first().waitFor();
      await Promise.all(reading);
      const before = sizes.splice(0);
      await openMap(page);
      await page.waitForLoadState('networkidle');
      await Promise.all(reading);
      // The test’s relay packs nothing; the status and the head are a relay’s own matter.
      const ours = (all: typeof sizes) =>
        all.filter(({ path }) => !path.startsWith('/live/')).reduce((sum, { bytes }) => sum + bytes, 0);
      // What a worker loads is no request of the page.
      const worker = globSync(join(siteFolder, '_astro/maplibre-gl-worker.*.br')).map((file) => statSync(file).size);
      expect(worker.length).toBe(1);
      const [first, map] = [ours(before), ours(sizes) + (worker[0] ?? 0)];
      const live = makeLiveFiles(publishedStreets, { now });
      const packed = (path: string) => brotliCompressSync(live.files.get(path) ?? '').length;
      const streets = packed(`streets.${live.head.streets}.json`);
      const status = packed(`status/${live.head.status}.json`);
      process.stdout.write(
        `the live page ${first} bytes and a status of ${status}, the map ${map}, the streets ${streets}\n`,
      );
      expect(first + status).toBeLessThan(60_000);
      expect(map).toBeLessThan(400_000);
      expect(streets).toBeLessThan(150_000);
    });
  },
  timeout,
);
