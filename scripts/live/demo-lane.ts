/** The demonstration's lane: a storm that began three hours ago and goes on while one looks, whatever the season. */

import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LiveEvent } from '../../src/contract/live-settings.ts';
import { dataFolders } from '../support/data-folders.ts';
import { readJson } from '../support/read-city/read-json.ts';
import { isRecord } from '../support/read-city/schema-keys.ts';
import { liveFolder } from './city/read-live-folder.ts';
import { fastClock } from './clock.ts';
import type { LaneOptions } from './lane.ts';

const BEGUN_MS = 3 * 3_600_000;
const TEN_MINUTES = 600_000;

/** Whether the folder is a demonstration's, with a live lane. */
export async function hasDemoLane(dataFolder: string): Promise<boolean> {
  const { city } = dataFolders(dataFolder);
  if (!existsSync(join(liveFolder(city), 'settings.json'))) return false;
  const { value } = await readJson(join(city, 'city.json'));
  return isRecord(value) && value['demo'] === true;
}

/**
 * A storm of its own each time: nothing of the one before is left. Its three hours are caught up with in seconds, and
 * published from then on.
 */
export async function demoLane(
  dataFolder: string,
  now: () => number,
): Promise<Pick<LaneOptions, 'event' | 'clock' | 'quietUntil' | 'fixesFolder'>> {
  const folders = dataFolders(dataFolder);
  const fixesFolder = join(folders.fixes, 'demo');
  for (const folder of [fixesFolder, folders.live]) await rm(folder, { recursive: true, force: true });
  const startedAt = Math.floor((now() - BEGUN_MS) / TEN_MINUTES) * TEN_MINUTES;
  const started_at = new Date(startedAt).toISOString();
  const event: LiveEvent = {
    id: `demonstration-${started_at.slice(0, 16).replaceAll(/[T:]/g, '-')}`,
    name: { en: 'Storm of the demonstration', fr: 'Tempête de la démonstration' },
    started_at,
    ended_at: null,
  };
  return { event, fixesFolder, clock: fastClock(startedAt, now), quietUntil: now() };
}
