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

export const fillings: Record<Filling, (ground: Ground) => Line[]> = {
  grid: gridLines,
  crescents: crescentLines,
  courts: courtLines,
  works: ({ west, south }) => [line(`court${west},${south}`, 'court', [place(west, south, 400, 0), place(west, south, 400, 280)])], // prettier-ignore
  park: ({ west, south }) => [path(west, south)],
  pond: () => [],
};

/** Long blocks of an old town: three streets north to south, seven east to west, some missing. */
function gridLines({ west, south, random }: Ground): Line[] {
  const near = Math.hypot(west + 400, south + 400) < 1400;
  const columns = [200, 400, 600];
  const rows = [100, 200, 300, 400, 500, 600, 700];
  const stops = (places: readonly number[]) => [0, ...places, 800];
  const oneWay = { 200: 'forward', 400: 'backward', 600: 'both' } as const;
  const upright = columns.map((u) => ({
    ...line(`grid-u${west + u}`, 'street', stops(rows).map((v) => place(west, south, u, v)), south), // prettier-ignore
    travel: near ? oneWay[u as keyof typeof oneWay] : 'both',
  }));
  const level = rows
    .filter(() => random() > 0.12)
    .map((v) => line(`grid-v${south + v}`, 'street', stops(columns).map((u) => place(west, south, u, v)), west)); // prettier-ignore
  const lanes = near || random() < 0.3 ? [150, 350, 550].map((v) => laneLine(west, south, v)) : [];
  const service = random() < 0.45 ? [serviceLine(west, south)] : [];
  return [...upright, ...level, ...lanes, ...service];
}

function laneLine(west: number, south: number, v: number): Line {
  const points = [place(west, south, 200, v), place(west, south, 400, v)];
  return { ...line(`lane${west},${south + v}`, 'lane', points), class: 'laneway' };
}

/** A service road 24 m from the through road to its south, between the first and the last street that it crosses. */
function serviceLine(west: number, south: number): Line {
  const points = [200, 400, 600].map((u) => place(west, south, u, 24));
  return line(`service-v${south}`, 'service', points, west);
}

/** A curved drive from west to east, another from south to north, crescents on both, a court at the head of some. */
function crescentLines({ west, south, random }: Ground): Line[] {
  const at = (u: number, v: number) => place(west, south, u, v);
  const key = (name: string) => `${name}${west},${south}`;
  const stops = [0, 90, 250, 400, 550, 710, 800];
  const wave = (u: number) => 400 + Math.round(Math.sin((u / 800) * 2 * Math.PI) * 45);
  const spine = stops.flatMap((u, i) => (i === 0 ? [[0, 400]] : steps(stops[i - 1]!, u).map((s) => [s, wave(s)]))) as Point[]; // prettier-ignore
  const middle: Point[] = [[400, 0], [400, 200], [400, 400], [400, 600], [400, 800]]; // prettier-ignore
  const drives = [line(key('drive-w'), 'drive', spine.map(([u, v]) => at(u, v))), line(key('drive-s'), 'drive', middle.map(([u, v]) => at(u, v)))]; // prettier-ignore
  const loops = [
    { from: 90, to: 250, up: 1 },
    { from: 550, to: 710, up: 1 },
    { from: 90, to: 250, up: -1 },
    { from: 550, to: 710, up: -1 },
  ].flatMap(({ from, to, up }, i) => {
    const reach = 190 + Math.round(random() * 60);
    const top = 400 + up * reach;
    const bend = corner(from, to, wave(from), wave(to), top, up);
    const crescent = line(key(`crescent${i}-`), 'crescent', bend.map(([u, v]) => at(u, v))); // prettier-ignore
    const head = (from + to) / 2;
    const court = line(key(`court${i}-`), 'court', [at(head, top), at(head, top + up * 85)]);
    return random() < 0.7 ? [crescent, court] : [crescent];
  });
  const links = [200, 600].flatMap(
    (v, i) =>
    random() < 0.75 ? [line(key(`link${i}-`), 'street', [at(400, v), ...arc([400, v], [330, v + 30], 4).map(([u, w]) => at(u, w))])] : [], // prettier-ignore
  );
  return [...drives, ...loops, ...links];
}

/** Up, round two corners, and down again; through the middle of the head, where a court may begin. */
function corner(from: number, to: number, startV: number, endV: number, top: number, up: number): Point[] {
  const radius = 40;
  const turn = (center: Point, begin: number) =>
    [0, 1, 2, 3, 4].map((i): Point => {
      const angle = begin - (i * Math.PI) / 8;
      return [center[0] + radius * Math.cos(angle), center[1] + up * radius * Math.sin(angle)];
    });
  const head = top - up * radius;
  const left = turn([from + radius, head], Math.PI);
  const right = turn([to - radius, head], Math.PI / 2);
  return [[from, startV], ...left, [(from + to) / 2, top], ...right, [to, endV]];
}

/** One winding road with dead ends to both sides, each with a bend. */
function courtLines({ west, south, random }: Ground): Line[] {
  const at = (u: number, v: number) => place(west, south, u, v);
  const key = (name: string) => `${name}${west},${south}`;
  const stops = [0, 90, 180, 270, 360, 450, 540, 630, 720, 800];
  const wave = (v: number) => 400 + Math.round(Math.sin((v / 800) * 3 * Math.PI) * 30);
  const spine = stops.flatMap((v, i) => (i === 0 ? [[400, 0]] : steps(stops[i - 1]!, v).map((s) => [wave(s), s]))) as Point[]; // prettier-ignore
  const ends = stops.slice(1, -1).flatMap((v) =>
    [-1, 1].flatMap((way) => {
      const [drawn, far, bend] = [random(), 160 + random() * 150, (random() - 0.5) * 30];
      if (drawn > 0.8) return [];
      const from: Point = [wave(v), v];
      const to: Point = [Math.round(wave(v) + way * far), Math.round(v + bend)];
      return [
        line(
          key(`court${way}${v}-`),
          'court',
          [from, ...arc(from, to, 4)].map(([u, w]) => at(u, w)),
        ),
      ];
    }),
  );
  return [line(key('drive'), 'drive', spine.map(([u, v]) => at(u, v))), ...ends]; // prettier-ignore
}

function path(west: number, south: number): Line {
  const points = [place(west, south, 400, 0), ...arc([400, 0], [400, 800], 12).map(([u, v]) => place(west, south, u, v))]; // prettier-ignore
  return { ...line(`path${west},${south}`, 'path', points), class: 'path' };
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

/** From one stop to the next in steps of at most 30 m, the first stop left out. */
function steps(from: number, to: number): number[] {
  const count = Math.ceil((to - from) / 30);
  return Array.from({ length: count }, (_, i) => Math.round(from + ((to - from) * (i + 1)) / count));
}

function place(west: number, south: number, u: number, v: number): Point {
  return [Math.round(west + u), Math.round(south + v)];
}

function line(street: string, kind: Line['kind'], points: readonly Point[], startAt = 0): Line {
  return { street, kind, class: 'local', travel: 'both', points, startAt };
}
