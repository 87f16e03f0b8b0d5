/** What a street shows: the newest of each service in this event, and a person's word over a machine's. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Confidence, confidences, liveServices, type Pass, passStates } from '../../../src/contract/live.ts';
import { findStreetStatus } from '../../../scripts/live/street-status.ts';

const minute = 60_000;
const event = { startedAt: 100 * minute, endedAt: null };

/** A pass of a minute, by the minute it began. */
const pass = (began: number, more: Partial<Pass> = {}): Pass => ({
  segmentId: 's',
  direction: 'forward',
  service: 'plow',
  state: 'done',
  startedAt: began * minute,
  endedAt: (began + 1) * minute,
  coveredShare: 1,
  workingShare: 1,
  confidence: 'A',
  basis: 'gps',
  ...more,
});
const word = (at: number, state: Pass['state']): Pass =>
  pass(at, { state, basis: 'supervisor', direction: 'both', endedAt: at * minute });

const statusOf = (passes: readonly Pass[], of = event) => findStreetStatus(passes, of).get('plow')?.get('s');

describe('the event owns the colour', () => {
  test('what began before it is not shown, what began with it is', () => {
    expect(statusOf([pass(99.9)])).toBeUndefined();
    expect(statusOf([pass(100)])).toMatchObject({ state: 'done', at: 101 * minute });
  });

  test('without an event nothing is shown, and nothing that ended after it', () => {
    expect(findStreetStatus([pass(100)], undefined).size).toBe(0);
    expect(statusOf([pass(100)], { startedAt: 0, endedAt: 100.5 * minute } as any)).toBeUndefined();
  });
});

test('each service has its own clock', () => {
  const status = findStreetStatus([pass(110), pass(140, { service: 'salt' })], event);
  expect(status.get('plow')?.get('s')?.at).toBe(111 * minute);
  expect(status.get('salt')?.get('s')?.at).toBe(141 * minute);
});

describe('people win', () => {
  test('over passes that had begun when they spoke, also where those end later', () => {
    expect(statusOf([pass(110), word(120, 'skipped')])?.state).toBe('skipped');
    expect(statusOf([pass(119.5), word(120, 'blocked')])?.state).toBe('blocked');
  });

  test('until new work begins', () => {
    expect(statusOf([word(120, 'blocked'), pass(130)])).toMatchObject({ state: 'done', basis: 'gps' });
  });

  test('the newest word holds', () => {
    expect(statusOf([word(120, 'blocked'), word(125, 'done')])).toMatchObject({ state: 'done', basis: 'supervisor' });
  });
});

test('the order of the passes changes nothing', () => {
  const anyPass = fc.record({
    segmentId: fc.constantFrom('s', 't'),
    service: fc.constantFrom(...liveServices),
    state: fc.constantFrom(...passStates),
    confidence: fc.constantFrom<Confidence>(...confidences),
    basis: fc.constantFrom('gps' as const, 'supervisor' as const),
    startedAt: fc.integer({ min: 95, max: 130 }).map((at) => at * minute),
    lasts: fc.integer({ min: 0, max: 30 }),
  });
  fc.assert(
    fc.property(
      fc.array(anyPass, { maxLength: 40 }),
      fc.infiniteStream(fc.double({ noNaN: true })),
      (drawn, chances) => {
        const passes = drawn.map(({ lasts, ...more }) =>
          pass(0, { ...more, endedAt: more.startedAt + lasts * minute }),
        );
        const shuffled = passes
          .map((one) => ({ one, key: chances.next().value as number }))
          .sort((a, b) => a.key - b.key);
        const read = (of: readonly Pass[]) =>
          liveServices.map((service) => [...(findStreetStatus(of, event).get(service) ?? [])].sort());
        expect(read(shuffled.map(({ one }) => one))).toEqual(read(passes));
      },
    ),
  );
});
