/** The warning of check-config and of the night's summary, where one late closing moves the moment of all figures. */

import { expect, test } from 'vitest';
import type { Manifest } from '../../src/contract/manifest.ts';
import { dataFolders } from '../../scripts/support/data-folders.ts';
import { describeLateMoment } from '../../scripts/support/late-moment.ts';
import { printSummary } from '../../scripts/support/summary.ts';
import { readProjectFile } from '../house/project-files.ts';

const late = new Date('2024-10-02T07:00:00Z');
const says = describeLateMoment(late, '2024-07-05', 'America/Vancouver');

test('it names the days between, and the line that mends it, by the clock of the city', () => {
  expect(says.join('\n')).toContain('89 days after the newest request');
  expect(says.join('\n')).toContain('"as_of": "2024-07-06T00:00:00.000-07:00"');
});

test('nothing is said where requests go on to about the moment', () => {
  expect(describeLateMoment(late, '2024-08-18', 'America/Vancouver')).toEqual([]);
  expect(describeLateMoment(late, '2024-08-17', 'America/Vancouver')).toHaveLength(2);
});

test('the summary of a night says it in the same words', () => {
  const lines: string[] = [];
  const manifest = {
    city: { id: 'here', name: { en: 'Here' }, languages: ['en'], time_zone: 'America/Vancouver' },
    ...{ as_of: late.toISOString(), next_expected_at: '', coverage: { last_requested_on: '2024-07-05' } },
  } as unknown as Manifest;
  printSummary(dataFolders('/srv/here'), manifest, [], (line) => void lines.push(line));
  expect(lines.join('\n')).toContain(says.join('\n'));
});

test('the runbook explains it in those words', () => {
  const runbook = readProjectFile('scripts/README.md');
  expect(
    [says[0]?.split('. If')[0]?.trim() ?? '', says[1]?.split('source: ')[1] ?? ''].filter(
      (words) => !runbook.includes(words),
    ),
  ).toEqual([]);
});
