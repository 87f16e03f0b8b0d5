/** The build of the site, with a project of two pages in place of the real one. */

import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { buildSite } from '../../scripts/publish/build-site.ts';
import { writeWhole } from './small-release.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const nodeModules = fileURLToPath(new URL('../../node_modules', import.meta.url));

async function makeProject() {
  const folder = await makeTemporaryFolder();
  const projectFolder = join(folder, 'project');
  await writeWhole(join(projectFolder, 'package.json'), '{"type":"module"}');
  await symlink(nodeModules, join(projectFolder, 'node_modules'));
  await writeWhole(join(projectFolder, 'astro.config.mjs'), 'export default {};');
  // Read where the module is loaded, as a reader of the exports may well do: a module kept in memory would show.
  const page = [
    '---',
    "import { readFileSync } from 'node:fs';",
    "import { JSDOM } from 'jsdom';",
    "const night = readFileSync(process.env.PLAINVIEW_EXPORTS + '/night.txt', 'utf8');",
    "if (night === 'bad') throw new Error('no such night');",
    'const { textContent } = new JSDOM(night).window.document.body;',
    '---',
    '<p>{textContent}</p>',
  ].join('\n');
  await writeWhole(join(projectFolder, 'src/pages/en/index.astro'), page);
  await writeWhole(join(projectFolder, 'src/pages/fr/index.astro'), page);
  const exportsFolder = join(folder, 'data/next/exports');
  const outputFolder = join(folder, 'data/next/site');
  const build = async (night: string) => {
    await writeWhole(join(exportsFolder, 'night.txt'), night);
    return buildSite({ exportsFolder, outputFolder, projectFolder }, () => {});
  };
  return { build, read: () => readFile(join(outputFolder, 'en/index.html'), 'utf8') };
}

test('each build shows the exports it is given, and leaves this process as it was', async () => {
  const { build, read } = await makeProject();
  const environment = { ...process.env };
  expect(await build('monday')).toEqual({ pageCount: 2 });
  expect(await read()).toContain('monday');
  await build('tuesday');
  expect(await read()).toContain('tuesday');
  expect(process.env).toEqual(environment);
}, 120_000);

test('a page that cannot be built stops the build with its own error', async () => {
  const { build } = await makeProject();
  await expect(build('bad')).rejects.toThrow('no such night');
}, 120_000);
