/** However the fixes arrive, the same fixes give the same passes: in any order, twice, late, or over again. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fix, Pass } from '../../src/contract/live.ts';
import { openMatching } from '../../scripts/live/matching/matching.ts';
import { network, places, startsAt, storm } from './small-storm.ts';

const open = () => openMatching({ network, places, since: startsAt });

function atOnce(fixes: readonly Fix[]): Pass[] {
  const matching = open();
  matching.add(fixes);
  return matching.passes(Infinity);
}

/** Bit by bit, with a look at the passes after each. */
function bitByBit(fixes: readonly Fix[], size: number): Pass[] {
  const matching = open();
  let now = 0;
  for (let i = 0; i < fixes.length; i += size) {
    const some = fixes.slice(i, i + size);
    now = Math.max(now, ...some.map(({ receivedAt }) => receivedAt));
    matching.add(some);
    matching.passes(now);
  }
  return matching.passes(Infinity);
}

const expected = atOnce(storm.fixes);
const chance = fc.double({ min: 0, max: 1, noNaN: true });
const chances = fc.array(chance, { minLength: storm.fixes.length, maxLength: storm.fixes.length });
const chunk = fc.integer({ min: 10, max: 200 });
const runs = { numRuns: 6 };

test('the storm has passes of every service and grade, or the rest would prove nothing', () => {
  const services = new Set(expected.map(({ service }) => service));
  expect(services).toEqual(new Set(['plow', 'laneway', 'salt', 'sidewalk', 'snow_removal']));
  expect(expected.length).toBeGreaterThan(150);
  expect(new Set(expected.map(({ confidence }) => confidence)).size).toBe(3);
});

describe('the passes are those of all fixes at once', () => {
  test('read bit by bit as they were received', () => {
    fc.assert(
      fc.property(chunk, (size) => {
        expect(bitByBit(storm.fixes, size)).toEqual(expected);
      }),
      runs,
    );
  });

  test('in any order', () => {
    fc.assert(
      fc.property(chances, fc.integer({ min: 100, max: 400 }), (keys, size) => {
        const shuffled = sortBy(storm.fixes, keys);
        expect(bitByBit(shuffled, size)).toEqual(expected);
      }),
      runs,
    );
  });

  test('a little out of order, as networks deliver', () => {
    fc.assert(
      fc.property(chances, chunk, (keys, size) => {
        const swapped = sortBy(storm.fixes, keys.map((key, i) => i + key * 60)); // prettier-ignore
        expect(bitByBit(swapped, size)).toEqual(expected);
      }),
      runs,
    );
  });

  test('with copies that come later, and all of it over again', () => {
    fc.assert(
      fc.property(chances, chunk, (keys, size) => {
        const copies = storm.fixes.filter((_, i) => (keys[i] as number) < 0.3).map((fix) => received(fix, 90_000));
        expect(bitByBit([...storm.fixes, ...copies, ...storm.fixes], size)).toEqual(expected);
      }),
      runs,
    );
  });
});

test('to ask where the vehicles are between two looks at the passes changes none of them', () => {
  fc.assert(
    fc.property(chances, chunk, (keys, size) => {
      const matching = open();
      const shuffled = sortBy(storm.fixes, keys.map((key, i) => i + key * 60)); // prettier-ignore
      for (let i = 0; i < shuffled.length; i += size) {
        matching.add(shuffled.slice(i, i + size));
        matching.vehicles();
        matching.passes(startsAt + (i / shuffled.length) * 1_500_000);
      }
      expect(matching.passes(Infinity)).toEqual(expected);
    }),
    runs,
  );
});

/** Plow 4 is not among them: its clock is three and a half hours off, and only the regularity of its lags shows that. */
const ofRightClocks = storm.fixes.filter(({ vehicle }) => vehicle !== 'plow-04');

test('one fix in five that is up to 40 minutes late changes nothing in the end', () => {
  fc.assert(
    fc.property(chances, chances, chunk, (which, delays, size) => {
      const late = ofRightClocks.map((fix, i) =>
        (which[i] as number) < 0.2 ? received(fix, (delays[i] as number) * 2_400_000) : fix,
      );
      const delivered = late.toSorted((a, b) => a.receivedAt - b.receivedAt);
      expect(bitByBit(delivered, size)).toEqual(atOnce(ofRightClocks));
    }),
    runs,
  );
});

test('a clock that is three and a half hours off takes nothing from what its vehicle did', () => {
  const right = storm.fixes.map((fix) =>
    fix.vehicle === 'plow-04' && fix.at !== null ? { ...fix, at: fix.at + 3.5 * 3_600_000 } : fix,
  );
  const bare = (passes: readonly Pass[]) => passes.map(({ confidence: _, ...pass }) => pass);
  expect(bare(atOnce(right))).toEqual(bare(expected));
});

function received(fix: Fix, later: number): Fix {
  return { ...fix, receivedAt: fix.receivedAt + Math.round(later) };
}

function sortBy(fixes: readonly Fix[], keys: readonly number[]): Fix[] {
  return fixes.map((fix, i) => ({ fix, key: keys[i] as number })).sort((a, b) => a.key - b.key).map(({ fix }) => fix); // prettier-ignore
}
