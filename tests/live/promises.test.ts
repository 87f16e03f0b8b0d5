/** What no storm may do: call a street plowed with the blade up, or keep what was done in the storm before. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fix } from '../../src/contract/live.ts';
import { findStreetStatus } from '../../scripts/live/street-status.ts';
import { openMatching } from '../../scripts/live/matching/matching.ts';
import { network, places, startsAt, storm } from './small-storm.ts';

function passesOf(fixes: readonly Fix[], since = startsAt) {
  const matching = openMatching({ network, places, since });
  matching.add(fixes);
  return matching.passes(Infinity);
}

test('with every blade up nothing is plowed, whatever else the trucks do', () => {
  const raised = storm.fixes.map((fix) => ({ ...fix, work: { ...fix.work, blade: false } }));
  const services = new Set(passesOf(raised).map(({ service }) => service));
  expect(services).toEqual(new Set(['salt', 'snow_removal']));
});

test('a vehicle that raises its blade for the whole storm adds no plowed street to those of the others', () => {
  const vehicles = [...new Set(storm.fixes.map(({ vehicle }) => vehicle))];
  const plowed = (fixes: readonly Fix[]) =>
    passesOf(fixes).filter(({ service }) => service === 'plow' || service === 'sidewalk');
  fc.assert(
    fc.property(fc.constantFrom(...vehicles), (raised) => {
      const others = storm.fixes.filter(({ vehicle }) => vehicle !== raised);
      const withIt = storm.fixes.map((fix) => (fix.vehicle === raised ? { ...fix, work: { blade: false } } : fix));
      expect(plowed(withIt)).toEqual(plowed(others));
    }),
    { numRuns: 8 },
  );
});

test('without a sensor the word is that a plow drove there, never that the street is done', () => {
  const passes = passesOf(storm.fixes.map((fix) => ({ ...fix, work: {} })));
  expect(passes.length).toBeGreaterThan(50);
  expect(passes.filter(({ state, confidence }) => state !== 'drove' || confidence === 'A')).toEqual([]);
});

/** Plow 4 is not among them: its device's clock is hours off. */
const ofRightClocks = storm.fixes.filter(({ vehicle }) => vehicle !== 'plow-04');

test('a new event inherits nothing: its passes are those of the fixes from its beginning on', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1500 }), (second) => {
      const since = startsAt + second * 1000;
      const passes = passesOf(ofRightClocks, since);
      expect(passes.filter(({ startedAt }) => startedAt < since)).toEqual([]);
      expect(passes).toEqual(
        passesOf(
          ofRightClocks.filter(({ at }) => at !== null && at >= since),
          since,
        ),
      );
    }),
    { numRuns: 12 },
  );
});

test('nor does the status of its streets, which were plowed in the event before', () => {
  const since = startsAt + 900_000;
  const status = findStreetStatus(passesOf(storm.fixes), { startedAt: since, endedAt: null });
  const shown = [...status.values()].flatMap((segments) => [...segments.values()]);
  expect(shown.length).toBeGreaterThan(20);
  expect(shown.filter(({ at }) => at < since)).toEqual([]);
});

test('a parked plow with its blade down serves no street', () => {
  const parked = storm.fixes.filter(({ vehicle }) => vehicle === 'plow-91');
  expect(parked.length).toBeGreaterThan(100);
  expect(passesOf(parked)).toEqual([]);
  const inTheStreet = openMatching({ network, places: { type: 'FeatureCollection', features: [] }, since: startsAt });
  inTheStreet.add(parked);
  expect(inTheStreet.passes(Infinity)).toEqual([]);
});
