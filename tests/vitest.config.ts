/** The tests that `npm test` runs; what takes long lives in tests/soak and runs on its own. */

import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');

/** Folders whose tests look at the results of one night of the demo city. */
const afterTheNight = ['tests/pipeline', 'tests/site', 'tests/browser'];
const elsewhere = ['tests/soak', 'tests/bench'];

const inFolders = (folders: readonly string[]) => folders.map((folder) => `${folder}/**/*.test.ts`);

export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 240_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'before the night',
          env: { TZ: 'UTC' },
          include: ['tests/**/*.test.ts'],
          exclude: inFolders([...afterTheNight, ...elsewhere]),
        },
      },
      {
        // The clock of the machine must not show in any figure: a zone with half an hour, and with summer time.
        extends: true,
        test: { name: 'in St. John’s', env: { TZ: 'America/St_Johns' }, include: ['tests/unit/**/*.test.ts'] },
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
    ],
  },
});
