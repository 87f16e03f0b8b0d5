/** Charts as markup: the same rows draw the same SVG, and say what they must. */

import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { intervalDots } from '../../src/charts/interval-dots.ts';
import { lines } from '../../src/charts/lines.ts';
import { locatorMap } from '../../src/charts/locator-map.ts';
import { spread } from '../../src/charts/spread.ts';
import { svgMarkup } from '../../src/charts/svg-markup.ts';
import { trend, type TrendPoint } from '../../src/charts/trend.ts';
import { contrast, grounds, readableOn } from '../../src/styles/accent.ts';

const { document } = new JSDOM('').window;
const formatValue = (value: number) => `${value} requests`;
const formatMonth = (month: string) => `month ${month.slice(0, 7)}`;
const common = { width: 600, height: 240, formatValue, formatMonth, document };

function point(at: number, changes: Partial<TrendPoint> = {}): TrendPoint {
  const month = `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
  return { month, value: 100 + at, isProvisional: false, isUnfinished: false, band: null, ...changes };
}

const year = Array.from({ length: 12 }, (_, at) => point(at));
const drawTrend = (points: TrendPoint[]) =>
  svgMarkup(trend(points, { ...common, isShare: false, shades: [], markedMonth: '2024-12-01' }) as Element, {
    label: 'A sentence.',
  });

describe('a trend', () => {
  test('is drawn the same twice, under the name of its sentence alone', () => {
    expect(drawTrend(year)).toBe(drawTrend(year));
    expect(drawTrend(year).match(/aria-label="[^"]*"/g)).toEqual(['aria-label="A sentence."']);
  });

  test('carries no style of its own', () => {
    expect(drawTrend(year)).not.toMatch(/<style|style=|class=/);
  });

  test('breaks at a month without a value', () => {
    const broken = year.map((one, at) => (at === 5 ? { ...one, value: null } : one));
    const startsOf = (markup: string) => markup.match(/M/g)?.length ?? 0;
    expect(startsOf(drawTrend(broken))).toBe(startsOf(drawTrend(year)) + 1);
  });

  test('dashes the months that will still move', () => {
    const moving = year.map((one, at) => (at > 9 ? { ...one, isProvisional: true } : one));
    expect(drawTrend(moving)).toMatch(/stroke-dasharray="3 3"[^>]*>\s*<path|stroke-dasharray="3 3"[^>]* d="M/);
  });
});

test('an axis of less than a year and a half names its months, and a longer one its years', () => {
  const half = year.slice(6);
  expect(drawTrend(half)).toContain('month 2024-07');
  expect(drawTrend(half)).not.toContain('>2025<');
  const long = Array.from({ length: 24 }, (_, at) => point(at));
  expect(drawTrend(long)).toContain('>2025<');
  expect(drawTrend(long)).not.toContain('month 2024');
});

test('a month that will still move is joined to the final months on both its sides', () => {
  const moving = year.map((one, at) => (at === 5 ? { ...one, isProvisional: true } : one));
  const dashed = /stroke-dasharray="3 3"[^>]*>(.*?)<\/g>/s.exec(drawTrend(moving))?.[1] ?? '';
  expect(dashed.match(/[ML]/g)).toEqual(['M', 'L', 'L']);
});

test('a chart of five lines is refused', () => {
  const five = Array.from({ length: 5 }, (_, at) => ({ label: String(at), points: year, isMain: false }));
  expect(() => lines(five, { ...common, isShare: false, shades: [] })).toThrow('at most four');
});

test('names at the ends of lines are moved apart, in order, and stay inside', () => {
  expect(spread([50, 52, 51], 16, 100)).toEqual([50, 82, 66]);
  expect(spread([99, 100], 16, 100)).toEqual([84, 100]);
});

test('areas stand in the order given, never by value', () => {
  const dots = ['North', 'South', 'East'].map((label, at) => ({
    label,
    value: 0.9 - at / 10,
    lower: 0.5,
    upper: 0.95,
    missing: '',
  }));
  const options = { width: 600, formatValue, document, center: 0.8, centerLabel: 'City', names: 'beside' as const };
  const names = [...(intervalDots(dots.toReversed(), options)?.querySelectorAll('text') ?? [])].map(
    (text) => text.textContent,
  );
  expect(names.filter((name) => dots.some((dot) => dot.label === name))).toEqual(['East', 'South', 'North']);
});

test('a map draws an area and not the rest of the globe, whichever way its ring runs', () => {
  const ring: [number, number][] = [
    [-81, 46],
    [-80, 46],
    [-80, 47],
    [-81, 46],
  ];
  const drawn = [ring, ring.toReversed()].map((one) => {
    const geometry = { type: 'Polygon' as const, coordinates: [one] };
    const map = locatorMap([{ label: 'North', geometry, isMarked: true }], { width: 200, document, hasNames: false });
    return (map.querySelector('path')?.getAttribute('d') ?? '').split('L').length;
  });
  expect(drawn).toEqual([3, 3]);
});

test('an accent is moved until it can be read on either ground', () => {
  for (const accent of ['#ffd400', '#0b5c7a', '#111111', '#ff0000']) {
    for (const ground of Object.values(grounds)) {
      expect(contrast(readableOn(accent, ground), ground)).toBeGreaterThanOrEqual(4.5);
    }
  }
});
