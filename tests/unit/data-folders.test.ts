/** The option that names the data folder, where somebody named the city's folder in it. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { dataOption } from '../../scripts/support/data-folders.ts';

test('the folder city is recognized, and the one around it is named', () => {
  const data = mkdtempSync(join(tmpdir(), 'plainview-option-'));
  onTestFinished(() => rmSync(data, { recursive: true }));
  const city = join(data, 'city');
  mkdirSync(city);
  const { check } = dataOption('the data folder');
  expect(check(city)).toBeUndefined();
  writeFileSync(join(city, 'city.json'), '{}');
  expect(check(city)).toBe(`the folder that holds city/: --data ${data}`);
  expect(check(`${city}/`)).toBe(check(city));
  expect(check(data)).toBeUndefined();
});
