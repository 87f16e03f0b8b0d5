/** The step of a night, of a rollback and of `npm run upload` that runs the publish hook on the published release. */

import { realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DataFolders } from '../support/data-folders.ts';
import type { Log } from '../support/log.ts';
import { readOperation } from '../support/read-city/read-operation.ts';
import { noSiteYet } from './open-release.ts';
import { uploadRelease } from './upload-release.ts';

/** False where the city has no hook. Throws NO_SITE_YET (exit 2) and PUBLISH_HOOK_FAILED (exit 5). */
export async function uploadPublished(folders: Pick<DataFolders, 'city' | 'data'>, log: Log): Promise<boolean> {
  const { publish } = await readOperation(folders.city);
  if (publish === undefined) return false;
  const releaseFolder = await realpath(join(folders.data, 'site')).catch(() => {
    throw noSiteYet(folders.data);
  });
  const step = log.step('upload', 'release');
  const upload = { publish, releaseFolder, cityFolder: folders.city, dataFolder: folders.data };
  try {
    const attempts = await uploadRelease(upload, { note: log.line });
    step.done(`${basename(releaseFolder)}${attempts === 1 ? '' : `, at attempt ${attempts}`}`);
  } catch (error) {
    step.failed();
    throw error;
  }
  return true;
}
