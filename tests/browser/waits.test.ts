/** “I reported it so many days ago”: asked in a browser, and without a script. */

import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { pathOf } from '../../src/i18n/routes.ts';
import { codesOf, isMonthly, languages, readCsv } from '../site/built-pages.ts';
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

/** Of many requests, so that twelve days have an answer with a time. */
const service = codesOf('A')
  .filter(isMonthly)
  .find((code) =>
    readCsv('waiting_times').some(
      (row) => row['service_code'] === code && row['days_waited'] === '12' && row['median_more_upper'] !== '',
    ),
  );

test.each(languages)('in %s a number of days that is typed has its answer at once', async (language) => {
  const path = pathOf({ page: 'service', service: service ?? '' }, language);
  await lookAt(site, path, {}, async (page) => {
    expect(await page.textContent('output')).toBe('');
    await page.getByRole('spinbutton').fill('12');
    const answer = await page.textContent('output');
    expect(answer).toContain('12');
    expect(answer).toBe((await page.textContent('#waits [data-days="12"]'))?.trim());
    await page.getByRole('spinbutton').fill('400');
    expect(await page.textContent('output')).toBe((await page.textContent('#waits [data-days="365"]'))?.trim());
  });
});

test('without a script the question is not asked, and the table answers', async () => {
  const path = pathOf({ page: 'service', service: service ?? '' }, 'en');
  await lookAt(site, path, { javaScriptEnabled: false }, async (page) => {
    expect(await page.locator('[data-waits]').isVisible()).toBe(false);
    await page.locator('.answers summary').click();
    expect(await page.locator('.answers tbody tr').count()).toBeGreaterThan(20);
    expect(await page.locator('.answers tbody tr').first().isVisible()).toBe(true);
  });
});
