/** What the public sees now, from what is published. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { nightSchema, type Night } from '../../src/contract/manifest.ts';

/** The `night.json` of a site; undefined where there is none, or none that can be read. */
export function publishedNight(siteFolder: string): Night | undefined {
  try {
    return nightSchema.parse(JSON.parse(readFileSync(path.join(siteFolder, 'data', 'v1', 'night.json'), 'utf8')));
  } catch {
    return undefined;
  }
}

/** The sentence of a night that failed. */
export function describePublic(dataFolder: string): string {
  const night = publishedNight(path.join(dataFolder, 'site'));
  return night === undefined
    ? 'Nothing was published, and nothing was before.'
    : `Nothing was published. The site still shows the data as of ${night.as_of}.`;
}
