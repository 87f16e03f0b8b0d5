/** The periods and slices there are, by the definitions. */

import { type CityClock, DAY, dayText, monthStart, yearOf } from './city-clock.ts';
import { horizonDays } from './generated-city.ts';
import type { Moment } from './seen-requests.ts';

export interface Period {
  readonly type: 'day' | 'month' | 'season' | 'year' | 'last_12_months';
  readonly from: number;
  readonly to: number;
  readonly isOver: boolean;
  readonly isPastHorizon: boolean;
  /** Thirty local days more. */
  readonly isPastReopening: boolean;
  /** From the period's end to the moment, in days of 86,400 s; negative while it runs. */
  readonly daysSinceEnd: number;
}

export interface Periods {
  readonly days: readonly Period[];
  readonly received: readonly Period[];
  /** For the fulfilment rate, whose twelve months end with its newest final month. */
  readonly fulfilled: readonly Period[];
}

export function periodsOf(
  { first, last }: { readonly first: number; readonly last: number },
  moment: Moment,
  isFinishedOnly: boolean,
  clock: CityClock,
): Periods {
  const period = (type: Period['type'], from: number, to: number): Period => {
    const end = clock.startOfDay(to + 1);
    return {
      type,
      from,
      to,
      isOver: end <= moment.at,
      isPastHorizon: end + horizonDays * DAY <= moment.at,
      isPastReopening: clock.startOfDay(to + 31) <= moment.at,
      daysSinceEnd: (moment.at - end) / DAY,
    };
  };
  const months: Period[] = [];
  for (let from = monthStart(first); from <= moment.on; from = monthStart(from, 1)) {
    months.push(period('month', from, monthStart(from, 1) - 1));
  }
  const years: Period[] = [];
  for (let year = yearOf(first); year <= yearOf(moment.on); year++) {
    years.push(period('year', Date.UTC(year, 0, 1) / DAY, Date.UTC(year + 1, 0, 1) / DAY - 1));
  }
  const days: Period[] = [];
  for (let day = first; day <= moment.on; day++) days.push(period('day', day, day));
  const seasons = months
    .filter(({ from }) => from >= first && ['05', '11'].includes(dayText(from).slice(5, 7)))
    .map(({ from }) => period('season', from, monthStart(from, 6) - 1));
  const twelveTo = (month: Period | undefined): Period[] => {
    if (month === undefined || monthStart(month.from, -11) < first) return [];
    return [period('last_12_months', monthStart(month.from, -11), month.to)];
  };
  /** Over, with requests up to its last week. */
  const whole = months.filter(({ isOver, to }) => isOver && last >= to - 6);
  const listed = [...months, ...years, ...(isFinishedOnly ? [] : seasons)].filter(
    ({ isOver }) => isOver || !isFinishedOnly,
  );
  return {
    days: isFinishedOnly ? [] : days,
    received: [...listed, ...twelveTo(whole.at(-1))],
    fulfilled: [...listed, ...twelveTo(whole.findLast(({ isPastHorizon }) => isPastHorizon))],
  };
}
