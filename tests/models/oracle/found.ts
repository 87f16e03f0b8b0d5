/** What is found of a cell before it is judged: a count, or the share of some among many. */

import type { Period } from './cells.ts';
import type { SeenRequest } from './seen-requests.ts';
import { wilson } from './survival.ts';

export interface Found {
  readonly id: string;
  readonly period: Period;
  readonly count: number;
  readonly of: number;
  readonly value: number | null;
  readonly lower?: number | null;
  readonly upper?: number | null;
  readonly isFinal: boolean;
  readonly unmapped: number;
  readonly missing?: string | null | false;
}

export function count(id: string, period: Period, value: number, of: number): Found {
  return { id, period, count: value, of, value, isFinal: period.isOver, unmapped: 0 };
}

export function share(
  id: string,
  period: Period,
  rows: readonly SeenRequest[],
  isCounted: (row: SeenRequest) => boolean,
) {
  const numerator = rows.filter(isCounted).length;
  return {
    id,
    period,
    count: numerator,
    of: rows.length,
    value: numerator / rows.length,
    ...wilson(numerator, rows.length),
    unmapped: rows.filter(({ isUnmapped }) => isUnmapped).length,
  };
}
