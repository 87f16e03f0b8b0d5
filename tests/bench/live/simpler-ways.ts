/** Two simpler ways to call a street plowed, as trackers have done: what the matching is measured against. */

import type { Fix } from '../../../src/contract/live.ts';
import { findCandidates } from '../../../scripts/live/matching/candidates.ts';
import type { Network } from '../../../scripts/live/matching/network.ts';
import { matchingRules } from '../../../scripts/live/matching/rules.ts';

/** The street nearest to each fix with the blade down, both ways. */
export function nearestStreet(network: Network, fixes: readonly Fix[]): Set<number> {
  return edgesNear(network, fixes, 40, 1);
}

/** Every street within 15 m of a fix with the blade down. */
export function geofence(network: Network, fixes: readonly Fix[]): Set<number> {
  return edgesNear(network, fixes, 15, Infinity);
}

function edgesNear(network: Network, fixes: readonly Fix[], metres: number, count: number): Set<number> {
  const rules = { ...matchingRules, searchMetres: metres, positionMetres: metres / 3, candidateCount: Infinity };
  const edges = new Set<number>();
  for (const { lon, lat, kind, work } of fixes) {
    if (kind !== 'plow' || work.blade !== true) continue;
    const near = findCandidates(network, { x: network.plane.x(lon), y: network.plane.y(lat) }, 'road', rules);
    const nearest = near.filter(({ emission }) => emission === near[0]?.emission);
    for (const { edge } of count === 1 ? nearest : near) edges.add(edge);
  }
  return edges;
}
