/** What `--as-of` means: an instant as it is, a day up to its end in the city. */

import { expect, test } from 'vitest';
import { asOfMoment, expectAsOf } from '../../scripts/support/as-of.ts';

const now = new Date('2026-11-24T12:00:00Z');
const moment = (text: string, zone = 'America/Toronto') => asOfMoment(text, zone, now).toISOString();

test('an instant is taken as it is', () => {
  expect(moment('2026-11-01T05:00:00Z')).toBe('2026-11-01T05:00:00.000Z');
  expect(moment('2026-11-01T00:00:00-05:00')).toBe('2026-11-01T05:00:00.000Z');
});

test('a day is taken to its end by the clock of the city, whatever clock the machine has', () => {
  expect(moment('2026-10-31')).toBe('2026-11-01T04:00:00.000Z');
  expect(moment('2026-11-01')).toBe('2026-11-02T05:00:00.000Z');
  expect(moment('2025-12-31', 'America/St_Johns')).toBe('2026-01-01T03:30:00.000Z');
});

test('a day that is not over yet is in the future', () => {
  expect(moment('2026-11-23')).toBe('2026-11-24T05:00:00.000Z');
  expect(() => moment('2026-11-24')).toThrow(expect.objectContaining({ code: 'AS_OF_IN_FUTURE', exitCode: 2 }));
});

test.each(['2026-02-30', '2026-02-30T00:00:00Z', '2026-11-01T05:00:00', 'yesterday', '01/11/2026'])(
  '%s is refused',
  (text) => expect(expectAsOf(text)).toMatch(/^a day such as 2026-10-31, or an instant/),
);
