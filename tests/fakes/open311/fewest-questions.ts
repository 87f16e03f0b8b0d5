/** The fewest questions by which one who knows all the records beforehand could fetch them. */

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
