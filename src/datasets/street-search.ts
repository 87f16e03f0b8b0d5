/** The files of the search, made of the city's streets: named after their content, so that they are kept for ever. */

import { createHash } from 'node:crypto';
import { slugOf, type ShardBlock, type StreetIndex } from '../live/street-files.ts';
import { levels, streets, type Street } from './streets.ts';

export interface SearchFile {
  /** Below the site's root, with `/_astro/` first: hosts keep what lies there for ever. */
  readonly path: string;
  readonly text: string;
}

/** Blocks to a shard: two or three kilobytes, compressed. */
const SHARD_BLOCKS = 200;

const placeOf = new Map(streets.map(({ name }, place) => [name, place]));

const shards = cutIntoShards();
const shardFiles = shards.map(({ members }, number) =>
  fileOf(
    `streets-${number}`,
    members.map((street) => street.blocks.map(shardBlock)),
  ),
);

const index: Omit<StreetIndex, 'shards'> = {
  names: streets.map(({ name }) => name),
  ids: Object.fromEntries(
    streets.flatMap(({ id, name }, place) => (id === slugOf(name) ? [] : [[place, id] as const])),
  ),
  starts: shards.map(({ first }) => first),
  levels,
};

/** `withBase` puts the site's base path before the shards' addresses. */
export function searchFiles(withBase: (path: string) => string): {
  readonly index: SearchFile;
  readonly all: readonly SearchFile[];
} {
  const addresses = shardFiles.map(({ path }) => withBase(`/${path}`));
  const indexFile = fileOf('streets', { ...index, shards: addresses } satisfies StreetIndex);
  return { index: indexFile, all: [indexFile, ...shardFiles] };
}

function cutIntoShards(): { first: number; members: Street[] }[] {
  const cut: { first: number; members: Street[]; count: number }[] = [];
  streets.forEach((street, place) => {
    const last = cut.at(-1);
    if (last && last.count + street.blocks.length <= SHARD_BLOCKS) {
      last.members.push(street);
      last.count += street.blocks.length;
    } else cut.push({ first: place, members: [street], count: street.blocks.length });
  });
  return cut;
}

function shardBlock({ index, class: kind, houses, from, to }: Street['blocks'][number]): ShardBlock {
  const places = (names: readonly string[]) => names.flatMap((name) => placeOf.get(name) ?? []);
  return [index, kind, houses, places(from), places(to)];
}

function fileOf(name: string, content: unknown): SearchFile {
  const text = JSON.stringify(content);
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 8);
  return { path: `_astro/${name}.${hash}.json`, text };
}
