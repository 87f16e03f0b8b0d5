/** House numbers: odd on the left and even on the right as a street goes away from the middle of town. */

import type { StreetPiece } from '../assemble-streets.ts';
import { lineLength } from '../ground.ts';
import type { Piece } from './split-lines.ts';

type Numbers = Pick<StreetPiece, 'left_from' | 'left_to' | 'right_from' | 'right_to'>;

const none: Numbers = { left_from: null, left_to: null, right_from: null, right_to: null };

/** Metres of street to a house; in the country, where pieces are long, to a gate. */
const [houseMetres, gateMetres] = [16, 48];

/** Each piece takes up where the one before it on its street left off, so no number stands twice on one street. */
export function numberHouses(pieces: readonly Piece[], names: ReadonlyMap<Piece, string>): Map<Piece, Numbers> {
  const numbers = new Map<Piece, Numbers>();
  for (const [name, street] of Map.groupBy(pieces, (piece) => names.get(piece)!)) {
    let next = 0;
    for (const piece of street.toSorted(awayFromMiddle)) {
      const metres = lineLength(piece.points);
      const houses = Math.floor(metres / (metres > 400 ? gateMetres : houseMetres));
      const isBuilt = name !== '' && houses > 0 && !['highway', 'laneway', 'path'].includes(piece.line.class);
      numbers.set(piece, isBuilt ? rangeOf(piece, next, next + houses - 1) : none);
      if (isBuilt) next += houses;
    }
  }
  return numbers;
}

/** West and south of the middle numbers rise against the order of the points. */
function rangeOf(piece: Piece, first: number, last: number): Numbers {
  const [odd, even] = [[2 * first + 1, 2 * last + 1], [2 * first + 2, 2 * last + 2]] as const; // prettier-ignore
  const isOutward = piece.at >= 0;
  return isOutward
    ? { left_from: odd[0], left_to: odd[1], right_from: even[0], right_to: even[1] }
    : { left_from: even[1], left_to: even[0], right_from: odd[1], right_to: odd[0] };
}

function awayFromMiddle({ at: one }: Piece, { at: other }: Piece): number {
  return Math.sign(other) === Math.sign(one) ? Math.abs(one) - Math.abs(other) : other - one;
}
