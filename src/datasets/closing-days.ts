/** On which day before or after the due date requests were closed. */

import { ALL } from '../contract/measures.ts';
import { readArrow } from './read-arrow.ts';

export interface ClosingDay {
  readonly service: string;
  /** Negative before the due date; −31 and 31 mean that or more; null: still open, or never dealt with. */
  readonly daysFromDue: number | null;
  readonly count: number;
}

const rows: readonly ClosingDay[] = readArrow('closing_days').map((row) => ({
  service: String(row['service_code']),
  daysFromDue: row['days_from_due'] === null ? null : Number(row['days_from_due']),
  count: Number(row['request_count']),
}));

const byService = Map.groupBy(rows, ({ service }) => service);

/** Earliest first, those never closed last; only days with any. Without a service: the city. */
export function closingDays(service: string = ALL): readonly ClosingDay[] {
  return byService.get(service) ?? [];
}
