/** Compares published figures with expected ones, cell by cell, and tells each difference in a line. */

import type { Figure } from './oracle/figures.ts';

const compared = ['value', 'numerator', 'denominator', 'lower', 'upper', 'status', 'basis', 'missing_reason'] as const;
const TOLERANCE = 1e-9;

export function cellOf(figure: Figure): string {
  const { service_code, service_group, department, area_id, channel, kind } = figure;
  const { measure_id, period_type, period_start } = figure;
  return [measure_id, period_type, period_start, service_code, service_group, department, area_id, channel, kind].join(
    ' ',
  );
}

/** None where every cell is there once on both sides and alike. */
export function differences(made: readonly Figure[], expected: readonly Figure[]): string[] {
  const byCell = new Map(made.map((figure) => [cellOf(figure), figure]));
  const said = byCell.size === made.length ? [] : [`${made.length - byCell.size} cells are there twice`];
  for (const figure of expected) {
    const other = byCell.get(cellOf(figure));
    byCell.delete(cellOf(figure));
    if (other === undefined) {
      said.push(`${cellOf(figure)}: not published; expected ${JSON.stringify(figure)}`);
      continue;
    }
    const unlike = compared.filter((column) => !isAlike(other[column], figure[column]));
    if (unlike.length === 0) continue;
    const told = unlike.map((column) => `${column} ${other[column]}, expected ${figure[column]}`);
    said.push(`${cellOf(figure)}: ${told.join('; ')} (of ${figure.denominator})`);
  }
  return [
    ...said,
    ...[...byCell.values()].map((figure) => `${cellOf(figure)}: published; expected nothing ${JSON.stringify(figure)}`),
  ];
}

function isAlike(a: string | number | null, b: string | number | null): boolean {
  return typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= TOLERANCE : a === b;
}
