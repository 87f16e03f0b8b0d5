/** The public holidays that a new city begins with: those of its province, from the first year of its records to five years on. */

import { provinces, type Province, publicHolidays } from '../support/holidays/public-holidays.ts';
import type { ListRow } from './propose-lists.ts';

export const holidayLists = ['none', ...provinces] as const;
export type HolidayList = Province | 'none';

const YEARS_ON = 5;
/** A date of long ago, or of years to come, is a slip of the pen in some record. */
const MOST_YEARS = 20;

export interface ProposedHolidays {
  readonly list: HolidayList;
  readonly fromYear: number;
  readonly toYear: number;
  readonly rows: readonly ListRow[];
}

/** `months` such as `2026-11`, in which anything was asked for. */
export function proposeHolidays(list: HolidayList, months: readonly string[], now: Date): ProposedHolidays {
  const thisYear = now.getUTCFullYear();
  const years = months
    .map((month) => Number(month.slice(0, 4)))
    .filter((year) => year > thisYear - MOST_YEARS && year <= thisYear);
  const [fromYear, toYear] = [Math.min(thisYear, ...years), thisYear + YEARS_ON];
  if (list === 'none') return { list, fromYear, toYear, rows: [] };
  const each = Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index);
  return {
    list,
    fromYear,
    toYear,
    rows: each.flatMap((year) => publicHolidays(list, year).map((one) => ({ ...one }))),
  };
}

/** For the page beside the settings. */
export function explainHolidays({ list, fromYear, toYear }: ProposedHolidays): string {
  const filled =
    list === 'none'
      ? 'empty'
      : `the public holidays of ${nameOf(list)} by its law, ${fromYear} to ${toYear}${remarks[list] ?? ''}`;
  return `- **holidays.csv**: the days that no target in business days counts: ${filled}. Municipal offices often close on more
  days (Easter Monday, a civic holiday, Christmas Eve), or on the Monday where a holiday falls on a weekend: the list must be
  checked against your own calendar, and each year added before it begins.`;
}

export function describeHolidays({ list, fromYear, toYear, rows }: ProposedHolidays): string[] {
  if (list === 'none') return [];
  return [
    `${rows.length} public holidays of ${nameOf(list)}, ${fromYear} to ${toYear}, in holidays.csv: offices often close on more days. Check the list.`,
  ];
}

export function expectHolidays(text: string): string | undefined {
  return (holidayLists as readonly string[]).includes(text) ? undefined : holidayLists.join(', ');
}

/** What a law leaves open. */
const remarks: Partial<Record<HolidayList, string>> = {
  ontario: ' (one on a weekend stands there: the day off instead is agreed, and is yours to write)',
  quebec: ' (of Good Friday and Easter Monday, of which the employer gives one, the first)',
};

function nameOf(list: HolidayList): string {
  const words = list.split('_').map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`);
  return words.join(' ').replace('Quebec', 'Québec');
}
