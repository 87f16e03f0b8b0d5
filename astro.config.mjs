/** How Astro builds the site: static, from the night's exports, under the address that the city publishes it at. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'astro/config';

const manifestFile = join(process.env.PLAINVIEW_EXPORTS ?? 'data/exports', 'manifest.json');
// Without exports the pages say what is missing; type checks and editors need only a valid address.
const address = new URL(
  existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')).city.url : 'http://localhost/',
);

export default defineConfig({
  output: 'static',
  site: address.origin,
  base: address.pathname,
  publicDir: 'src/static',
  trailingSlash: 'always',
  compressHTML: true,
  devToolbar: { enabled: false },
  build: { format: 'directory', inlineStylesheets: 'never' },
  // Nothing is put inside a page: its content security policy allows no script or style there.
  // The map's library is one file of a megabyte, loaded on request.
  vite: { build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 } },
});
