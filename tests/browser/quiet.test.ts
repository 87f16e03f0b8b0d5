/** Pages ask for nothing but themselves, break no rule of their own, need no script, and print. */

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

describe.each(examples)('the page of kind “$kind” in $language', ({ path, kind }) => {
  test('asks this host only, and the browser has nothing to complain of', async () => {
    const complaints = await lookAt(site, null, {}, async (page) => {
      const found: string[] = [];
      page.on('console', (message) => found.push(message.text()));
      page.on('pageerror', (error) => found.push(error.message));
      page.on('requestfailed', (request) => found.push(`failed: ${request.url()}`));
      page.on('request', (request) => {
        if (!request.url().startsWith(`${site.url}/`)) found.push(`another host: ${request.url()}`);
      });
      page.on('response', (response) => {
        if (response.status() >= 400) found.push(`${response.status()}: ${response.url()}`);
      });
      await page.goto(`${site.url}${path}`, { waitUntil: 'load' });
      return found;
    });
    // The page for lost addresses is, rightly, answered with 404.
    expect(complaints.filter((complaint) => kind !== 'lost' || !complaint.includes('404'))).toEqual([]);
  });
});

test.each(['/en/', '/fr/services/'])('%s reads the same with scripts forbidden', async (path) => {
  const read = (javaScriptEnabled: boolean) =>
    lookAt(site, path, { javaScriptEnabled }, (page) => page.locator('body').textContent());
  expect(await read(false)).toBe(await read(true));
});

describe('on paper', () => {
  test('charts, headlines and tables of a page stay; navigation and what must be unfolded go', async () => {
    for (const path of ['/en/', '/fr/', '/en/services/', '/en/areas/']) {
      await lookAt(site, path, { colorScheme: 'dark' }, async (page) => {
        await page.emulateMedia({ media: 'print' });
        const visible = (selector: string) => page.locator(`${selector}:visible`).count();
        expect(await visible('header.site nav'), path).toBe(0);
        expect(await visible('summary'), path).toBe(0);
        expect(await visible('h1'), path).toBe(1);
        expect(await visible('footer time'), path).toBe(3);
        expect(await visible('main table'), path).toBeGreaterThan(0);
        if (path !== '/en/services/') expect(await visible('main svg[role="img"]'), path).toBeGreaterThan(0);
      });
    }
  });

  test('the ground is white and the text black, from a dark screen too', async () => {
    const colours = await lookAt(site, '/en/', { colorScheme: 'dark' }, async (page) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      return page.evaluate(() => {
        const { backgroundColor, color } = getComputedStyle(document.documentElement);
        return { backgroundColor, color };
      });
    });
    expect(colours).toEqual({ backgroundColor: 'rgb(255, 255, 255)', color: 'rgb(0, 0, 0)' });
  });

  test('the overview is a document of a few pages', async () => {
    const pageCount = await lookAt(site, '/en/', {}, async (page) => {
      const pdf = await page.pdf({ format: 'Letter' });
      return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    });
    expect(pageCount).toBeGreaterThanOrEqual(3);
    expect(pageCount).toBeLessThanOrEqual(8);
  });
});
