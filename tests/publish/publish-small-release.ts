/** The publishing half of a night, over a small release. */

import { join } from 'node:path';
import { assembleRelease } from '../../scripts/publish/assemble-release.ts';
import { compressSite } from '../../scripts/publish/compress.ts';
import { discardUnfinished, switchRelease, type SwitchedRelease } from '../../scripts/publish/switch-release.ts';
import { writeNext, type SmallReleaseOptions } from './small-release.ts';

/** From the start of a night to its end. */
export async function publishSmallRelease(
  dataFolder: string,
  releaseId: string,
  options: SmallReleaseOptions = {},
): Promise<SwitchedRelease> {
  await discardUnfinished(dataFolder);
  await writeNext(dataFolder, releaseId, options);
  return publishNext(dataFolder, releaseId);
}

/** From finished exports and a built site to the public. */
export async function publishNext(dataFolder: string, releaseId: string): Promise<SwitchedRelease> {
  const next = join(dataFolder, 'releases', 'next');
  await assembleRelease({ exportsFolder: join(next, 'exports'), siteFolder: join(next, 'site') });
  await compressSite(join(next, 'site'));
  return switchRelease({ dataFolder, releaseId });
}
