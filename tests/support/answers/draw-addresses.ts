/** Addresses of a city by chance, from the ranges of its own street file, with the block that each is on. */

import type { Segment } from '../../../src/contract/streets.ts';
import { seededRandom } from '../../../scripts/support/random.ts';

export interface Address {
  readonly number: number;
  readonly segment: Segment;
}

/** Every house is as likely as every other. */
export function drawAddresses(segments: readonly Segment[], count: number, ...seed: (string | number)[]): Address[] {
  const random = seededRandom('addresses', ...seed);
  const houses = segments.flatMap((segment) => sidesOf(segment).flatMap(({ numbers }) => numbers.map((number) => ({ number, segment })))); // prettier-ignore
  return Array.from({ length: count }, () => houses[Math.floor(random() * houses.length)] as Address);
}

/** The numbers of each side: by twos where both ends are even or both odd. */
function sidesOf({ properties: p }: Segment): { readonly numbers: number[] }[] {
  const sides = [
    [p.left_from, p.left_to],
    [p.right_from, p.right_to],
  ] as const;
  return sides.flatMap(([from, to]) => {
    if (from === null || to === null || p.name === '') return [];
    const step = from % 2 === to % 2 ? 2 : 1;
    const first = Math.min(from, to);
    return [{ numbers: Array.from({ length: Math.abs(to - from) / step + 1 }, (_, place) => first + place * step) }];
  });
}

/** The names of the streets met at either end of a block, by the segments that share its nodes. */
export function cornersOf({ properties }: Segment, segments: readonly Segment[]): [from: string[], to: string[]] {
  const met = (node: string) => {
    const there = segments.filter(({ properties: p }) => p.from_node === node || p.to_node === node);
    const names = new Set(there.map(({ properties: p }) => p.name));
    return [...names].filter((name) => name !== '' && name !== properties.name).sort();
  };
  return [met(properties.from_node), met(properties.to_node)];
}
