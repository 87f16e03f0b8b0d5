/** What is left out before matching begins: what cannot be, what stands, what lies in a yard, and sensors that lie alone. */

import { describe, expect, test } from 'vitest';
import type { Fix } from '../../../src/contract/live.ts';
import { firstReceived, fixKey } from '../../../scripts/live/matching/dedupe.ts';
import { isJump, refuse } from '../../../scripts/live/matching/gate.ts';
import { localPlane } from '../../../scripts/live/matching/local-plane.ts';
import type { Network } from '../../../scripts/live/matching/network.ts';
import { matchingRules } from '../../../scripts/live/matching/rules.ts';
import { smoothWork, toolBits } from '../../../scripts/live/matching/smooth-work.ts';
import { isStanding } from '../../../scripts/live/matching/stops.ts';
import { findYards } from '../../../scripts/live/matching/yards.ts';

const plane = localPlane(-75, 45);
const town = { plane, bounds: [-5000, -5000, 5000, 5000] } as unknown as Network;
const fix = (more: Partial<Fix> = {}): Fix => ({
  vehicle: 'a',
  at: 1_000_000,
  receivedAt: 1_010_000,
  lon: -75,
  lat: 45,
  work: {},
  kind: 'plow',
  source: 'feed',
  ...more,
});

describe('a position is refused', () => {
  test.each<[string | undefined, Partial<Fix>]>([
    [undefined, {}],
    ['no_position', { lat: Number.NaN }],
    ['null_island', { lon: 0, lat: 0.001 }],
    ['outside', { lon: -74 }],
    ['inaccurate', { accuracy: 51 }],
    [undefined, { accuracy: 50, lon: plane.lon(6900) }],
  ])('as %s', (refusal, more) => {
    expect(refuse(fix(more), town, matchingRules)).toBe(refusal);
  });
});

test('a jump is faster than any vehicle; after three minutes any place is possible', () => {
  const jump = (seconds: number, metres: number) =>
    isJump({ time: 0, x: 0, y: 0 }, { time: seconds * 1000, x: metres, y: 0 }, matchingRules);
  expect(jump(10, 500)).toBe(true);
  expect(jump(10, 350)).toBe(false);
  expect(jump(1, 15)).toBe(false);
  expect(jump(181, 9000)).toBe(false);
});

test('a vehicle stands that stays near, and says nothing else', () => {
  const stands = (metres: number, speed?: number) =>
    isStanding({ time: 0, x: 0, y: 0 }, { x: metres, y: 0, speed }, matchingRules);
  expect([stands(15), stands(25), stands(15, 0.2), stands(15, 4), stands(5, 4)]).toEqual([
    true,
    false,
    true,
    false,
    true,
  ]);
});

test('in the yard is inside its outline and outside its holes', () => {
  const square = (half: number) =>
    [[-half, -half], [half, -half], [half, half], [-half, half], [-half, -half]].map(([x, y]): [number, number] => [plane.lon(x!), plane.lat(y!)]); // prettier-ignore
  const inYard = findYards(
    {
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: { kind: 'yard', name: '' }, geometry: { type: 'Polygon', coordinates: [square(100), square(20)] } },
        { type: 'Feature', properties: { kind: 'park', name: '' }, geometry: { type: 'Polygon', coordinates: [square(500)] } },
      ],
    },
    plane,
  ); // prettier-ignore
  expect([inYard(50, 50), inYard(0, 0), inYard(150, 0), inYard(-99, 99)]).toEqual([true, false, false, true]);
});

describe('of copies the one received first stands', () => {
  test('whichever is seen first', () => {
    const [early, late] = [fix(), fix({ receivedAt: 1_300_000 })];
    expect(fixKey(early)).toBe(fixKey(late));
    expect(firstReceived(late, early)).toBe(early);
    expect(firstReceived(early, late)).toBe(early);
  });

  test('also when they differ and came at once', () => {
    const [one, other] = [fix({ lon: -75.001 }), fix({ lon: -75.002 })];
    expect(firstReceived(one, other)).toBe(firstReceived(other, one));
  });

  test('without a device time, copies are those of one receipt', () => {
    expect(fixKey(fix({ at: null }))).not.toBe(fixKey(fix({ at: null, receivedAt: 1_020_000 })));
  });
});

describe('a sensor', () => {
  const said = (blades: readonly (boolean | undefined)[], seconds = 10) => {
    const [before, now, after] = blades.map((blade, i) => ({ time: i * seconds * 1000, tools: toolBits({ blade }) }));
    return smoothWork(before, now!, after, matchingRules);
  };

  test('that alone says "down" is outvoted; one that says "up" is believed', () => {
    expect(said([false, true, false]).on).toBe(0);
    expect(said([true, true, false]).on).toBe(1);
    expect(said([true, false, true]).on).toBe(0);
  });

  test('is not outvoted by fixes far off, nor by vehicles without one', () => {
    expect(said([false, true, false], 30).on).toBe(1);
    expect(said([undefined, true, false]).on).toBe(1);
  });

  test('that is not there stays unknown', () => {
    expect(said([true, undefined, true])).toEqual({ known: 0, on: 0 });
  });
});
