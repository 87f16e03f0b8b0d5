/** Storms and declared events, which every chart over time shades. */

import type { Names } from './name-in.ts';
import { readNames } from './names.ts';
import { readArrow } from './read-arrow.ts';

export interface CityEvent {
  readonly id: string;
  readonly kind: 'storm' | 'strike' | 'outage' | 'other';
  readonly startsOn: string;
  readonly endsOn: string;
  readonly names: Names;
}

export const events: readonly CityEvent[] = readArrow('events').map((row) => {
  const id = String(row['event_id']);
  return {
    id,
    kind: row['kind'] as CityEvent['kind'],
    startsOn: String(row['starts_on']),
    endsOn: String(row['ends_on']),
    names: readNames(row, `The event "${id}"`),
  };
});

/** Those that touch the month that begins on `monthStart`. */
export function eventsInMonth(monthStart: string): CityEvent[] {
  const month = monthStart.slice(0, 7);
  return events.filter((event) => event.startsOn.slice(0, 7) <= month && month <= event.endsOn.slice(0, 7));
}
