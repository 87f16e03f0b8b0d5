/** `npm run picture`: the picture of the overview at the head of the README, taken from the published demonstration. */

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { lookAt, serveSite, whyNoBrowser } from './served-site.ts';

const dataFolder = process.argv[2] ?? 'data';
const picture = join(import.meta.dirname, '..', '..', '.github', 'overview.png');
const byteLimit = 250_000;

const noBrowser = whyNoBrowser();
if (noBrowser !== null) throw new Error(noBrowser);
const site = await serveSite(dataFolder);
try {
  const size = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1, colorScheme: 'light' } as const;
  await lookAt(site, '/en/', size, (page) => page.screenshot({ path: picture }));
} finally {
  await site.close();
}
const { size } = statSync(picture);
if (size > byteLimit) throw new Error(`The picture has ${size} bytes, more than ${byteLimit}: ${picture}`);
process.stdout.write(`${picture}  ${Math.round(size / 1000)} kB\n`);
