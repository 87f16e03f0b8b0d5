/** When the next night's figures are promised. */

import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import { set } from 'date-fns/set';
import type { CitySettings } from '../../src/contract/city.ts';

/** The local day after this one was built, at the time the city promises. */
export function nextExpectedAt(
  builtAt: Date,
  { time_zone, expected_by }: Pick<CitySettings, 'time_zone' | 'expected_by'>,
): Date {
  const [hours = 0, minutes = 0] = expected_by.split(':').map(Number);
  const promised = set(addDays(new TZDate(builtAt, time_zone), 1), { hours, minutes, seconds: 0, milliseconds: 0 });
  return new Date(promised.getTime());
}
