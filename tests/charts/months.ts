/** The demo city's published months as points, with their seasonal bands. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TrendPoint } from '../../src/charts/trend.ts';
import { addMonths } from '../../src/datasets/months.ts';
import { seasonalBand } from '../../src/datasets/seasonal-band.ts';

interface PackedMonths {
  readonly first: string;
  readonly values: readonly (number | null)[];
  readonly provisional: readonly string[];
}

export function readRows<Rows>(name: string): Rows {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'rows', `${name}.json`), 'utf8')) as Rows;
}

const packed = readRows<Record<string, PackedMonths>>('months');

export function monthsOf(series: string): TrendPoint[] {
  const { first, values, provisional } = packed[series] as PackedMonths;
  const byMonth = new Map(values.map((value, at) => [addMonths(first, at), value]));
  return [...byMonth].map(([month, value]) => ({
    month,
    value,
    band: seasonalBand(byMonth, month),
    isProvisional: provisional.includes(month),
    isUnfinished: false,
  }));
}

/** The storms and the strike that are shaded. */
export const events = readRows<{ startsOn: string; endsOn: string }[]>('events');

export const withoutValues = <Point extends TrendPoint>(points: readonly Point[]): Point[] =>
  points.map((point) => ({ ...point, value: null, band: null }));
