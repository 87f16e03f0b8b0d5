/** Real recordings: what is known of them is found again, and what defeated a real matcher does not defeat this one. */

import { expect, test } from 'vitest';
import type { Fix, Pass } from '../../src/contract/live.ts';
import type { StreetCollection } from '../../src/contract/streets.ts';
import { type GradedFix, openFixSet } from '../../scripts/live/matching/fix-set.ts';
import { localPlane } from '../../scripts/live/matching/local-plane.ts';
import { openMatching } from '../../scripts/live/matching/matching.ts';
import { buildNetwork, type Network } from '../../scripts/live/matching/network.ts';
import { reportFeed } from '../../scripts/live/matching/report-feed.ts';
import { matchingRules } from '../../scripts/live/matching/rules.ts';
import { isStanding } from '../../scripts/live/matching/stops.ts';
import { assembleStreets } from '../../scripts/streets/assemble-streets.ts';
import { findRealData } from '../support/real-data.ts';
import { chicagoPolls, torontoSnapshots, unmatchedTraces } from './recordings.ts';

const chicago = findRealData('chicago-plow');
const toronto = findRealData('toronto-plowto');

test('Chicago: 147 trucks are counted, each position once, with the age it had when it was polled', (context) => {
  if (!chicago.present) return context.skip(chicago.reason);
  expect(reportFeed(chicagoPolls(chicago.folder))).toEqual({
    vehicleCount: 147,
    readCount: 2633,
    fixCount: 1708,
    medianAge: 37,
    p90Age: 516,
    medianCadence: 30,
  });
});

test('Chicago: positions up to a quarter of an hour old are late, and no clock is called wrong', (context) => {
  if (!chicago.present) return context.skip(chicago.reason);
  const grades = gradesOf(chicagoPolls(chicago.folder)).flat();
  expect(grades.length).toBe(1708);
  expect(Object.groupBy(grades, ({ clock }) => clock)).toEqual({ good: expect.anything(), late: expect.anything() });
  expect(grades.every(({ fix, time, clock }) => fix.receivedAt - time > 300_000 === (clock === 'late'))).toBe(true);
});

test('Toronto: clocks exactly five hours ahead are put right, and nothing is left in the future', (context) => {
  if (!toronto.present) return context.skip(toronto.reason);
  const vehicles = gradesOf(torontoSnapshots(toronto.folder));
  const isCorrected = ({ clock }: GradedFix) => clock === 'corrected';
  const hours = vehicles.flat().filter(isCorrected).map(({ time, fix }) => (time - (fix.at as number)) / 3_600_000); // prettier-ignore
  expect(new Set(hours)).toEqual(new Set([-5]));
  expect(vehicles.flat().filter(({ time, fix }) => time > fix.receivedAt + 60_000)).toEqual([]);
  // Those that report too seldom to be judged are not believed either: no time in the future counts as good.
  const oftenHeard = vehicles.filter((fixes) => new Set(fixes.map(({ fix }) => fix.receivedAt)).size >= 10 && fixes.some(({ fix }) => fix.at !== null)); // prettier-ignore
  expect(oftenHeard.filter((fixes) => fixes.some(isCorrected)).length / oftenHeard.length).toBeGreaterThan(0.8);
});

test('Chicago’s unmatched traces: nine in ten of those that stand are seen to stand', (context) => {
  if (!chicago.present) return context.skip(chicago.reason);
  const standing = unmatchedTraces(chicago.folder).filter((trace) => trace.length >= 5 && staysWithin(trace, 50));
  expect(standing.length).toBeGreaterThan(1000);
  const seen = standing.filter((trace) => standingShare(trace) >= 0.6);
  expect(seen.length / standing.length).toBeGreaterThan(0.9);
});

test('Chicago’s unmatched traces: each goes through the matcher, and a truck that stands serves nothing', (context) => {
  if (!chicago.present) return context.skip(chicago.reason);
  const traces = unmatchedTraces(chicago.folder);
  expect(traces.length).toBe(1786);
  const [stood, moved] = [traces.filter(stands), traces.filter((trace) => !stands(trace))];
  const network = buildNetwork(grid());
  expect(passesOf(stood, network)).toEqual([]);
  expect(passesOf(moved, network).length).toBeGreaterThan(100);
});

function gradesOf(fixes: readonly Fix[]): (readonly GradedFix[])[] {
  const plane = localPlane(-80, 43);
  return [...Map.groupBy(fixes, ({ vehicle }) => vehicle).values()].map((ofVehicle) => {
    const set = openFixSet(plane);
    for (const fix of ofVehicle) set.add(fix);
    return set.ordered().fixes;
  });
}

type Trace = readonly (readonly [number, number])[];

/** The middle of the trace, by medians, and its positions in metres from there. */
function around(trace: Trace): { x: number; y: number }[] {
  const [lon, lat] = middleOf(trace);
  const plane = localPlane(lon, lat);
  return trace.map((position) => ({ x: plane.x(position[0]), y: plane.y(position[1]) }));
}

function middleOf(trace: Trace): [number, number] {
  const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] as number;
  return [median(trace.map(([lon]) => lon)), median(trace.map(([, lat]) => lat))];
}

function staysWithin(trace: Trace, metres: number): boolean {
  return around(trace).every(({ x, y }) => Math.hypot(x, y) < metres);
}

/** Of the fixes after the first, those that only repeat where the truck already was. */
function standingShare(trace: Trace): number {
  const [first, ...rest] = around(trace) as [{ x: number; y: number }, ...{ x: number; y: number }[]];
  let last = { ...first, time: 0 };
  const left = rest.filter((fix) => {
    const stands = isStanding(last, fix, matchingRules);
    if (!stands) last = { ...fix, time: 0 };
    return stands;
  });
  return left.length / rest.length;
}

const somewhere: readonly [number, number] = [-87.65, 41.85];

const stands = (trace: Trace) => trace.length >= 5 && staysWithin(trace, 25);

/** Each trace a truck of its own, on streets 100 m apart, at a fix each 30 seconds. */
function passesOf(traces: readonly Trace[], network: Network): Pass[] {
  const matching = openMatching({ network, places: { type: 'FeatureCollection', features: [] }, since: 0 });
  matching.add(traces.filter((trace) => trace.length > 0).flatMap(moveThere));
  return matching.passes(Infinity);
}

function moveThere(trace: Trace, number: number): Fix[] {
  const [middleLon, middleLat] = middleOf(trace);
  return trace.map((position, i) => {
    const at = 1_480_000_000_000 + i * 30_000;
    const [lon, lat] = [position[0] - middleLon + somewhere[0], position[1] - middleLat + somewhere[1]];
    return { vehicle: String(number), source: 'chicago', kind: 'plow', work: {}, lon, lat, at, receivedAt: at };
  });
}

function grid(): StreetCollection {
  const plane = localPlane(...somewhere);
  const lines = Array.from({ length: 31 }, (_, i) => (i - 15) * 100);
  const street = (a: [number, number], b: [number, number]) => ({
    name: '',
    class: 'local' as const,
    travel: 'both' as const,
    left_from: null,
    left_to: null,
    right_from: null,
    right_to: null,
    line: [a, b].map(([x, y]): [number, number] => [plane.lon(x), plane.lat(y)]),
  });
  return assembleStreets(
    lines.flatMap((a) => lines.slice(1).flatMap((b) => [street([a, b - 100], [a, b]), street([b - 100, a], [b, a])])),
  );
}
