/** The streets of the city and their blocks, in the order of the live lane's columns; none where the city gives none. */

import { createHash } from 'node:crypto';
import type { PublishedLive } from '../contract/live-settings.ts';
import { liveStreets } from '../contract/live-streets.ts';
import { isSegment, type PublishedStreets } from '../contract/streets.ts';
import { type Street, streetsOf } from './blocks-of-streets.ts';
import { readExportText } from './exports-folder.ts';
import { manifest } from './manifest.ts';

export const hasStreets = manifest.files.some(
  ({ path }) => path === 'streets.geojson' || path === 'latest/streets.geojson',
);

const features = hasStreets ? (JSON.parse(readExportText('streets.geojson')) as PublishedStreets).features : [];
const segments = features.filter(isSegment);

/** Of `streets.<hash>.json`: by it a page knows whether the live lane has the same streets. */
export const streetsHash = createHash('sha256')
  .update(JSON.stringify(liveStreets(segments)))
  .digest('hex')
  .slice(0, 12);

export const { levels_of_service: levels, publish_delay_seconds: publishDelaySeconds }: PublishedLive = hasStreets
  ? JSON.parse(readExportText('live.json'))
  : { levels_of_service: [], publish_delay_seconds: 0 };

export const streets: readonly Street[] = streetsOf(features);

export function streetsOfArea(areaId: string | null): readonly Street[] {
  return streets
    .map((street) => ({ ...street, blocks: street.blocks.filter((block) => block.areaId === areaId) }))
    .filter(({ blocks }) => blocks.length > 0);
}
