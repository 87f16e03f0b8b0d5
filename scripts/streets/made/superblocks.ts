/** What stands between four through roads: a grid, crescents, dead ends, a works yard, a park or a pond. */

import type { Random } from '../../support/random.ts';
import type { Line, Point } from './plan.ts';

export type Filling = 'grid' | 'crescents' | 'courts' | 'works' | 'park' | 'pond';

interface Ground {
  readonly west: number;
  readonly south: number;
  readonly random: Random;
}

/** A point of a line that runs along one axis, by its place on it and the place of the line on the other. */
export function crossing(along: 'u' | 'v', at: number, across: number): Point {
  return along === 'u' ? [at, across] : [across, at];
}

/** Each draws in metres from the south-west corner of its ground. */
export const fillings: Record<Filling, (ground: Ground) => Line[]> = {
  grid: gridLines,
  crescents: crescentLines,
  courts: courtLines,
  works: (ground) => [draw(ground, 'court', 'court', [[400, 0], [400, 280]])], // prettier-ignore
  park: (ground) => [{ ...draw(ground, 'path', 'path', [[400, 0], ...arc([400, 0], [400, 800], 12)]), class: 'path' }],
  pond: () => [],
};

/** A street of this superblock alone. */
function draw({ west, south }: Ground, name: string, kind: Line['kind'], points: readonly Point[]): Line {
  const placed = points.map(([u, v]): Point => [Math.round(west + u), Math.round(south + v)]);
  const street = `${name}${west},${south}`;
  return { street, kind, class: 'local', travel: 'both', points: placed, startAt: 0 };
}

/** Long blocks of an old town: three streets north to south, seven east to west, some missing. */
function gridLines(ground: Ground): Line[] {
  const { west, south, random } = ground;
  const isOldTown = Math.hypot(west + 400, south + 400) < 1400;
  const columns = [200, 400, 600];
  const rows = [100, 200, 300, 400, 500, 600, 700];
  // The same line of the plan is the same street in the next superblock, and in the one after.
  const upright = columns.map((u) => {
    const points = [0, ...rows, 800].map((v): Point => [u, v]);
    const travel = isOldTown ? oneWay[u] : undefined;
    return {
      ...draw(ground, '', 'street', points),
      street: `grid-u${west + u}`,
      startAt: south,
      travel: travel ?? 'both',
    };
  });
  const level = rows
    .filter(() => random() > 0.12)
    .map((v) => {
      const points = [0, ...columns, 800].map((u): Point => [u, v]);
      return { ...draw(ground, '', 'street', points), street: `grid-v${south + v}`, startAt: west };
    });
  const lanes = isOldTown || random() < 0.3 ? [150, 350, 550].map((v) => laneLine(ground, v)) : [];
  const service = random() < 0.45 ? [serviceLine(ground)] : [];
  return [...upright, ...level, ...lanes, ...service];
}

/** The old town's pairs of one-way streets. */
const oneWay: Readonly<Record<number, Line['travel']>> = { 200: 'forward', 400: 'backward' };

function laneLine(ground: Ground, v: number): Line {
  const line = draw(ground, 'lane', 'lane', [[200, v], [400, v]]); // prettier-ignore
  return { ...line, street: `lane${ground.west},${ground.south + v}`, class: 'laneway' };
}

/** A service road 24 m from the through road to its south, between the first and the last street that it crosses. */
function serviceLine(ground: Ground): Line {
  const points = [200, 400, 600].map((u): Point => [u, 24]);
  return { ...draw(ground, '', 'service', points), street: `service-v${ground.south}`, startAt: ground.west };
}

/** A curved drive from west to east, another from south to north, crescents on both, a court at the head of some. */
function crescentLines(ground: Ground): Line[] {
  const { random } = ground;
  const wave = (u: number) => 400 + Math.round(Math.sin((u / 800) * 2 * Math.PI) * 45);
  const east = stepsBetween([0, 90, 250, 400, 550, 710, 800]).map((u): Point => [u, wave(u)]);
  const north = [0, 200, 400, 600, 800].map((v): Point => [400, v]);
  const loops = [1, 1, -1, -1].flatMap((up, i) => {
    const [from, to] = i % 2 === 0 ? [90, 250] : [550, 710];
    const top = 400 + up * (190 + Math.round(random() * 60));
    const head = (from + to) / 2;
    const crescent = draw(ground, `crescent${i}-`, 'crescent', loop([from, wave(from)], [to, wave(to)], top, up));
    const court = draw(ground, `court${i}-`, 'court', [[head, top], [head, top + up * 85]]); // prettier-ignore
    return random() < 0.7 ? [crescent, court] : [crescent];
  });
  const links = [200, 600].flatMap((v, i) => {
    const points: Point[] = [[400, v], ...arc([400, v], [330, v + 30], 4)];
    return random() < 0.75 ? [draw(ground, `link${i}-`, 'street', points)] : [];
  });
  return [draw(ground, 'drive-w', 'drive', east), draw(ground, 'drive-s', 'drive', north), ...loops, ...links];
}

/** Away from a drive, round two corners, and back; through the middle of the head, where a court may begin. */
function loop(from: Point, to: Point, top: number, up: number): Point[] {
  const radius = 40;
  const head = top - up * radius;
  const turn = (u: number, begin: number) =>
    [0, 1, 2, 3, 4].map((i): Point => {
      const angle = begin - (i * Math.PI) / 8;
      return [u + radius * Math.cos(angle), head + up * radius * Math.sin(angle)];
    });
  const middle: Point = [(from[0] + to[0]) / 2, top];
  return [from, ...turn(from[0] + radius, Math.PI), middle, ...turn(to[0] - radius, Math.PI / 2), to];
}

/** One winding road with dead ends to both sides, each with a bend. */
function courtLines(ground: Ground): Line[] {
  const { random } = ground;
  const wave = (v: number) => 400 + Math.round(Math.sin((v / 800) * 3 * Math.PI) * 30);
  const stops = [90, 180, 270, 360, 450, 540, 630, 720];
  const road = stepsBetween([0, ...stops, 800]).map((v): Point => [wave(v), v]);
  const ends = stops.flatMap((v) =>
    [-1, 1].flatMap((way) => {
      const [drawn, far, bend] = [random(), 160 + random() * 150, (random() - 0.5) * 30];
      const from: Point = [wave(v), v];
      const to: Point = [Math.round(from[0] + way * far), Math.round(v + bend)];
      return drawn > 0.8 ? [] : [draw(ground, `court${way}${v}-`, 'court', [from, ...arc(from, to, 4)])];
    }),
  );
  return [draw(ground, 'drive', 'drive', road), ...ends];
}

/** Points after the first on a shallow arc. */
function arc(from: Point, to: Point, pieces: number): Point[] {
  const [du, dv] = [to[0] - from[0], to[1] - from[1]];
  return Array.from({ length: pieces }, (_, i) => {
    const share = (i + 1) / pieces;
    const bow = 0.5 * share * (1 - share);
    return [Math.round(from[0] + du * share - dv * bow), Math.round(from[1] + dv * share + du * bow)];
  });
}

/** The stops, and between them steps of at most 30 m. */
function stepsBetween(stops: readonly number[]): number[] {
  return stops.flatMap((to, i) => {
    const from = stops[i - 1];
    if (from === undefined) return [to];
    const count = Math.ceil((to - from) / 30);
    return Array.from({ length: count }, (_, step) => Math.round(from + ((to - from) * (step + 1)) / count));
  });
}
