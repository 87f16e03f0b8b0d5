/** The search over the streets of a city folder, with its shards read from memory, as many times as it asks. */

import { makeSearchFiles, type SearchFiles } from '../../../src/datasets/search-files.ts';
import { streetsOf, type Street } from '../../../src/datasets/blocks-of-streets.ts';
import type { StreetCollection } from '../../../src/contract/streets.ts';
import { makeSearch, type Found } from '../../../src/live/search-streets.ts';
import type { StreetIndex } from '../../../src/live/street-files.ts';

export interface MadeSearch {
  readonly files: SearchFiles;
  readonly streets: readonly Street[];
  readonly index: StreetIndex;
  search(text: string): Promise<readonly Found[]>;
  /** The names that were found, those of a corner with ` + ` between. */
  namesFor(text: string): Promise<string[]>;
}

export function searchOver(collection: StreetCollection): MadeSearch {
  const features = collection.features.map((feature) =>
    'street_id' in feature.properties ? { ...feature, properties: { ...feature.properties, area_id: null } } : feature,
  );
  const streets = streetsOf(features as never);
  const files = makeSearchFiles(streets, [], (path) => path);
  const index: StreetIndex = JSON.parse(files.index.text);
  // Once read, a shard stays, as it does in a browser.
  const shards = new Map(files.all.map(({ path, text }) => [`/${path}`, JSON.parse(text)]));
  const search = makeSearch(index, async (address) => shards.get(address));
  const nameOf = ({ streets: places }: Found) => places.map((place) => index.names[place]).join(' + ');
  return { files, streets, index, search, namesFor: async (text) => (await search(text)).map(nameOf) };
}

export interface Address {
  readonly number: number;
  readonly street: string;
  readonly block: number;
}

/** Every number that stands at an end of a block's side. */
export function addressesOf(streets: readonly Street[]): Address[] {
  return streets.flatMap(({ name, blocks }) =>
    blocks.flatMap(({ houses, index }) =>
      houses.flatMap((number) => (number > 0 ? [{ number, street: name, block: index }] : [])),
    ),
  );
}

/** One letter of a word of four or more is another: what a hurried thumb does. */
export function withOneLetterWrong(name: string, random: () => number): string {
  const letters = [...name].flatMap((letter, place) => (/\p{L}/u.test(letter) ? [place] : []));
  const place = letters[Math.floor(random() * letters.length)] ?? 0;
  const other = String.fromCharCode(97 + Math.floor(random() * 26));
  return `${name.slice(0, place)}${other === name[place]?.toLowerCase() ? 'q' : other}${name.slice(place + 1)}`;
}

/** Some of them, each once, by the seed (mulberry32, Ettinger 2017). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
