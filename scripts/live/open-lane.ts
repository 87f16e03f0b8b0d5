/** Reads all that the live lane needs of a data folder, and opens its feeds. */

import { resolve } from 'node:path';
import type { City } from '../../src/contract/city.ts';
import type { LiveSettings } from '../../src/contract/live-settings.ts';
import { dataFolders } from '../support/data-folders.ts';
import type { Environment } from '../support/fill-variables.ts';
import { readCity } from '../support/read-city/read-city.ts';
import { readLiveFolder } from './city/read-live-folder.ts';
import { readStreets, type StreetFiles } from './city/read-streets.ts';
import type { Feed } from './feeds/feed.ts';
import { openFeeds } from './feeds/open-feeds.ts';
import { replayFeed } from './feeds/replay.ts';

export interface OpenLane {
  readonly city: City;
  readonly settings: LiveSettings;
  readonly streets: StreetFiles;
  readonly feeds: readonly Feed[];
  readonly publicFolder: string;
}

/** `replay` is a log, or a folder of them, in the place of the feeds. Throws what is wrong with the folder. */
export async function openLane(
  dataFolder: string,
  replay?: string,
  environment: Environment = process.env,
): Promise<OpenLane> {
  const folders = dataFolders(dataFolder);
  const city = await readCity(folders.city, { environment, readsStreets: false });
  const streets = await readStreets(folders.city);
  const settings = await readLiveFolder(city, streets, environment);
  const surroundings = { city, streets, environment };
  return {
    ...{ city, settings, streets },
    feeds: replay === undefined ? openFeeds(settings.feeds, surroundings) : [replayFeed('replay', resolve(replay))],
    publicFolder: settings.folder === undefined ? folders.live : resolve(folders.data, settings.folder),
  };
}
