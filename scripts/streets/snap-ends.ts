/** Ends of lines that lie within a short distance of each other, brought to one place. */

import { distance, roundPosition, type Position, type Sheet } from './ground.ts';

/**
 * The place of each end, in the order given. Ends within `metres`, directly or through others between them, share the
 * place of the one that comes first from west to east and south to north: whatever order they come in.
 */
export function snapEnds(ends: readonly Position[], sheet: Sheet, metres: number): Position[] {
  const rounded = ends.map(roundPosition);
  const places = [...new Map(rounded.map((place) => [place.join(), place])).values()].sort(westFirst);
  const points = places.map(sheet.toMetres);
  const cellOf = ([x, y]: readonly [number, number]) => [Math.floor(x / metres), Math.floor(y / metres)] as const;
  const cells = Map.groupBy(points.keys(), (i) => cellOf(points[i]!).join());
  const leader = points.map((_, i) => i);
  const leaderOf = (i: number): number => (leader[i] === i ? i : leaderOf(leader[i]!));
  for (const [i, point] of points.entries()) {
    const [column, row] = cellOf(point);
    const near = neighbours(column, row).flatMap((cell) => cells.get(cell) ?? []);
    for (const other of near) {
      if (other >= i || distance(points[other]!, point) > metres) continue;
      const [one, two] = [leaderOf(other), leaderOf(i)].sort((a, b) => a - b) as [number, number];
      leader[two] = one;
    }
  }
  const snapped = new Map(places.map((place, i) => [place.join(), places[leaderOf(i)]!]));
  return rounded.map((place) => snapped.get(place.join())!);
}

function neighbours(column: number, row: number): string[] {
  return [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => `${column + dx},${row + dy}`));
}

function westFirst(one: Position, other: Position): number {
  return one[0] - other[0] || one[1] - other[1];
}
