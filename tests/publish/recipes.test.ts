/** The recipes, each run as far as this machine can: a recipe that nobody has run is a wish. */

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readdirSync, statSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { publishSettings } from '../../src/contract/operation.ts';
import { uploadRelease } from '../../scripts/publish/upload-release.ts';
import { projectRoot, readProjectFile } from '../house/project-files.ts';
import { findProgram, type Program } from '../support/debian-programs.ts';
import { writeWhole } from './small-release.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const recipes = join(projectRoot, '.github', 'recipes');
const page = readProjectFile('.github/recipes/README.md');

/** The hooks that the page shows, by their program. */
const hooks = [...page.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, block]) =>
  publishSettings.parse(JSON.parse(block ?? '')),
);
const hookOf = (program: string) => {
  const hook = hooks.find(({ command }) => command[0]?.endsWith(program));
  if (hook === undefined) throw new Error(`the page has no hook with ${program}`);
  return hook;
};

const needs = (name: string, versionArgs = ['--version']) => {
  const program: Program = { name, versionArgs, packages: [name] };
  beforeEach((context) => {
    const found = findProgram(program);
    if (!found.found) context.skip(found.reason);
  });
};

async function release(name: string, files: Record<string, string>) {
  const dataFolder = await makeTemporaryFolder();
  const releaseFolder = join(dataFolder, 'releases', name);
  for (const [path, text] of Object.entries(files)) await writeWhole(join(releaseFolder, path), text);
  const cityFolder = join(dataFolder, 'city');
  await mkdir(cityFolder);
  return { dataFolder, releaseFolder, cityFolder };
}

const files = { 'en/index.html': '<p>one</p>', 'en/index.html.br': 'packed', '_astro/a.js': '1', 'data/v1/a.csv': 'a' };
const list = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile() && !path.startsWith('.git/'))
    .sort();

test('the page lists every file beside it', () => {
  const missing = readdirSync(recipes).filter((name) => name !== 'README.md' && !page.includes(`](${name})`));
  expect(missing).toEqual([]);
});

describe('systemd', () => {
  needs('systemd-analyze');

  test('accepts the services and the timer', async () => {
    const folder = await makeTemporaryFolder();
    const names = ['plainview.service', 'plainview.timer', 'plainview-live.service'];
    for (const name of names) cpSync(join(recipes, name), join(folder, name));
    const units = names.map((name) => join(folder, name));
    const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', ...units], {
      encoding: 'utf8',
    });
    const ours = (stdout + stderr).split('\n').filter((line) => line.includes('plainview'));
    expect([status, ours]).toEqual([0, []]);
  });
});

test('the command of cron and of systemd is one that the program has', () => {
  const scripts = JSON.parse(readProjectFile('package.json')).scripts;
  for (const name of [
    'crontab',
    'plainview.service',
    'plainview-live.service',
    'Containerfile',
    'github-actions.yml',
  ]) {
    const commands = [
      ...readProjectFile(`.github/recipes/${name}`).matchAll(/npm[ ",]+run[ ",]+--silent[ ",]+([\w-]+)/g),
    ];
    expect(commands.length, name).toBe(1);
    expect(scripts, name).toHaveProperty([commands[0]?.[1] ?? '']);
  }
});

describe('rsync', () => {
  needs('rsync');

  test('leaves in the folder what the release holds, and nothing of the one before', async () => {
    const first = await release('R1', { ...files, 'en/old/index.html': 'gone tomorrow' });
    const second = await release('R2', files);
    const www = join(await makeTemporaryFolder(), 'www');
    const hook = hookOf('rsync');
    const publish = { ...hook, command: [...hook.command.slice(0, -1), `${www}/`] };
    for (const one of [first, second]) await uploadRelease({ publish, ...one });
    expect(list(www)).toEqual(Object.keys(files).sort());
    expect(await readFile(join(www, 'en/index.html'), 'utf8')).toBe('<p>one</p>');
  });
});

describe('rclone', () => {
  needs('rclone', ['version']);

  test('leaves the same, without the packed copies', async () => {
    const one = await release('R1', files);
    const bucket = join(await makeTemporaryFolder(), 'bucket');
    const hook = hookOf('rclone');
    await uploadRelease({ publish: { ...hook, command: [...hook.command.slice(0, -1), bucket] }, ...one });
    expect(list(bucket)).toEqual(['_astro/a.js', 'data/v1/a.csv', 'en/index.html']);
  });
});

describe('a git branch', () => {
  needs('git');

  test('has the release as its only commit, night after night', async () => {
    const folder = await makeTemporaryFolder();
    const remote = join(folder, 'pages.git');
    execFileSync('git', ['init', '--quiet', '--bare', remote]);
    const hook = hookOf('publish-to-branch.sh');
    const publish = {
      ...hook,
      command: [join(recipes, 'publish-to-branch.sh'), ...hook.command.slice(1)],
    };
    const environment = { ...process.env, PAGES_REMOTE: remote };
    for (const [name, text] of [
      ['R1', 'one'],
      ['R2', 'two'],
    ] as const) {
      await uploadRelease({ publish, ...(await release(name, { ...files, 'en/index.html': text })) }, { environment });
    }
    const git = (...args: string[]) => execFileSync('git', ['-C', remote, ...args], { encoding: 'utf8' }).trim();
    expect(git('log', '--format=%s', 'pages')).toBe('R2');
    expect(git('show', 'pages:en/index.html')).toBe('two');
    expect(git('ls-tree', '-r', '--name-only', 'pages').split('\n')).toEqual([
      '.nojekyll',
      '_astro/a.js',
      'data/v1/a.csv',
      'en/index.html',
    ]);
  });

  test('that cannot be reached is the hook’s failure, with git’s own words', async () => {
    const one = await release('R1', files);
    const publish = { command: [join(recipes, 'publish-to-branch.sh'), '/no/such.git', 'pages'], attempts: 1 };
    await expect(uploadRelease({ publish: publishSettings.parse(publish), ...one })).rejects.toMatchObject({
      code: 'PUBLISH_HOOK_FAILED',
      faults: expect.arrayContaining([{ where: expect.stringContaining('no/such.git') }]),
    });
  });
});
