/** The runbook's section on Salesforce: its examples are settings that the program takes. */

import { expect, test } from 'vitest';
import { mappedFields } from '../../../scripts/sources/salesforce/case-fields.ts';
import { type SalesforceSource, salesforceFields, sourceSettings } from '../../../src/contract/sources.ts';
import { readProjectFile } from '../../house/project-files.ts';

const section = /^## Salesforce\n([\s\S]*?)^## /m.exec(readProjectFile('scripts/README.md'))?.[1] ?? '';
const examples = [...section.matchAll(/^```json city\.json\n([\s\S]*?)^```$/gm)].flatMap(([, text = '']) => {
  return (JSON.parse(text) as { sources: unknown[] }).sources;
});

test('both examples of city.json are taken, one for each way of signing in', () => {
  const parsed = examples.map((example) => sourceSettings.parse(example) as SalesforceSource);
  expect(parsed.map(({ kind, sign_in }) => [kind, sign_in.flow])).toEqual([
    ['salesforce', 'client_credentials'],
    ['salesforce', 'jwt_bearer'],
  ]);
  expect(mappedFields(parsed[0]!)).toContainEqual({ field: 'department', name: 'Department__r.Name' });
});

test('every field that is asked for unless the city says otherwise is among those to be granted', () => {
  expect(Object.values(salesforceFields).filter((name) => !section.includes(`\`${name}\``))).toEqual([]);
});
