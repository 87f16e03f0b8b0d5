/** The plan of a town that is made up: through roads, and the superblocks between them filled from the middle out. */

import type { StreetClass, TravelDirection } from '../../../src/contract/streets.ts';
import { seededRandom } from '../../support/random.ts';
import { crossing, fillings, type Filling } from './superblocks.ts';

/** Metres east and north of the middle of town, before the land bends the streets. */
export type Point = readonly [u: number, v: number];

/** What a street is called after: each kind has its own words. */
export type NameKind = 'through' | 'sideroad' | 'concession' | 'highway' | 'street' | 'drive' | 'crescent' | 'court' | 'service' | 'lane' | 'path'; // prettier-ignore

export interface Line {
  /** Lines with the same key are one street. */
  readonly street: string;
  readonly kind: NameKind;
  readonly class: StreetClass;
  readonly travel: TravelDirection;
  readonly points: readonly Point[];
  /** Where the first point lies along its street, metres: streets that go on block after block count from one place. */
  readonly startAt: number;
}

export interface Block {
  readonly column: number;
  readonly row: number;
  readonly filling: Filling;
}

/** Half a mile: the side of a superblock, and the distance between collectors. */
export const side = 800;
/** Country roads: every fourth line east to west apart, every second north to south. */
const [countryColumns, countryRows] = [4, 2];
const highwayRow = 4;

export interface Extent {
  readonly columns: readonly [from: number, to: number];
  readonly rows: readonly [from: number, to: number];
}

/** What a superblock is built on with, by how far it is from the middle of a town or village, in superblocks. */
export function chooseFilling(chance: number, rank: number, fromMiddle: number): Filling {
  if (rank === 0) return 'park';
  if (rank % 32 === 9) return 'works';
  if (fromMiddle < 1) return 'grid';
  if (chance < 0.05) return 'park';
  if (chance < 0.08) return 'pond';
  if (chance < 0.08 + 0.3 / fromMiddle) return 'grid';
  return chance < 0.62 ? 'crescents' : 'courts';
}

/** The lines of a town whose superblocks `filled` are built on. */
export function planLines(seed: number, extent: Extent, filled: readonly Block[]): Line[] {
  const edges = new Map<string, Set<number>>();
  const addEdge = (axis: 'u' | 'v', line: number, at: number) => {
    const key = `${axis}${line}`;
    edges.set(key, (edges.get(key) ?? new Set()).add(at));
  };
  for (let column = extent.columns[0]; column <= extent.columns[1]; column++)
    for (let row = extent.rows[0]; row <= extent.rows[1]; row++) {
      if (column % countryColumns === 0) addEdge('u', column, row);
      if (row % countryRows === 0) addEdge('v', row, column);
    }
  for (const { column, row } of filled) {
    for (const line of [column, column + 1]) addEdge('u', line, row);
    for (const line of [row, row + 1]) addEdge('v', line, column);
  }
  const within = filled.flatMap(({ column, row, filling }) => {
    const random = seededRandom(seed, filling, column, row);
    return fillings[filling]({ west: column * side, south: row * side, random });
  });
  return [...[...edges].flatMap(([key, places]) => throughLines(key, places)), ...within];
}

/** Edges that follow each other make one line; where it is interrupted another begins. */
function throughLines(key: string, places: ReadonlySet<number>): Line[] {
  const along = key.startsWith('u') ? 'v' : 'u';
  const line = Number(key.slice(1));
  const sorted = [...places].sort((a, b) => a - b);
  const starts = sorted.filter((at) => !places.has(at - 1));
  return starts.map((start) => {
    let end = start;
    while (places.has(end)) end++;
    const points = Array.from({ length: end - start + 1 }, (_, i) => crossing(along, (start + i) * side, line * side));
    return { street: key, ...throughRank(along, line), travel: 'both', points, startAt: start * side };
  });
}

function throughRank(along: 'u' | 'v', line: number): Pick<Line, 'kind' | 'class'> {
  if (along === 'u' && line === highwayRow) return { kind: 'highway', class: 'highway' };
  if (along === 'u' && line % countryRows === 0 && Math.abs(line) > 6)
    return { kind: 'concession', class: 'collector' };
  if (along === 'v' && line % countryColumns === 0 && Math.abs(line) > 4)
    return { kind: 'sideroad', class: 'collector' };
  return { kind: 'through', class: line % 2 === 0 ? 'arterial' : 'collector' };
}
