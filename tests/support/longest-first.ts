/** The order of the test files: what takes longest begins first, so that no long file is left running alone at the end. */

import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** By processor time of a run on two cores; all others take less, and begin the larger file first. */
const longest = [
  'browser/live.test.ts',
  'browser/hosts.test.ts',
  'pipeline/kill.test.ts',
  'pipeline/full-disk.test.ts',
  'pipeline/night-ending.test.ts',
  'pipeline/personal-data.test.ts',
  'pipeline/same-night.test.ts',
  'pipeline/quality-nights.test.ts',
  'pipeline/night-command.test.ts',
  'pipeline/same-rows.test.ts',
  'pipeline/over-the-years.test.ts',
  'pipeline/first-year.test.ts',
  'browser/accessibility.test.ts',
  'publish/switch-release.test.ts',
  'models/properties.test.ts',
  'models/oracle.test.ts',
  'models/models.test.ts',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = longest.findIndex((path) => moduleId.endsWith(`/tests/${path}`));
  return place === -1 ? longest.length : place;
}
