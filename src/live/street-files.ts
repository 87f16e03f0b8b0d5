/** The files that the search reads: one list of all names, and shards with the blocks of some fifty streets each. */

import type { LiveService } from '../contract/live.ts';
import type { StreetClass } from '../contract/streets.ts';

/** Streets in the order of their ids; a street is its place in the list. */
export interface StreetIndex {
  readonly names: readonly string[];
  /** Of those whose address is not made of their name. */
  readonly ids: { readonly [place: number]: string };
  /** The first street of each shard, and the shard's address. */
  readonly starts: readonly number[];
  readonly shards: readonly string[];
  readonly levels: readonly Level[];
}

/** What council approved for a class of street. */
export interface Level {
  readonly class: StreetClass;
  readonly service: LiveService;
  readonly hours: number;
  readonly citation: string;
  readonly since: string;
}

/** The blocks of each street of a shard, in the order of the list. */
export type StreetShard = readonly (readonly ShardBlock[])[];

/** House numbers are those at the start and the end of the left side, then of the right; 0 for none. */
export type ShardBlock = readonly [
  /** Among the columns of the live status. */
  index: number,
  kind: StreetClass,
  houses: readonly [number, number, number, number],
  /** The streets met at its start and at its end. */
  from: readonly number[],
  to: readonly number[],
];

export function idOf({ names, ids }: StreetIndex, place: number): string {
  return ids[place] ?? slugOf(names[place] ?? '');
}

/** The words of a name as a page address. */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Which of the shards holds a street. */
export function shardOf({ starts }: StreetIndex, place: number): number {
  return starts.findLastIndex((start) => start <= place);
}

/** Whether a number is on the block: on the side of its parity where the ends of a side agree in theirs. */
export function holdsNumber([, , houses]: ShardBlock, number: number): boolean {
  return [houses.slice(0, 2), houses.slice(2)].some(([from = 0, to = 0]) => {
    if (from === 0 || to === 0) return false;
    const isBetween = Math.min(from, to) <= number && number <= Math.max(from, to);
    return isBetween && (from % 2 !== to % 2 || from % 2 === number % 2);
  });
}
