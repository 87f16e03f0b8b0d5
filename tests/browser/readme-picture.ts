/** `npm run picture`: the picture at the head of the README, two pieces of the published demonstration's overview. */

import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { lookAt, serveSite, whyNoBrowser } from './served-site.ts';

const dataFolder = process.argv[2] ?? 'data';
const picture = join(import.meta.dirname, '..', '..', '.github', 'overview.png');
const byteLimit = 250_000;
/** Each piece as it is laid out, in CSS pixels; the two stand side by side in a picture of 1280 by 800. */
const piece = { width: 800, height: 1000 };

/** The page from its head, and from the first chart. */
async function takePieces(page: Page): Promise<string[]> {
  const first = await page.screenshot();
  await page.locator('main article').first().scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    const heading = document.querySelector('main article')?.previousElementSibling;
    scrollTo(0, (heading?.getBoundingClientRect().top ?? 0) + scrollY - 16);
  });
  return [first, await page.screenshot()].map((image) => `data:image/png;base64,${image.toString('base64')}`);
}

const noBrowser = whyNoBrowser();
if (noBrowser !== null) throw new Error(noBrowser);
const site = await serveSite(dataFolder);
try {
  const pieces = await lookAt(site, '/en/', { viewport: piece, colorScheme: 'light' }, takePieces);
  await lookAt(site, null, { viewport: { width: 1280, height: 800 } }, async (page) => {
    const images = pieces.map((address) => `<img src="${address}" width="640" height="800" alt="">`);
    await page.setContent(`<body style="margin:0;display:flex">${images.join('')}</body>`);
    await page.screenshot({ path: picture });
  });
} finally {
  await site.close();
}
const { size } = statSync(picture);
if (size > byteLimit) throw new Error(`The picture has ${size} bytes, more than ${byteLimit}: ${picture}`);
process.stdout.write(`${picture}  ${Math.round(size / 1000)} kB\n`);
