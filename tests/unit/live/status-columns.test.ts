/** The status files: what a page reads is what the relay knew, as exactly as they promise, and in few bytes. */

import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageLetter, ageLetters, ageSteps, momentOf } from '../../../src/contract/live-ages.ts';
import { clearingService, confidences, passStates, type LiveService } from '../../../src/contract/live.ts';
import { streetClasses, type Segment } from '../../../src/contract/streets.ts';
import { readStatus, type BlockState } from '../../../src/live/read-status.ts';
import {
  clearingColumns,
  otherServices,
  serviceColumns,
  whatItSays,
} from '../../../scripts/live/publishing/status-columns.ts';
import type { ServiceStatus } from '../../../scripts/live/street-status.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = Date.parse('2026-01-12T12:05:00Z');
const since = at - 8 * HOUR;

describe('the age of a pass', () => {
  const ago = fc.integer({ min: 0, max: 11 * 24 * HOUR });
  const stepOf = (age: number) => ageSteps.findLast(({ from }) => age >= from * MINUTE)!.minutes * MINUTE;

  test('is told to five minutes under an hour, to fifteen under three, to thirty under twelve, and then to the hour, never later than it was', () => {
    fc.assert(
      fc.property(ago, (age) => {
        const told = momentOf(ageLetter(at - age, at), at);
        expect(told % stepOf(at - told)).toBe(0);
        expect(at - age - told).toBeGreaterThanOrEqual(0);
        expect(at - age - told).toBeLessThan(stepOf(at - told));
        // A quarter of an hour further on, a moment may be told by the quarter.
        if (age < 45 * MINUTE) expect(at - age - told).toBeLessThan(5 * MINUTE);
      }),
    );
  });

  test('tells the same moment for as long as its step is the same, so that a file that says nothing new is not written', () => {
    fc.assert(
      fc.property(ago, (age) => {
        const [now, next] = [at, at + 5 * MINUTE].map((moment) => momentOf(ageLetter(at - age, moment), moment));
        const isSameStep = stepOf(at - now!) === stepOf(at + 5 * MINUTE - next!);
        expect(isSameStep ? next : now).toBe(now);
        expect(next).toBeLessThanOrEqual(now!);
      }),
    );
  });

  test('has a letter of its own that JSON does not escape, and an old one the last', () => {
    expect(new Set(ageLetters).size).toBe(ageLetters.length);
    expect(JSON.stringify(ageLetters)).toBe(`"${ageLetters}"`);
    expect(ageLetter(at - 400 * 24 * HOUR, at)).toBe(ageLetters.at(-1));
  });
});

const services = ['plow', 'salt', 'laneway', 'sidewalk'] as const satisfies readonly LiveService[];
const pass = fc.record({
  state: fc.constantFrom(...passStates),
  at: fc.integer({ min: since, max: at }),
  confidence: fc.constantFrom(...confidences),
});
const street = fc.record({
  kind: fc.constantFrom(...streetClasses),
  isHidden: fc.boolean(),
  known: fc.record(Object.fromEntries(services.map((service) => [service, fc.option(pass, { nil: undefined })]))),
});

test('every state of every service is read as it was known, and what is hidden is hidden', () => {
  fc.assert(
    fc.property(fc.array(street, { maxLength: 40 }), (streets) => {
      const segments = streets.map(({ kind }, i) => segmentOf(`s${i}`, kind));
      const status = new Map(
        services.map((service) => [
          service,
          new Map(
            streets.flatMap(({ known }, i) => {
              const one = known[service];
              return one ? [[`s${i}`, { ...one, basis: 'gps' } as ServiceStatus] as const] : [];
            }),
          ),
        ]),
      );
      const isHidden = (id: string) => streets[Number(id.slice(1))]!.isHidden;
      const moment = { now: at, since, segments, isHidden };
      const named = otherServices(status, segments);
      const first = { ...clearingColumns(status, moment), others: Object.fromEntries(named.map((name) => [name, 1])) };
      const others = Object.fromEntries(named.map((name) => [name, serviceColumns(status, name, moment)]));
      const read = readStatus(JSON.parse(JSON.stringify(first)), JSON.parse(JSON.stringify(others)));
      streets.forEach(({ kind, isHidden: hides, known }, index) => {
        for (const service of services) {
          const found = read.stateOf(service, { index, class: kind });
          const isTold = named.includes(service) || clearingService(kind) === service;
          expect(found).toEqual(isTold ? expected(hides, known[service]) : { state: 'none' });
          if (!isTold) expect(known[service]).toBeUndefined();
        }
      });
    }),
  );
});

/** A person's word is sure, whatever is written. */
function expected(isHidden: boolean, one: Omit<ServiceStatus, 'basis'> | undefined): BlockState {
  if (isHidden) return { state: 'hidden' };
  if (one === undefined) return { state: 'none' };
  const confidence = one.state === 'done' || one.state === 'drove' ? one.confidence : 'A';
  return { state: one.state, at: Math.max(since, momentOf(ageLetter(one.at, at), at)), confidence };
}

test('without an event no street has a state', () => {
  const moment = { now: at, since: null, segments: [segmentOf('s0', 'local')], isHidden: () => false };
  expect(clearingColumns(new Map(), moment)).toEqual({ at: at / 1000, since: null, state: '', age: '' });
});

test('two files say the same where every street is told the same, whenever they were written', () => {
  const segments = [segmentOf('s0', 'local')];
  const status = new Map([['plow' as const, new Map([['s0', { state: 'done', at: at - 130 * MINUTE, confidence: 'B', basis: 'gps' } as const]])]]); // prettier-ignore
  const said = [0, 10, 20].map((minutes) =>
    whatItSays(clearingColumns(status, { now: at + minutes * MINUTE, since, segments, isHidden: () => false })),
  );
  expect(new Set(said).size).toBe(1);
});

test('five thousand streets whose every pass is by chance fit in three kilobytes and a half, compressed', () => {
  const random = fc.sample(fc.integer({ min: since, max: at }), { numRuns: 5000, seed: 1 });
  const segments = random.map((_, i) => segmentOf(`s${i}`, 'local'));
  const known = new Map(
    random.map((moment, i) => [`s${i}`, { state: 'done', at: moment, confidence: 'A', basis: 'gps' } as const]),
  );
  const file = clearingColumns(new Map([['plow', known]]), { now: at, since, segments, isHidden: () => false });
  expect(brotliCompressSync(JSON.stringify(file)).length).toBeLessThan(3500);
});

function segmentOf(segment_id: string, kind: Segment['properties']['class']): Segment {
  return { type: 'Feature', properties: { segment_id, class: kind }, geometry: { type: 'LineString', coordinates: [] } } as never; // prettier-ignore
}
