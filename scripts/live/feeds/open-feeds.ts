/** Makes the feeds that the settings name. */

import { resolve } from 'node:path';
import type { City } from '../../../src/contract/city.ts';
import type { FeedSettings } from '../../../src/contract/live-settings.ts';
import { type Environment, fillVariables } from '../../support/fill-variables.ts';
import { HttpClient, type HttpEffects } from '../../support/http-client.ts';
import type { StreetFiles } from '../city/read-streets.ts';
import { arcgisFeed } from './arcgis.ts';
import { demoStormFeed } from './demo-storm.ts';
import type { Feed } from './feed.ts';
import { folderFeed } from './folder.ts';
import { gtfsRealtimeFeed, type WebAddress } from './gtfs-realtime.ts';
import { replayFeed } from './replay.ts';

export interface FeedSurroundings {
  readonly city: City;
  readonly streets: StreetFiles;
  readonly environment: Environment;
}

export function openFeeds(
  settings: readonly FeedSettings[],
  surroundings: FeedSurroundings,
  effects: Partial<HttpEffects> = {},
): Feed[] {
  return settings.map((feed) => openFeed(feed, surroundings, effects));
}

/** Each web feed has a client of its own: one that hangs holds back no other. */
function openFeed(
  feed: FeedSettings,
  { city, streets, environment }: FeedSurroundings,
  effects: Partial<HttpEffects>,
): Feed {
  const fill = (text: string) => fillVariables(text, environment);
  const fileAt = (path: string) => resolve(city.folder, fill(path));
  const timeZone = city.settings.time_zone;
  const addressOf = ({ url, headers }: WebAddress): WebAddress => ({
    url: fill(url),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fill(value)])),
  });
  switch (feed.kind) {
    case 'demo-storm':
      return demoStormFeed(feed, streets);
    case 'folder':
      return folderFeed({ ...feed, timeZone }, fileAt(feed.folder));
    case 'gtfs-realtime':
      return gtfsRealtimeFeed(feed, addressOf(feed), new HttpClient(effects));
    case 'arcgis':
      return arcgisFeed({ ...feed, timeZone }, addressOf(feed), new HttpClient(effects));
    case 'replay':
      return replayFeed(feed.id, fileAt(feed.log));
  }
}
