/** The runbook's example of an Open311 source is a source, and reads what it says. */

import { expect, test } from 'vitest';
import { sourceSettings } from '../../../src/contract/sources.ts';
import { fieldNames } from '../../../scripts/sources/open311/read-request.ts';
import { readProjectFile } from '../../house/project-files.ts';

const section =
  readProjectFile('scripts/README.md')
    .split(/^## /m)
    .find((text) => text.startsWith('Open311\n')) ?? '';
const [, example = ''] = /^```json city\.json\n([\s\S]*?)^```$/m.exec(section) ?? [];

test('it parses, and every key of the settings is in it but those that all sources have', () => {
  const [spec] = JSON.parse(`{${example}}`).sources;
  const settings = sourceSettings.parse(spec);
  const common = ['ended', 'sentinels'];
  expect(Object.keys(settings).filter((key) => !(key in spec) && !common.includes(key))).toEqual([]);
  expect(settings).toMatchObject({ kind: 'open311', api_key: '$OPEN311_KEY' });
});

test('the names that it calls the standard’s are those that are read', () => {
  const names = Object.values(fieldNames({ fields: {} }));
  expect(names.filter((name) => !section.includes(`\`${name}\``))).toEqual([]);
});
