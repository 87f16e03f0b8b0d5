/** What a month's row says beside its numbers: why a value is missing, whether it will move, what happened. */

import { eventsInMonth } from '../datasets/events.ts';
import type { MonthPoint } from '../datasets/monthly-series.ts';
import type { Wording } from '../i18n/words-from.ts';

export function monthNote(wording: Wording, point: MonthPoint): string {
  return [...stateWords(wording, point), ...eventWords(wording, point.month)].join('; ');
}

export function stateWords(wording: Wording, point: MonthPoint): string[] {
  if (point.row?.missingReason) return [wording.text(`missing.${point.row.missingReason}`)];
  if (point.isWithheld) return [wording.text('table.by_year')];
  if (point.value === null) return [wording.text('table.no_requests')];
  if (point.isUnfinished) return [wording.text('status.unfinished')];
  return point.isProvisional ? [wording.text('status.provisional')] : [];
}

/** Each name once, however often it happened. */
function eventWords(wording: Wording, month: string): string[] {
  return [...new Set(eventsInMonth(month).map((event) => wording.name(event.names)))];
}
