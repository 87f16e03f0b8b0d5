/** A target that was moved is a step in the line, in the first whole month under it. */

import { expect, test } from 'vitest';
import type { Target } from '../../src/datasets/services.ts';
import { targetSteps } from '../../src/datasets/target-steps.ts';

const target = (validFrom: string, value: number, unit: Target['unit']): Target => ({
  validFrom,
  value,
  unit,
  owner: '',
});
const months = ['2024-02-01', '2024-03-01', '2024-04-01', '2024-05-01'];
const daysOf = (...targets: Target[]) => targetSteps(targets, months).map(({ days }) => days);

test('a change on the first of a month is a step in that month, one in its middle in the next', () => {
  expect(daysOf(target('2020-01-01', 14, 'days'), target('2024-04-01', 10, 'days'))).toEqual([14, 14, 10, 10]);
  expect(daysOf(target('2024-03-02', 10, 'days'), target('2020-01-01', 14, 'days'))).toEqual([14, 14, 10, 10]);
});

test('of two changes in one month the later holds', () => {
  expect(daysOf(target('2024-03-10', 9, 'days'), target('2024-03-20', 3, 'days'))).toEqual([null, null, 3, 3]);
});

test('hours are parts of a day; business days have no fixed length', () => {
  expect(daysOf(target('2020-01-01', 36, 'hours'), target('2024-04-01', 2, 'business_days'))).toEqual([
    1.5,
    1.5,
    null,
    null,
  ]);
});

test('without a target there is no line, and each month is there', () => {
  expect(targetSteps([], months)).toEqual(months.map((month) => ({ month, days: null })));
});
