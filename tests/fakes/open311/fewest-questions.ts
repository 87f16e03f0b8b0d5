/** The fewest questions by which one who knows all the records beforehand could fetch them. */

import type { RawRecord } from '../../../scripts/sources/source.ts';

const MAX_MS = 90 * 86_400_000;

/** Of slices of time, none longer than 90 days, none with more than `cap` records: taking as much as fits is the best. */
export function fewestSlices(times: readonly number[], from: number, to: number, cap: number): number {
  const sorted = times.filter((time) => time >= from && time < to).sort((one, other) => one - other);
  let count = 0;
  for (let start = from; start < to; count++) {
    const first = sorted.findIndex((time) => time >= start);
    const held = first === -1 ? [] : sorted.slice(first, first + cap + 1);
    const full = held.length > cap ? held[cap]! : to;
    // More than an answer holds within one second has to be paged.
    start = Math.min(to, start + MAX_MS, Math.max(full, start + 1000));
  }
  return count;
}

/** A store as small as can be: of each id what was updated last, else what came last. */
export class LastStates {
  readonly byId = new Map<string, RawRecord>();

  take(records: readonly RawRecord[]): void {
    for (const record of records) {
      if (!record.id) continue;
      const before = this.byId.get(record.id);
      if (!before || !(versionOf(before) > versionOf(record))) this.byId.set(record.id, record);
    }
  }

  idsWithout(status: string): string[] {
    return [...this.byId.values()].filter((record) => record.status?.toLowerCase() !== status).map(({ id }) => id!);
  }
}

function versionOf({ updated_at, requested_at }: RawRecord): number {
  return Date.parse(updated_at ?? requested_at ?? '');
}
