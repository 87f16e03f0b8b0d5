/** What charts are made of: names that keep apart, steps that break, runs that are counted, areas that are named or not. */

import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { narrowLines, twoLines } from '../../src/charts/break-lines.ts';
import { dealtWithCurve } from '../../src/charts/dealt-with-curve.ts';
import { funnel, type FunnelArea } from '../../src/charts/funnel.ts';
import { keepApart } from '../../src/charts/keep-apart.ts';
import { lines } from '../../src/charts/lines.ts';
import { monthSteps } from '../../src/charts/month-steps.ts';
import { placeLabels } from '../../src/charts/place-labels.ts';
import { signals, type SignalMonth } from '../../src/charts/signals.ts';

const { document } = new JSDOM('').window;
const formatValue = (value: number): string => String(Math.round(value * 100) / 100);
const size = { width: 600, height: 300, formatValue, document };
const wordsOf = (chart: Element | null): string[] =>
  [...(chart?.querySelectorAll('text') ?? [])].map((text) => text.textContent ?? '');
const monthAt = (at: number): string => `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;

describe('names', () => {
  test('on one line are kept in their order, each that touches none before it', () => {
    const names = [10, 25, 60].map((at) => ({ at, width: 20 }));
    expect(keepApart(names).map(({ at }) => at)).toEqual([10, 60]);
    expect(keepApart(names.toReversed()).map(({ at }) => at)).toEqual([60, 25]);
  });

  test('break at a space, and a long word is left whole', () => {
    expect(twoLines('Northern Townships of the North', 20)).toEqual(['Northern Townships', 'of the North']);
    expect(twoLines('Saint-Cyprien', 5)).toEqual(['Saint-Cyprien']);
    expect(narrowLines('fewer than 10 requests', 9)).toEqual(['fewer', 'than 10', 'requests']);
    expect(narrowLines('moins de demandes', 3)).toEqual(['moins', 'de', 'demandes']);
  });

  test('of points find places inside and apart, or none', () => {
    const frame = { left: 0, right: 100, top: 0, bottom: 40 };
    const label = { lines: ['eight ch'], x: 10, y: 20 };
    const [first, second, ...more] = placeLabels([label, label, label, label], { frame, points: [] });
    expect([first?.textAnchor, first?.x, first?.leader]).toEqual(['start', 19, null]);
    expect(second?.y).not.toBe(first?.y);
    expect(more.length).toBeLessThan(2);
    expect(placeLabels([{ ...label, lines: ['a name too long for the chart'] }], { frame, points: [] })).toEqual([]);
  });
});

test('a target is level through each month, and a month without one is a gap', () => {
  const months = [14, null, 10].map((value, at) => ({ month: monthAt(at), value }));
  const steps = monthSteps(months, ({ value }) => value !== null);
  expect(steps.map(({ at, row }) => [at.toISOString().slice(0, 10), row?.value ?? null])).toEqual([
    ['2024-01-01', 14],
    ['2024-02-01', 14],
    ['2024-02-01', null],
    ['2024-03-01', null],
    ['2024-03-01', 10],
    ['2024-04-01', 10],
  ]);
});

describe('lines', () => {
  const points = Array.from({ length: 12 }, (_, at) => ({
    month: monthAt(at),
    value: at + 1,
    isProvisional: false,
    isUnfinished: false,
  }));
  const series = Array.from({ length: 4 }, (_, at) => ({ label: String(at), points, isMain: false }));
  const options = { ...size, formatMonth: String, isShare: false, shades: [] };

  test('are four at most, with the target', () => {
    const target = { label: 'Target', months: [] };
    expect(() => lines(series, { ...options, target })).toThrow('at most four lines, not 5');
  });

  test('break at new boundaries', () => {
    const startsOf = (breaks: { on: string; label: string }[]): number =>
      (lines(series.slice(0, 1), { ...options, breaks })?.outerHTML.match(/M\d/g) ?? []).length;
    expect(startsOf([{ on: '2024-06-01', label: 'New' }])).toBe(startsOf([]) + 1);
    expect(startsOf([{ on: '2023-06-01', label: 'New' }])).toBe(startsOf([]));
  });
});

describe('signals', () => {
  const month = (at: number, signal: SignalMonth['signal']): SignalMonth => ({
    month: monthAt(at),
    label: `month ${at}`,
    value: 100,
    middle: 90,
    lower: 60,
    upper: 120,
    isProvisional: false,
    signal,
  });
  const drawn = (months: SignalMonth[]): string[] =>
    wordsOf(signals(months, { ...size, isShare: false, shades: [], runLabel: (count, side) => `${count} ${side}` }));

  test('count a run with the seven months before its first signal', () => {
    const run = Array.from({ length: 20 }, (_, at) => month(at, at === 9 || at === 10 ? 'run_above' : 'none'));
    expect(drawn(run)).toContain('9 above');
  });

  test('name the months beyond the limits and no others', () => {
    const named = drawn([month(0, 'none'), month(1, 'above'), month(2, 'none'), month(9, 'below')]);
    expect(named.filter((words) => words.startsWith('month')).toSorted()).toEqual(['month 1', 'month 9']);
  });
});

test('a funnel names the areas outside its limits, and no others', () => {
  const area = (label: string, count: number, position: FunnelArea['position']): FunnelArea => ({
    label,
    count,
    value: position === 'within' ? 0.8 : 0.5,
    lower95: 0.7,
    upper95: 0.9,
    lower998: 0.6,
    upper998: 0.95,
    position,
  });
  const areas = [area('North', 40, 'within'), area('South', 90, 'beyond_998'), area('East', 400, 'beyond_95')];
  const words = wordsOf(
    funnel(areas, {
      ...size,
      center: 0.8,
      centerLabel: 'City',
      formatCount: String,
      limitLabels: { inner: '95', outer: '99.8' },
      countLabel: 'Requests',
    }),
  );
  expect(['North', 'South', 'East'].filter((name) => words.includes(name))).toEqual(['South', 'East']);
});

test('the curve ends soon after nine in ten, or runs on to the reader’s own day', () => {
  const rows = Array.from({ length: 366 }, (_, days) => ({ days, share: 1 - 0.9 ** days, lower: null, upper: null }));
  const reached = [{ share: 0.9, days: 22, label: 'Nine in ten', words: '22 days' }];
  const daysOf = (here: number | null): string[] =>
    wordsOf(
      dealtWithCurve(rows, {
        ...size,
        reached,
        formatDays: (days) => `day ${days}`,
        here: here === null ? null : { days: here, label: 'here' },
      }),
    ).filter((words) => words.startsWith('day'));
  expect(daysOf(null)).toContain('day 30');
  expect(daysOf(null)).not.toContain('day 60');
  expect(daysOf(60)).toContain('day 60');
});
