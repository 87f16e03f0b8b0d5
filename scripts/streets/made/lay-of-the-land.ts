/** The bend of the land: a plan of straight lines laid out over hills, so that no street is quite straight. */

import { seededRandom } from '../../support/random.ts';
import { laySheet, type Position } from '../ground.ts';
import type { Point } from './plan.ts';

/** Waves of the ground: how far it pushes a point aside and over what length, metres. */
const waves = [
  { push: 150, length: 6200 },
  { push: 45, length: 2300 },
  { push: 12, length: 900 },
];

/** From the plan to degrees: turned by some degrees, then bent, smoothly enough for streets side by side to stay so. */
export function layLand(seed: number, middle: Position): (point: Point) => Position {
  const random = seededRandom(seed, 'land');
  const turn = ((random() - 0.5) * 24 * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const phases = waves.map(() => [random(), random(), random(), random()].map((share) => share * 2 * Math.PI));
  const sheet = laySheet(middle[1]);
  const [x0, y0] = sheet.toMetres(middle);
  return ([u, v]) => {
    let [x, y] = [u * cos - v * sin, u * sin + v * cos];
    for (const [i, { push, length }] of waves.entries()) {
      const [a, b, c, d] = phases[i]!;
      const pace = (2 * Math.PI) / length;
      const [du, dv] = [Math.sin(v * pace + a!) + 0.3 * Math.sin(u * pace + b!), Math.sin(u * pace + c!) + 0.3 * Math.sin(v * pace + d!)]; // prettier-ignore
      x += (push * du) / 1.3;
      y += (push * dv) / 1.3;
    }
    return sheet.toDegrees([x0 + x, y0 + y]);
  };
}

/** Long pieces get points between, so that they follow the land. */
export function follow(points: readonly Point[], most: number): Point[] {
  return points.flatMap((to, i) => {
    const from = points[i - 1];
    if (!from) return [to];
    const count = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / most));
    return Array.from({ length: count }, (_, step): Point => {
      const share = (step + 1) / count;
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    });
  });
}
