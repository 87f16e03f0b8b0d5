/** Which figures of tier C services are shown, and which are suppressed, by the privacy rules' own words. */

import { measures } from '../../../src/contract/measures.ts';
import { dayOf, dayText, monthStart, yearOf } from './city-clock.ts';
import type { Period, Periods } from './cells.ts';
import type { Figure } from './figures.ts';

const shownMeasures = measures.filter(({ tierC }) => tierC).map(({ id }) => id);

/** `figures` are all that could be said of the service, by month, year and twelve months. */
export function withheldFigures(service: string, figures: readonly Figure[], periods: Periods): Figure[] {
  const find = (measure: string, type: string, from: number): Figure | undefined =>
    figures.find((one) => one.measure_id === measure && one.period_type === type && one.period_start === dayText(from));
  const receivedIn = (type: string, from: number) => find('requests_received', type, from)?.numerator ?? 0;
  const months = periods.received.filter(({ type }) => type === 'month').map(({ from }) => from);
  /** Every month of the year before had ten or more. */
  const isMonthlyIn = (year: number): boolean =>
    Array.from({ length: 12 }, (_, index) => monthStart(dayOf(`${year - 1}-01-01`), index)).every(
      (from) => months.includes(from) && receivedIn('month', from) >= 10,
    );
  const isSuppressed = (measure: string, { type, from }: Pick<Period, 'type' | 'from'>): boolean => {
    const of = find(measure, type, from)?.denominator ?? 0;
    return of < 10 || (type !== 'last_12_months' && receivedIn(type, from) < 10);
  };
  const doesMonthShow = (measure: string, from: number): boolean =>
    months.includes(from) && isMonthlyIn(yearOf(from)) && !isSuppressed(measure, { type: 'month', from });
  const isListed = (measure: string, { type, from }: Period): boolean => {
    if (type === 'month') return isMonthlyIn(yearOf(from));
    if (type === 'year' && !isMonthlyIn(yearOf(from))) return true;
    return Array.from({ length: 12 }, (_, index) => monthStart(from, index)).every((month) =>
      doesMonthShow(measure, month),
    );
  };
  return shownMeasures.flatMap((measure) =>
    (measure === 'fulfilment_rate' ? periods.fulfilled : periods.received)
      .filter((period) => isListed(measure, period))
      .map((period): Figure => {
        const figure = find(measure, period.type, period.from);
        if (figure !== undefined && !isSuppressed(measure, period)) return figure;
        return {
          measure_id: measure,
          period_type: period.type,
          period_start: dayText(period.from),
          service_code: service,
          service_group: 'all',
          department: 'all',
          area_id: 'all',
          channel: 'all',
          kind: 'all',
          value: null,
          numerator: null,
          denominator: null,
          lower: null,
          upper: null,
          status: 'final',
          basis: 'warehouse',
          missing_reason: 'suppressed',
        };
      }),
  );
}
