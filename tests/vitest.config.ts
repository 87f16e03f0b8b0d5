/** The tests that `npm test` runs; what takes long lives in tests/soak and runs on its own. */

import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './support/longest-first.ts';

const root = resolve(import.meta.dirname, '..');

/** Folders whose tests look at the results of one night of the demo city, and those that read all its pages for it. */
const afterTheNight = ['tests/pipeline'];
const pages = ['tests/site', 'tests/browser'];
const units = 'tests/unit/**/*.test.ts';
const elsewhere = ['tests/soak', 'tests/bench', 'tests/unit'];
/** What the demo invents, by the hundred thousand: that its times know no zone is shown by its deliveries and its export. */
const invented = ['tests/unit/demo/demo-plausible.test.ts', 'tests/unit/demo/demo-personal-data.test.ts'];

const inFolders = (folders: readonly string[]) => folders.map((folder) => `${folder}/**/*.test.ts`);

export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    hookTimeout: 240_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'before the night',
          env: { TZ: 'UTC' },
          include: ['tests/**/*.test.ts'],
          exclude: inFolders([...afterTheNight, ...pages, ...elsewhere]),
        },
      },
      // Units share what they load: loading it for each file again took a third of their time.
      { extends: true, test: { name: 'units', env: { TZ: 'UTC' }, include: [units], isolate: false } },
      {
        // The clock of the machine must not show in any figure: a zone with half an hour, and with summer time.
        extends: true,
        test: {
          name: 'in St. John’s',
          env: { TZ: 'America/St_Johns' },
          include: [units],
          exclude: invented,
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'after the night',
          env: { TZ: 'UTC' },
          include: inFolders(afterTheNight),
          globalSetup: ['tests/support/demo-night.ts'],
        },
      },
      {
        // The pages are read into trees once for each worker, not for each file.
        extends: true,
        test: {
          name: 'pages of the night',
          env: { TZ: 'UTC' },
          include: inFolders(pages),
          globalSetup: ['tests/support/demo-night.ts'],
          isolate: false,
        },
      },
    ],
  },
});
