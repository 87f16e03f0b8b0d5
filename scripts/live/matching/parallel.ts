/** Streets that run side by side, so close that a position does not tell them apart. */

import { footOn } from './candidates.ts';
import type { Network } from './network.ts';

/** Roads at a greater angle than this part soon enough. Degrees. */
const mostAngle = 20;
/** Where along the segment it is looked for; at the ends every street has neighbours. */
const looks = [0.25, 0.5, 0.75];

/** Per segment, whether another runs along it within `metres`. */
export function findParallels(network: Network, metres: number): Uint8Array {
  return Uint8Array.from(network.segmentIds, (_, segment) =>
    looks.some((share) => hasParallelAt(network, segment, share, metres)) ? 1 : 0,
  );
}

function hasParallelAt(network: Network, segment: number, share: number, metres: number): boolean {
  const { x, y, course } = placeAt(network, segment, share * network.lengths[segment]!);
  return network.pieces.search(x - metres, y - metres, x + metres, y + metres).some((piece) => {
    const other = network.pieceSegment[piece]!;
    if (other === segment) return false;
    const foot = footOn(network, other, network.piecePoint[piece]!, x, y);
    const isEnd = foot.along === 0 || foot.along === network.lengths[other]!;
    const angle = Math.abs(((foot.course - course + 450) % 180) - 90);
    return !isEnd && foot.distance <= metres && angle <= mostAngle;
  });
}

/** The place so many metres along a segment, and its course there in degrees. */
export function placeAt(network: Network, segment: number, along: number): { x: number; y: number; course: number } {
  const end = network.firstPoint[segment + 1]! - 1;
  let point = network.firstPoint[segment]!;
  while (point + 1 < end && network.along[point + 1]! < along) point++;
  const span = network.along[point + 1]! - network.along[point]!;
  const share = span === 0 ? 0 : Math.min(1, (along - network.along[point]!) / span);
  const [x1, y1] = [network.xs[point]!, network.ys[point]!];
  const [dx, dy] = [network.xs[point + 1]! - x1, network.ys[point + 1]! - y1];
  return { x: x1 + share * dx, y: y1 + share * dy, course: (Math.atan2(dx, dy) * 180) / Math.PI };
}
