/** A value that holds for a whole month, as the two ends of a level line; a month without one is a gap. */

export interface MonthStep<Row> {
  readonly at: Date;
  readonly row: Row | null;
}

export function monthSteps<Row extends { readonly month: string }>(
  rows: readonly Row[],
  isKnown: (row: Row) => boolean,
): MonthStep<Row>[] {
  return rows.flatMap((row) => {
    const start = new Date(`${row.month.slice(0, 7)}-01T00:00:00Z`);
    const end = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1));
    const shown = isKnown(row) ? row : null;
    return [
      { at: start, row: shown },
      { at: end, row: shown },
    ];
  });
}
