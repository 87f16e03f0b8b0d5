/** Puts an older release back in the place of the one that the public sees. */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { nearestName } from '../support/nearest-name.ts';
import { OperatorError } from '../support/operator-error.ts';
import { checkLinks, pointLink, publishedRelease } from './switch-release.ts';

export interface SwitchedBack {
  /** The name of the release that was published; undefined where the link was lost. */
  readonly from: string | undefined;
  readonly to: string;
}

/** `to` absent means the one before. Call it with the lock held. Throws `RELEASE_MISSING` (exit 2). */
export async function switchBack(dataFolder: string, to?: string): Promise<SwitchedBack> {
  await checkLinks(dataFolder);
  const from = await publishedRelease(dataFolder);
  const names = await wholeReleases(dataFolder);
  const target = to ?? names.filter((name) => from === undefined || name < from).at(-1);
  if (target === undefined || !names.includes(target)) throw missing(dataFolder, to, names, from);
  await pointLink(join(dataFolder, 'site'), join('releases', target));
  return { from, to: target };
}

/** Under its own name a release is always whole. */
async function wholeReleases(dataFolder: string): Promise<string[]> {
  const names = await readdir(join(dataFolder, 'releases')).catch(() => []);
  return names.filter((name) => name !== 'next' && !name.startsWith('.')).sort();
}

function missing(dataFolder: string, to: string | undefined, names: readonly string[], from: string | undefined) {
  const others = names.filter((name) => name !== from);
  const nearest = to === undefined ? undefined : nearestName(to, others);
  const hint = nearest === undefined ? '' : `   (nearest: ${nearest})`;
  return new OperatorError('RELEASE_MISSING', {
    exit: 'configuration',
    message: to === undefined ? 'There is no release before the published one.' : 'There is no release of that name.',
    faults: [
      {
        where: join(dataFolder, 'releases'),
        found: to ?? (others.length === 0 ? `only ${from ?? 'nothing'}` : `only newer ones: ${others.join(', ')}`),
        expected: to === undefined ? 'an older release' : `one of ${others.join(', ')}${hint}`,
      },
    ],
    remedy:
      to === undefined
        ? 'Nothing older is kept. A newer release comes back with --to and its name; a night publishes a new one.'
        : `npm run rollback -- --to ${nearest ?? others.at(-1)}`,
  });
}
