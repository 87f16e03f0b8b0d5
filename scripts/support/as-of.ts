/** What `--as-of` may be: an instant, or a day of the city, which is over when its last second is. */

import { TZDate } from '@date-fns/tz';
import { z } from 'zod';
import { OperatorError } from './operator-error.ts';

/** What is expected instead of a text that will not do. */
export function expectAsOf(text: string): string | undefined {
  // Date.parse makes 2 March of 30 February.
  const isFine = [z.iso.date(), z.iso.datetime({ offset: true })].some((form) => form.safeParse(text).success);
  return isFine ? undefined : 'a day such as 2026-10-31, or an instant with its offset: 2026-11-01T05:00:00Z';
}

/** Of a day its end, so that all that happened on it counts. Throws AS_OF_IN_FUTURE. */
export function asOfMoment(text: string, timeZone: string, now: Date): Date {
  const moment = z.iso.date().safeParse(text).success ? endOfDay(text, timeZone) : new Date(text);
  if (moment <= now) return moment;
  throw new OperatorError('AS_OF_IN_FUTURE', {
    exit: 'configuration',
    message: 'The moment asked for has not come yet.',
    faults: [{ where: `--as-of ${text}`, found: moment.toISOString(), expected: `at most ${now.toISOString()}` }],
    remedy: 'Leave --as-of out for the newest figures: npm run nightly',
  });
}

function endOfDay(day: string, timeZone: string): Date {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return new Date(new TZDate(year, month - 1, date + 1, timeZone).getTime());
}
