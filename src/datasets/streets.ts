/** The streets of the city and their blocks, in the order of the live lane's columns; none where the city gives none. */

import { createHash } from 'node:crypto';
import type { PublishedLive } from '../contract/live-settings.ts';
import { liveStreets } from '../contract/live-streets.ts';
import { isSegment, type PublishedStreets, type StreetClass } from '../contract/streets.ts';
import { readExportText } from './exports-folder.ts';
import { manifest } from './manifest.ts';

export interface Block {
  /** Among the columns of the live status. */
  readonly index: number;
  readonly class: StreetClass;
  /** House numbers at the start and the end of the left side, then of the right; 0 for none. */
  readonly houses: readonly [number, number, number, number];
  /** The names of the streets met at its start and at its end. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly areaId: string | null;
}

export interface Street {
  readonly id: string;
  /** As on its sign, in every language. */
  readonly name: string;
  readonly blocks: readonly Block[];
}

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

const namesAt = new Map(
  features.flatMap((feature) =>
    isSegment(feature) ? [] : [[feature.properties.node, feature.properties.names] as const],
  ),
);

/** Those that have a name, in the order of their ids; what has none is in no list and on no page, and on the map. */
export const streets: readonly Street[] = readStreets();

export function streetsOfArea(areaId: string | null): readonly Street[] {
  return streets
    .map((street) => ({ ...street, blocks: street.blocks.filter((block) => block.areaId === areaId) }))
    .filter(({ blocks }) => blocks.length > 0);
}

function readStreets(): Street[] {
  const found = new Map<string, { id: string; name: string; blocks: Block[] }>();
  segments.forEach(({ properties: one }, index) => {
    if (one.name === '') return;
    const street = found.get(one.street_id) ?? { id: one.street_id, name: one.name, blocks: [] };
    const others = (node: string) => (namesAt.get(node) ?? []).filter((name) => name !== one.name);
    const houses = [one.left_from, one.left_to, one.right_from, one.right_to].map((house) => house ?? 0);
    street.blocks.push({
      index,
      class: one.class,
      houses: houses as unknown as Block['houses'],
      from: others(one.from_node),
      to: others(one.to_node),
      areaId: one.area_id,
    });
    found.set(one.street_id, street);
  });
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
