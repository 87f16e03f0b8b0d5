/** Lines cut where they meet: the pieces between two junctions, in metres of the plan. */

import type { Line, Point } from './plan.ts';
import { lineLength } from '../ground.ts';

export interface Piece {
  readonly line: Line;
  readonly points: readonly Point[];
  /** Where the piece begins along its street, metres. */
  readonly at: number;
}

/** A junction is a point of two lines, or the end of one that lies on a straight stretch of another. */
export function splitLines(lines: readonly Line[]): Piece[] {
  const joined = insertEnds(lines);
  const counts = new Map<string, number>();
  for (const { points } of joined)
    for (const point of points) counts.set(`${point}`, (counts.get(`${point}`) ?? 0) + 1);
  return joined.flatMap((line) => cutLine(line, (point) => counts.get(`${point}`)! > 1));
}

function cutLine(line: Line, isJunction: (point: Point) => boolean): Piece[] {
  const pieces: Piece[] = [];
  let [points, at]: [Point[], number] = [[], line.startAt];
  for (const [i, point] of line.points.entries()) {
    points.push(point);
    if (points.length < 2 || (i < line.points.length - 1 && !isJunction(point))) continue;
    pieces.push({ line, points, at });
    at += lineLength(points);
    points = [point];
  }
  return pieces;
}

/** Streets that end on a through road are not among the points of its plan: they are put there. */
function insertEnds(lines: readonly Line[]): Line[] {
  const points = [
    ...new Map(lines.flatMap((line) => line.points.map((point) => [`${point}`, point] as const))).values(),
  ];
  const byRow = Map.groupBy(points, ([, v]) => v);
  const byColumn = Map.groupBy(points, ([u]) => u);
  return lines.map((line) => ({
    ...line,
    points: line.points.flatMap((to, i) => {
      const from = line.points[i - 1];
      if (!from) return [to];
      const axis = from[1] === to[1] ? 0 : 1;
      if (axis === 1 && from[0] !== to[0]) return [to];
      const candidates = (axis === 0 ? byRow.get(to[1]) : byColumn.get(to[0])) ?? [];
      const [low, high] = [Math.min(from[axis], to[axis]), Math.max(from[axis], to[axis])];
      const between = candidates.filter((point) => low < point[axis] && point[axis] < high);
      const forward = Math.sign(to[axis] - from[axis]);
      return [...between.sort((a, b) => (a[axis] - b[axis]) * forward), to];
    }),
  }));
}
