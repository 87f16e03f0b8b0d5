/** The files of the search, made of the city's streets: named after their content, so that they are kept for ever. */

import { createHash } from 'node:crypto';
import { slugOf, type Level, type ShardBlock, type StreetIndex } from '../live/street-files.ts';
import type { Block, Street } from './blocks-of-streets.ts';

export interface SearchFile {
  /** Below the site's root, with `_astro/` first: hosts keep what lies there for ever. */
  readonly path: string;
  readonly text: string;
}

export interface SearchFiles {
  readonly index: SearchFile;
  readonly all: readonly SearchFile[];
}

/** Blocks to a shard: two kilobytes, compressed. */
const SHARD_BLOCKS = 200;

/** `streets` in the order of their ids; `withBase` puts the site's base path before an address. */
export function makeSearchFiles(
  streets: readonly Street[],
  levels: readonly Level[],
  withBase: (path: string) => string,
): SearchFiles {
  const placeOf = new Map(streets.map(({ name }, place) => [name, place]));
  const shards = cutIntoShards(streets);
  const shardFiles = shards.map(({ members }, number) =>
    fileOf(
      `streets-${number}`,
      members.map(({ blocks }) => blocks.map((block) => shardBlock(block, placeOf))),
    ),
  );
  const index = fileOf('streets', {
    names: streets.map(({ name }) => name),
    ids: Object.fromEntries(
      streets.flatMap(({ id, name }, place) => (id === slugOf(name) ? [] : [[place, id] as const])),
    ),
    starts: shards.map(({ first }) => first),
    shards: shardFiles.map(({ path }) => withBase(`/${path}`)),
    levels,
  } satisfies StreetIndex);
  return { index, all: [index, ...shardFiles] };
}

interface Shard {
  readonly first: number;
  readonly members: Street[];
  count: number;
}

function cutIntoShards(streets: readonly Street[]): Shard[] {
  const cut: Shard[] = [];
  streets.forEach((street, place) => {
    const last = cut.at(-1);
    if (last && last.count + street.blocks.length <= SHARD_BLOCKS) {
      last.members.push(street);
      last.count += street.blocks.length;
    } else cut.push({ first: place, members: [street], count: street.blocks.length });
  });
  return cut;
}

function shardBlock({ index, class: kind, houses, from, to }: Block, placeOf: ReadonlyMap<string, number>): ShardBlock {
  const places = (names: readonly string[]) => names.flatMap((name) => placeOf.get(name) ?? []);
  return [index, kind, houses, places(from), places(to)];
}

function fileOf(name: string, content: unknown): SearchFile {
  const text = JSON.stringify(content);
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 8);
  return { path: `_astro/${name}.${hash}.json`, text };
}
