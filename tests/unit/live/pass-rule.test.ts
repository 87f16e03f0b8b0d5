/** What counts as serving a street: coverage, not touch; the tool at work; both ways of a dead end together. */

import { describe, expect, test } from 'vitest';
import type { VehicleKind } from '../../../src/contract/live.ts';
import type { Piece } from '../../../scripts/live/matching/coverage.ts';
import { passesOn, type Street } from '../../../scripts/live/matching/pass-rule.ts';
import { matchingRules } from '../../../scripts/live/matching/rules.ts';
import { toolBit } from '../../../scripts/live/matching/smooth-work.ts';

const street: Street = { segmentId: 's', class: 'local', length: 100, hasParallel: false, isDeadEnd: false };
const blade = toolBit('blade');
const down = { known: blade, on: blade, unsure: 0 };
const up = { known: blade, on: 0, unsure: 0 };
const unsure = { known: blade, on: 0, unsure: blade };
const noSensor = { known: 0, on: 0, unsure: 0 };

/** Ten metres a second, from the second it says. */
const piece = (from: number, to: number, more: Partial<Piece> & { second?: number } = {}): Piece => ({
  segment: 0,
  isBackward: false,
  from,
  to,
  startedAt: (more.second ?? from / 10) * 1000,
  endedAt: (more.second ?? from / 10) * 1000 + (to - from) * 100,
  tools: down,
  cadence: 10,
  margin: 9,
  isTimely: true,
  ...more,
});

const judge = (pieces: readonly Piece[], on: Partial<Street> = {}, kind: VehicleKind = 'plow') =>
  passesOn({ ...street, ...on }, pieces, kind, matchingRules);

describe('coverage', () => {
  test('of six tenths is a pass, of less none', () => {
    expect(judge([piece(0, 60)])).toMatchObject([{ coveredShare: 0.6, state: 'done', direction: 'forward' }]);
    expect(judge([piece(0, 59)])).toEqual([]);
  });

  test('counts ground driven twice once', () => {
    expect(judge([piece(0, 40), piece(10, 50, { second: 20 })])).toEqual([]);
  });

  test('each way is a pass of its own', () => {
    const there = piece(0, 100);
    const back = piece(0, 100, { isBackward: true, second: 60 });
    expect(judge([there, back]).map(({ direction }) => direction)).toEqual(['forward', 'backward']);
    expect(judge([piece(0, 50), piece(50, 100, { isBackward: true })])).toEqual([]);
  });

  test('both ways of a dead end count together', () => {
    const pieces = [piece(0, 35), piece(30, 65, { isBackward: true, second: 10 })];
    expect(judge(pieces)).toEqual([]);
    expect(judge(pieces, { isDeadEnd: true }).map(({ direction }) => direction)).toEqual(['forward', 'backward']);
  });

  test('hours apart is not one pass', () => {
    expect(judge([piece(0, 40), piece(40, 80, { second: 4000 })])).toEqual([]);
    expect(judge([piece(0, 90), piece(0, 90, { second: 4000 })]).length).toBe(2);
  });
});

describe('the tool', () => {
  test('at work for six tenths of the way is enough, for half is not', () => {
    expect(judge([piece(0, 60), piece(60, 100, { tools: up })]).length).toBe(1);
    expect(judge([piece(0, 50), piece(50, 100, { tools: up })])).toEqual([]);
  });

  test('raised on a way back some minutes later makes the work no newer', () => {
    const worked = piece(0, 100);
    const again = piece(0, 100, { second: 600, tools: up });
    expect(judge([worked, again])).toMatchObject([{ startedAt: 0, endedAt: 10_000 }]);
    expect(judge([again, { ...worked, startedAt: 900_000, endedAt: 910_000 }])).toMatchObject([{ startedAt: 900_000 }]);
  });

  test('where it is not known, the rest decides, unless that is too little', () => {
    expect(judge([piece(0, 40), piece(40, 100, { tools: unsure })]).length).toBe(1);
    expect(judge([piece(0, 20), piece(20, 100, { tools: unsure })])).toEqual([]);
    expect(judge([piece(0, 100, { tools: unsure })])).toEqual([]);
  });

  test('without a sensor a plow "drove", and is not sure; a loader says nothing', () => {
    expect(judge([piece(0, 100, { tools: noSensor })])).toMatchObject([{ state: 'drove', confidence: 'B' }]);
    expect(judge([piece(0, 100, { tools: noSensor })], {}, 'loader')).toEqual([]);
  });

  test('each service has its own: salt with the blade up is salt', () => {
    const salting = { known: blade | toolBit('spreader'), on: toolBit('spreader'), unsure: 0 };
    expect(judge([piece(0, 100, { tools: salting })]).map(({ service }) => service)).toEqual(['salt']);
  });

  test('a plow in a laneway serves the laneway', () => {
    expect(judge([piece(0, 100)], { class: 'laneway' })).toMatchObject([{ service: 'laneway' }]);
  });
});

describe('confidence', () => {
  const grade = (more: Partial<Piece>, on: Partial<Street> = {}) => judge([piece(0, 100, more)], on)[0]?.confidence;

  test('each doubt takes a grade off', () => {
    expect(grade({})).toBe('A');
    expect(grade({ cadence: 30 })).toBe('B');
    expect(grade({ isTimely: false })).toBe('B');
    expect(grade({ cadence: 60 })).toBe('C');
    expect(grade({ margin: 2 })).toBe('B');
    expect(grade({ margin: 5 }, { hasParallel: true })).toBe('B');
  });

  test('what is a guess is not said at all', () => {
    expect(grade({ margin: 0.5 })).toBeUndefined();
    expect(grade({ margin: 3 }, { hasParallel: true })).toBeUndefined();
    expect(grade({ cadence: 100 })).toBeUndefined();
  });
});
