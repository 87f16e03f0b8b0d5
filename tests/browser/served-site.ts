/** The night's site as a browser sees it: served on loopback, and shown by Chromium. */

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startSiteServer, type SiteServer } from '../../scripts/publish/site-server.ts';
import { publishedStreets } from '../site/built-pages.ts';
import { findChromium, launchChromium } from '../support/chromium.ts';
import { makeLiveFiles, serveLive, type MadeLive } from '../support/live-files.ts';

export interface ServedSite {
  /** Without a final stroke, so that a path can follow. */
  readonly url: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** Why there is nothing to look with; null where Chromium is there. */
export function whyNoBrowser(): string | null {
  const chromium = findChromium();
  return chromium.found ? null : chromium.reason;
}

export async function serveSite(dataFolder: string, options: { drawsMaps?: boolean } = {}): Promise<ServedSite> {
  const server: SiteServer = await startSiteServer({ dataFolder, port: 0 });
  const browser = await launchChromium(options);
  return {
    url: server.url.replace(/\/$/, ''),
    browser,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** Opens a page in a context of its own, and closes it when `look` is done. Without a path the page is still blank. */
export async function lookAt<Result>(
  { browser, url }: ServedSite,
  path: string | null,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  // A storm as of now: the site alone would have no live lane beside it.
  let live: MadeLive | undefined;
  await serveLive(context, () => (live ??= makeLiveFiles(publishedStreets, { now: Date.now() })));
  try {
    const page = await context.newPage();
    if (path !== null) await page.goto(`${url}${path}`);
    return await look(page);
  } finally {
    await context.close();
  }
}

/** A style of the test's own. As a sheet that a script makes: the site's policy lets no style stand inside a page. */
export function addStyle(page: Page, css: string): Promise<void> {
  return page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }, css);
}
