/** Ways through the streets: one-way streets, turns and dead ends as a plow drives them. */

import { beforeAll, describe, expect, test } from 'vitest';
import type { TravelDirection } from '../../../src/contract/streets.ts';
import { findCandidates, type Candidate } from '../../../scripts/live/matching/candidates.ts';
import { localPlane } from '../../../scripts/live/matching/local-plane.ts';
import { buildNetwork, isBackwardEdge, type Network, segmentOf } from '../../../scripts/live/matching/network.ts';
import { findParallels } from '../../../scripts/live/matching/parallel.ts';
import { createRouter, type Router } from '../../../scripts/live/matching/route.ts';
import { matchingRules } from '../../../scripts/live/matching/rules.ts';
import { assembleStreets } from '../../../scripts/streets/assemble-streets.ts';

const origin = localPlane(-75, 45);

/** A block of 200 m with a dead end to the north east and a service road 24 m north of its southern side. */
const lines: [string, number[][], TravelDirection][] = [
  ['south', [[0, 0], [200, 0]], 'both'],
  ['east', [[200, 0], [200, 200]], 'both'],
  ['north', [[200, 200], [0, 200]], 'forward'],
  ['west', [[0, 200], [0, 0]], 'both'],
  ['court', [[200, 200], [350, 200]], 'both'],
  ['service', [[20, 24], [180, 24]], 'both'],
]; // prettier-ignore
const names = lines.map(([name]) => name);

let network: Network;
let router: Router;
let nameOf: (segment: number) => string;

beforeAll(() => {
  const streets = assembleStreets(
    lines.map(([name, points, travel]) => ({
      name,
      class: 'local' as const,
      travel,
      left_from: null,
      left_to: null,
      right_from: null,
      right_to: null,
      line: points.map(([x, y]): [number, number] => [origin.lon(x as number), origin.lat(y as number)]),
    })),
  );
  network = buildNetwork(streets);
  router = createRouter(network, matchingRules);
  const named = new Map(streets.features.flatMap(({ properties }) => ('segment_id' in properties ? [[properties.segment_id, properties.name]] : []))); // prettier-ignore
  nameOf = (segment) => named.get(network.segmentIds[segment] as string) as string;
});

/** The place on a street nearest to (x, y), seen along the order of its points or against it. */
function place(name: string, x: number, y: number, isBackward = false): Candidate {
  const at = { x: network.plane.x(origin.lon(x)), y: network.plane.y(origin.lat(y)) };
  const found = findCandidates(network, at, 'road', matchingRules);
  const match = found.find(({ edge }) => nameOf(segmentOf(edge)) === name && isBackwardEdge(edge) === isBackward);
  if (match === undefined) throw new Error(`no place on ${name}`);
  return match;
}

function way(from: Candidate, to: Candidate, limit = 2000) {
  router.search(from, network.isOpen.road, limit);
  const stretches = router.stretchesTo(to);
  return {
    cost: Math.round(router.costTo(to)),
    metres: Math.round(stretches.reduce((sum, stretch) => sum + stretch.to - stretch.from, 0)),
    streets: stretches.map(({ edge }) => `${nameOf(segmentOf(edge))}${isBackwardEdge(edge) ? ' back' : ''}`),
  };
}

describe('the way', () => {
  test('goes on along a street, and round a corner', () => {
    expect(way(place('south', 50, 0), place('south', 150, 0))).toEqual({ cost: 100, metres: 100, streets: ['south'] });
    expect(way(place('south', 150, 0), place('east', 200, 50))).toMatchObject({
      cost: 100,
      streets: ['south', 'east'],
    });
  });

  test('a little behind is no way at all, more takes two turns', () => {
    expect(way(place('south', 50, 0), place('south', 40, 0))).toEqual({ cost: 0, metres: 0, streets: [] });
    const round = way(place('south', 150, 0), place('south', 50, 0));
    expect(round.streets).toEqual(['south', 'south back', 'south']);
    expect(round.cost).toBe(300 + 2 * matchingRules.turnMetres);
  });

  test('has no place against a one-way street', () => {
    expect(() => place('north', 100, 200, true)).toThrow('no place on north');
    expect(way(place('west', 0, 100, true), place('court', 250, 200)).streets).not.toContain('north back');
  });

  test('may turn in the street, for a price, and drives what lies between once', () => {
    const turned = way(place('south', 100, 0), place('south', 60, 0, true));
    expect(turned).toEqual({ cost: 40 + matchingRules.turnMetres, metres: 40, streets: ['south back'] });
  });

  test('goes to the end of a dead end and back for no more than its length', () => {
    const turned = way(place('court', 300, 200), place('court', 280, 200, true));
    expect(turned).toEqual({ cost: 120, metres: 120, streets: ['court', 'court back'] });
  });

  test('is not looked for beyond the limit', () => {
    expect(way(place('south', 150, 0), place('west', 0, 100), 100)).toEqual({ cost: Infinity, metres: 0, streets: [] });
  });
});

test('streets that run side by side are known, those that cross or follow are not', () => {
  const parallels = findParallels(network, 30);
  const found = [...parallels.keys()].filter((segment) => parallels[segment] === 1).map(nameOf);
  expect(found.sort()).toEqual(['service', 'south']);
  expect(names.length).toBe(network.segmentIds.length);
});
