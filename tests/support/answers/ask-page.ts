/** Asks the live page for an address as a resident does: a page never seen before, the address typed, the answer read. */

import type { Browser, Page } from 'playwright-core';
import type { Language } from '../../../src/contract/city.ts';
import { pathOf } from '../../../src/i18n/routes.ts';

/** All text with plain spaces. */
export interface ReadAnswer {
  readonly fresh: string;
  readonly title: string;
  /** Empty where the answer is of a whole street. */
  readonly block: string;
  readonly sentences: readonly string[];
}

export interface Asker {
  /** Of the site, without a final stroke. */
  readonly url: string;
  readonly language: Language;
  /** The visitor's clock, in milliseconds since 1970. */
  readonly now: number;
  readonly typed: string;
}

/** A page on a telephone, without any cache: each load of it is the first. */
export async function openColdPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  return page;
}

/** What a page says until it has read the times. */
const waiting = /^(No times are known now\.|Aucune heure n’est connue en ce moment\.)$/;

export async function askPage(page: Page, { url, language, now, typed }: Asker): Promise<ReadAnswer> {
  await page.clock.setFixedTime(now);
  await page.goto(`${url}${pathOf({ page: 'live' }, language)}`, { waitUntil: 'commit' });
  await page.locator('#street').click();
  await page.keyboard.type(typed);
  await page.keyboard.press('Enter');
  const answer = page.locator('[data-answer]');
  await answer.locator('.said').filter({ hasNotText: waiting }).first().waitFor({ timeout: 20_000 });
  // What is read beside the first file may add to it.
  await page.waitForTimeout(150);
  const { fresh, title, headings, sentences } = await page.evaluate(() => {
    const place = document.querySelector('[data-answer]');
    const textOf = (selector: string) => [...(place?.querySelectorAll(selector) ?? [])].map((one) => one.textContent);
    const fresh = document.querySelector('[data-fresh]')?.textContent ?? '';
    return { fresh, title: textOf('h2')[0] ?? '', headings: textOf('h3'), sentences: textOf('.said') };
  });
  return {
    ...{ fresh: plain(fresh), title: plain(title), sentences: sentences.map(plain) },
    // The last heading stands above the standard.
    block: plain(headings.slice(0, -1).join(' ')),
  };
}

function plain(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ');
}
