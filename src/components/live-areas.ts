/** The areas that have streets, for the live pages; streets outside every area make one more. */

import { areas } from '../datasets/areas.ts';
import type { Street } from '../datasets/blocks-of-streets.ts';
import { streets, streetsOfArea } from '../datasets/streets.ts';
import type { Wording } from '../i18n/words-from.ts';

export interface LiveArea {
  readonly id: string;
  readonly name: string;
  readonly streets: readonly Street[];
  /** Whether the live lane writes a plain text of it. */
  readonly hasText: boolean;
}

const outside = 'outside';

const found = [
  ...areas.map(({ id, names }) => ({ id, names, streets: streetsOfArea(id) })),
  { id: outside, names: null, streets: streetsOfArea(null) },
].filter((area) => area.streets.length > 0);

/** Their ids, which are the same in every language. */
export const liveAreaIds: readonly string[] = found.map(({ id }) => id);

export function liveAreas(wording: Wording): LiveArea[] {
  return found.map(({ id, names, streets: members }) => ({
    id,
    name: names === null ? wording.text('live.no_area') : wording.name(names),
    streets: members,
    hasText: names !== null,
  }));
}

/** Of one street. */
export function areasOfStreet(wording: Wording, { blocks }: Street): LiveArea[] {
  const ids = new Set(blocks.map(({ areaId }) => areaId ?? outside));
  return liveAreas(wording).filter(({ id }) => ids.has(id));
}

/** A street with house numbers and a corner, for the example under the search box: a main one where there is one. */
export function exampleStreet(): { readonly address: string; readonly street: string; readonly other: string } | null {
  const usable = streets.flatMap(({ name, blocks }) => {
    const block = blocks.find(({ houses, from, to }) => houses[0] > 0 && [...from, ...to].length > 0);
    if (block === undefined) return [];
    const other = [...block.from, ...block.to][0] ?? '';
    return [
      { address: `${Math.min(block.houses[0], block.houses[1])} ${name}`, street: name, other, class: block.class },
    ];
  });
  return usable.find((one) => one.class === 'arterial') ?? usable[0] ?? null;
}
