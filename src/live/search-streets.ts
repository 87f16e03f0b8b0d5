/** Finds streets, addresses and corners in the city's own list, forgiving of spelling; shards are read as they are needed. */

import { matchStreet } from './match-street.ts';
import { readQuery, type Query } from './read-query.ts';
import { holdsNumber, shardOf, type ShardBlock, type StreetIndex, type StreetShard } from './street-files.ts';
import { streetKey } from './street-key.ts';

export interface Found {
  readonly kind: Query['kind'];
  /** One street, or the two of a corner: places in the list of names. */
  readonly streets: readonly number[];
  readonly number: number | null;
  /** The blocks that are meant: of a street all, of an address those whose numbers hold it, of a corner those that meet there. */
  readonly blocks: readonly FoundBlock[];
  /** False for an address whose number no block holds: the blocks are then those of the whole street. */
  readonly holdsNumber: boolean;
}

export interface FoundBlock {
  readonly street: number;
  readonly block: ShardBlock;
}

export type ReadShard = (address: string) => Promise<StreetShard>;
export type Search = (text: string) => Promise<readonly Found[]>;

const SUGGESTED = 8;
/** Streets looked at for a number or a corner: the like-named ones, since “Queen” may be a street, a place and a court. */
const LOOKED_AT = 12;

export function makeSearch(index: StreetIndex, readShard: ReadShard): Search {
  const keys = index.names.map(streetKey);
  const blocksOf = async (street: number): Promise<FoundBlock[]> => {
    const shard = shardOf(index, street);
    const streets = await readShard(index.shards[shard] ?? '');
    return (streets[street - (index.starts[shard] ?? 0)] ?? []).map((block) => ({ street, block }));
  };
  const streetsLike = (name: string, count: number): Ranked[] => {
    const asked = streetKey(name);
    return keys
      .flatMap((key, street) => {
        const score = matchStreet(asked, key);
        return score === null ? [] : [{ street, score }];
      })
      .sort((a, b) => a.score - b.score || a.street - b.street)
      .slice(0, count);
  };
  const finders: { readonly [Kind in Query['kind']]: (query: Extract<Query, { kind: Kind }>) => Promise<Scored[]> } = {
    street: async ({ name }) =>
      Promise.all(
        streetsLike(name, SUGGESTED).map(async ({ street, score }) => ({
          score,
          found: { kind: 'street', streets: [street], number: null, blocks: await blocksOf(street), holdsNumber: true },
        })),
      ),
    address: async ({ number, name }) =>
      Promise.all(
        streetsLike(name, LOOKED_AT).map(async ({ street, score }) => {
          const all = await blocksOf(street);
          const held = all.filter(({ block }) => holdsNumber(block, number));
          // A city may have given two blocks the same numbers; who lives there knows which is meant.
          const blocks = held.length > 0 ? held : all;
          // A street that has the number comes before one that is spelt a little nearer.
          return {
            score: score + (held.length > 0 ? 0 : 20),
            found: { kind: 'address', streets: [street], number, blocks, holdsNumber: held.length > 0 },
          };
        }),
      ),
    corner: async ({ first, second }) => {
      const others = new Map(streetsLike(second, LOOKED_AT).map(({ street, score }) => [street, score]));
      const found = streetsLike(first, LOOKED_AT).map(async ({ street, score }) => {
        const blocks = await blocksOf(street);
        const met = new Set(blocks.flatMap(({ block: [, , , from, to] }) => [...from, ...to]));
        const corners = [...met].flatMap((other) => {
          const otherScore = others.get(other);
          return otherScore === undefined ? [] : [{ other, score: score + otherScore }];
        });
        return Promise.all(
          corners.map(async ({ other, score }) => ({
            score,
            found: {
              kind: 'corner' as const,
              streets: [street, other],
              number: null,
              holdsNumber: true,
              blocks: [...meeting(blocks, other), ...meeting(await blocksOf(other), street)],
            },
          })),
        );
      });
      return (await Promise.all(found)).flat();
    },
  };
  return async (text) => {
    const read = await Promise.all(readQuery(text).map((query) => finders[query.kind](query as never)));
    const scored = read.flat().sort((a, b) => a.score - b.score);
    return scored
      .filter(isFirstOfItsKind)
      .slice(0, SUGGESTED)
      .map(({ found }) => found);
  };
}

interface Ranked {
  readonly street: number;
  readonly score: number;
}

interface Scored {
  readonly score: number;
  readonly found: Found;
}

function meeting(blocks: readonly FoundBlock[], other: number): FoundBlock[] {
  return blocks.filter(({ block: [, , , from, to] }) => from.includes(other) || to.includes(other));
}

/** The same streets may be found by two ways of reading. */
function isFirstOfItsKind({ found }: Scored, place: number, all: readonly Scored[]): boolean {
  const same = (one: Found) => one.streets.join() === found.streets.join() && one.number === found.number;
  return all.findIndex(({ found: one }) => same(one)) === place;
}
