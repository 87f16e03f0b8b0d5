/** Requests for every 1,000 residents, by the wards' own lists of them. */

import type { Period } from './cells.ts';
import { dayOf, yearOf } from './city-clock.ts';
import type { Slice } from './figures.ts';
import { count, type Found } from './found.ts';
import { type Ward, wards } from './generated-city.ts';
import type { SeenRequest } from './seen-requests.ts';

/** Not of a service in an area, nor of a department. */
export function perThousand(
  received: readonly SeenRequest[],
  { service, department, area }: Slice,
  period: Period,
): Found[] {
  const residents = residentsOf(area, period.to);
  if (received.length === 0 || residents === null || department !== 'all') return [];
  if (service !== 'all' && area !== 'all') return [];
  const found = count('requests_per_1000_residents', period, received.length, residents);
  return [{ ...found, value: (1000 * received.length) / residents }];
}

/** By the newest year listed, not after that of the day; of the city, those of the wards in force, where all are known. */
function residentsOf(area: string, day: number): number | null {
  const of = ({ population }: Ward): number | null => {
    const years = Object.keys(population).filter((year) => Number(year) <= yearOf(day));
    return population[years.toSorted().at(-1) ?? ''] ?? null;
  };
  if (area !== 'all') return wards.filter(({ id }) => id === area).map(of)[0] ?? null;
  const counts = wards
    .filter(({ from, to }) => (from === null || dayOf(from) <= day) && (to === null || dayOf(to) >= day))
    .map(of);
  return counts.includes(null) ? null : counts.reduce<number>((sum, one) => sum + one!, 0);
}
