/** Where the files of a source lie. */

import { expect, test } from 'vitest';
import { resolveSourceFolder } from '../../../scripts/support/read-city/resolve-source-folder.ts';

test('a folder is relative to the city folder', () => {
  expect(resolveSourceFolder('../drop', '/srv/data/city')).toBe('/srv/data/drop');
  expect(resolveSourceFolder('/mnt/crm', '/srv/data/city')).toBe('/mnt/crm');
});

test('a variable at its start is read from the environment', () => {
  expect(resolveSourceFolder('$CRM/a', '/srv/city', { CRM: '/mnt/crm' })).toBe('/mnt/crm/a');
  expect(resolveSourceFolder('a/$CRM', '/srv/city', {})).toBe('/srv/city/a/$CRM');
});

test('a variable that is not set is named', () => {
  expect(() => resolveSourceFolder('$CRM/a', '/srv/city', {})).toThrow(/environment variable CRM, which is not set/);
});
