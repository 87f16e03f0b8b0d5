/** Parks, ponds and works yards of a town that is made up. */

import type { Place, PlaceKind } from '../../../src/contract/streets.ts';
import { seededRandom, type Random } from '../../support/random.ts';
import type { Position } from '../ground.ts';
import type { Filling } from './superblocks.ts';
import { side, type Block, type Point } from './plan.ts';
import { commonWords } from './street-words.ts';

/** From the last word on: streets take them from the first. */
const words = commonWords.toReversed();

export function makePlaces(seed: number, blocks: readonly Block[], toGround: (point: Point) => Position): Place[] {
  return blocks
    .flatMap(({ column, row, filling }) => {
      const drawn = draw(filling, seededRandom(seed, 'place', column, row));
      return drawn
        ? [{ ...drawn, ring: drawn.ring.map(([u, v]) => toGround([column * side + u, row * side + v])) }]
        : [];
    })
    .map(({ kind, title, ring }, i) => ({
      type: 'Feature',
      properties: { kind, name: `${words[i % words.length]} ${title}` },
      geometry: { type: 'Polygon', coordinates: [ring] },
    }));
}

function draw(filling: Filling, random: Random): { kind: PlaceKind; title: string; ring: Point[] } | undefined {
  if (filling === 'park') return { kind: 'park', title: 'Park', ring: box(45, 45, side - 45, side - 45) };
  if (filling === 'pond') return { kind: 'water', title: 'Pond', ring: pond(random) };
  if (filling === 'works') return { kind: 'yard', title: 'Works Yard', ring: box(330, 250, 470, 400) };
  return undefined;
}

/** Counter-clockwise and closed (RFC 7946). */
function box(west: number, south: number, east: number, north: number): Point[] {
  return [[west, south], [east, south], [east, north], [west, north], [west, south]]; // prettier-ignore
}

function pond(random: Random): Point[] {
  const shore = Array.from({ length: 18 }, (_, i): Point => {
    const reach = 210 + random() * 90;
    return [400 + reach * Math.cos((i * Math.PI) / 9), 400 + reach * Math.sin((i * Math.PI) / 9)];
  });
  return [...shore, shore[0]!];
}
