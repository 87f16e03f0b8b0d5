/** Loose pieces of street made into the collection of the contract: nodes, ids, intersections. */

import { streetCollection, type Segment, type StreetCollection } from '../../src/contract/streets.ts';
import { laySheet, middleOf, roundPosition, type Position, type Sheet } from './ground.ts';
import { snapEnds } from './snap-ends.ts';

/** One piece of street from end to end, as drawn. */
export interface StreetPiece extends Pick<
  Segment['properties'],
  'name' | 'class' | 'travel' | 'left_from' | 'left_to' | 'right_from' | 'right_to'
> {
  readonly line: readonly Position[];
}

/** At the southernmost beginning of a piece, so that their order makes no difference. */
export function sheetUnder(pieces: readonly StreetPiece[]): Sheet {
  return laySheet(pieces.reduce((least, { line }) => Math.min(least, line[0]![1]), 90));
}

/** What has no name belongs to no street that anybody could look for. */
const unnamed = 'unnamed';

/** Ends within half a metre meet: cities digitize to the centimetre and round as they export. */
export const snapMetres = 0.5;

/**
 * In the order of the ids: the same pieces in any order give the same collection. A piece of the same street in the same
 * place as one before it is told by its index, and left out.
 */
export function assembleStreets(
  pieces: readonly StreetPiece[],
  onRepeated: (index: number) => void = () => {},
): StreetCollection {
  const sheet = sheetUnder(pieces);
  const ends = pieces.flatMap(({ line }) => [line[0]!, line.at(-1)!]);
  const nodes = snapEnds(ends, sheet, snapMetres);
  const byId = new Map<string, Segment>();
  const texts = pieces.map((piece) => JSON.stringify(piece));
  const inOrder = [...texts.keys()].sort((one, other) => (texts[one]! < texts[other]! ? -1 : 1));
  for (const index of inOrder) {
    const segment = makeSegment(pieces[index]!, nodes[2 * index]!, nodes[2 * index + 1]!);
    const { segment_id } = segment.properties;
    if (byId.has(segment_id)) onRepeated(index);
    else byId.set(segment_id, segment);
  }
  const segments = [...byId.values()].sort(bySegmentId);
  return streetCollection.parse({
    type: 'FeatureCollection',
    features: [...segments, ...intersectionsOf(segments)],
  });
}

function makeSegment(piece: StreetPiece, from: Position, to: Position): Segment {
  const { line, name, ...facts } = piece;
  const coordinates = [from, ...line.slice(1, -1).map(roundPosition), to];
  const street = streetId(name);
  return {
    type: 'Feature',
    properties: {
      segment_id: `${street}-${placeCode(middleOf(coordinates))}`,
      street_id: street,
      name,
      ...facts,
      from_node: `n${placeCode(from)}`,
      to_node: `n${placeCode(to)}`,
    },
    geometry: { type: 'LineString', coordinates },
  };
}

/** The words of a name as a page address: `rue de l’Église` is `rue-de-l-eglise`. */
export function streetId(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('œ', 'oe').toLowerCase();
  return plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '') || unnamed;
}

/** A place to a tenth of a metre, in twelve letters and digits: an id that no order of rows can change. */
function placeCode([longitude, latitude]: readonly [number, number]): string {
  const code = (degrees: number, least: number) =>
    Math.round((degrees - least) * 1e6)
      .toString(36)
      .padStart(6, '0');
  return code(longitude, -180) + code(latitude, -90);
}

function intersectionsOf(segments: readonly Segment[]): StreetCollection['features'] {
  const places = new Map<string, { names: Set<string>; coordinates: Position }>();
  for (const { properties, geometry } of segments) {
    const { name, from_node, to_node } = properties;
    const meets = [
      [from_node, geometry.coordinates[0]!],
      [to_node, geometry.coordinates.at(-1)!],
    ] as const;
    for (const [node, coordinates] of meets) {
      const place = places.get(node) ?? { names: new Set(), coordinates };
      if (name !== '') place.names.add(name);
      places.set(node, place);
    }
  }
  return [...places]
    .filter(([, { names }]) => names.size > 1)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([node, { names, coordinates }]) => ({
      type: 'Feature',
      properties: { node, names: [...names].sort() },
      geometry: { type: 'Point', coordinates },
    }));
}

function bySegmentId({ properties: one }: Segment, { properties: other }: Segment): number {
  return one.segment_id < other.segment_id ? -1 : 1;
}
