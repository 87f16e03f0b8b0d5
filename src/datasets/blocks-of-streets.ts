/** The segments of the published streets, put together as the streets that people know, each with its blocks. */

import { isSegment, type PublishedStreets, type StreetClass } from '../contract/streets.ts';

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

/** Those that have a name, in the order of their ids; what has none is in no list and on no page, and on the map. */
export function streetsOf(features: PublishedStreets['features']): Street[] {
  const namesAt = new Map(
    features.flatMap((feature) =>
      isSegment(feature) ? [] : [[feature.properties.node, feature.properties.names] as const],
    ),
  );
  const found = new Map<string, { id: string; name: string; blocks: Block[] }>();
  features.filter(isSegment).forEach(({ properties: one }, index) => {
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
