/** The public holidays of a province, by its own law: the days before a city adds those on which its offices close too. */

import { addDays, date, easterSunday, isSunday, mondayBefore, nthMonday } from './days-of-a-year.ts';

export interface Holiday {
  readonly holiday_on: string;
  readonly name_en: string;
  readonly name_fr: string;
}

/** A day of each year, from the first year in which the law knew it there. */
interface Rule {
  readonly names: readonly [english: string, french: string];
  readonly on: (year: number) => Date;
  readonly from?: number;
  readonly until?: number;
}

const rule = (english: string, french: string, on: Rule['on'], years: Pick<Rule, 'from' | 'until'> = {}): Rule => ({
  names: [english, french],
  on,
  ...years,
});

const newYear = rule('New Year’s Day', 'Jour de l’An', (year) => date(year, 1, 1));
const goodFriday = rule('Good Friday', 'Vendredi saint', (year) => addDays(easterSunday(year), -2));
const victoriaDay = rule('Victoria Day', 'Fête de Victoria', (year) => mondayBefore(year, 5, 25));
/**
 * Holidays Act, R.S.C. 1985, c. H-5, s. 2: https://laws-lois.justice.gc.ca/eng/acts/H-5/ (November 2026). So in each province
 * below, but not in Nova Scotia or in Newfoundland and Labrador.
 */
const canadaDay = rule('Canada Day', 'Fête du Canada', (year) => notOnSunday(date(year, 7, 1)));
const labourDay = rule('Labour Day', 'Fête du Travail', (year) => nthMonday(year, 9, 1));
const reconciliationDay = (from: number) =>
  rule(
    'National Day for Truth and Reconciliation',
    'Journée nationale de la vérité et de la réconciliation',
    (year) => date(year, 9, 30),
    { from },
  );
const thanksgiving = rule('Thanksgiving', 'Action de grâce', (year) => nthMonday(year, 10, 2));
const remembranceDay = rule('Remembrance Day', 'Jour du Souvenir', (year) => date(year, 11, 11));
const christmas = rule('Christmas Day', 'Jour de Noël', (year) => date(year, 12, 25));
const familyDay = (from: number) => rule('Family Day', 'Jour de la Famille', (year) => nthMonday(year, 2, 3), { from });
const augustMonday = (english: string, french: string) => rule(english, french, (year) => nthMonday(year, 8, 1));

/**
 * A day on a weekend stays there unless the law itself moves it: a substitute day agreed with the staff (Ontario, British
 * Columbia) is the city's to write.
 */
const laws = {
  /** Employment Standards Code, R.S.A. 2000, c. E-9, s. 25: https://www.alberta.ca/alberta-general-holidays (November 2026). */
  alberta: [
    newYear,
    familyDay(1990),
    goodFriday,
    victoriaDay,
    canadaDay,
    labourDay,
    thanksgiving,
    remembranceDay,
    christmas,
  ],
  /**
   * Employment Standards Act, R.S.B.C. 1996, c. 113, s. 1, “statutory holiday”:
   * https://www.bclaws.gov.bc.ca/civix/document/id/complete/statreg/96113_01 (November 2026). Family Day was the second
   * Monday until 2018.
   */
  british_columbia: [
    newYear,
    rule('Family Day', 'Jour de la Famille', (year) => nthMonday(year, 2, 2), { from: 2013, until: 2018 }),
    familyDay(2019),
    goodFriday,
    victoriaDay,
    canadaDay,
    augustMonday('British Columbia Day', 'Fête de la Colombie-Britannique'),
    labourDay,
    reconciliationDay(2023),
    thanksgiving,
    remembranceDay,
    christmas,
  ],
  /** Employment Standards Act, 2000, S.O. 2000, c. 41, s. 1, “public holiday”: https://www.ontario.ca/laws/statute/00e41 (November 2026). */
  ontario: [
    newYear,
    familyDay(2008),
    goodFriday,
    victoriaDay,
    canadaDay,
    labourDay,
    thanksgiving,
    christmas,
    rule('Boxing Day', 'Lendemain de Noël', (year) => date(year, 12, 26)),
  ],
  /**
   * Loi sur les normes du travail, RLRQ, c. N-1.1, a. 60: https://www.legisquebec.gouv.qc.ca/fr/document/lc/N-1.1, and Loi
   * sur la fête nationale, RLRQ, c. F-1.1, a. 2: https://www.legisquebec.gouv.qc.ca/fr/document/lc/F-1.1 (November 2026).
   * Of Good Friday and Easter Monday the employer gives one: the first stands here.
   */
  quebec: [
    newYear,
    goodFriday,
    rule('National Patriots’ Day', 'Journée nationale des patriotes', (year) => mondayBefore(year, 5, 25)),
    rule('National Holiday', 'Fête nationale', (year) => notOnSunday(date(year, 6, 24))),
    canadaDay,
    labourDay,
    thanksgiving,
    christmas,
  ],
  /**
   * The Saskatchewan Employment Act, S.S. 2013, c. S-15.1, s. 2-30:
   * https://www.saskatchewan.ca/business/employment-standards/public-statutory-holidays (November 2026). A fixed day that is
   * a Sunday is kept on the Monday.
   */
  saskatchewan: [
    { ...newYear, on: (year) => notOnSunday(newYear.on(year)) },
    familyDay(2007),
    goodFriday,
    victoriaDay,
    canadaDay,
    augustMonday('Saskatchewan Day', 'Jour de la Saskatchewan'),
    labourDay,
    thanksgiving,
    { ...remembranceDay, on: (year) => notOnSunday(remembranceDay.on(year)) },
    { ...christmas, on: (year) => notOnSunday(christmas.on(year)) },
  ],
} as const satisfies Record<string, readonly Rule[]>;

export type Province = keyof typeof laws;

/** Those whose law is known here. */
export const provinces = Object.keys(laws) as readonly Province[];

/** In the order of the year. */
export function publicHolidays(province: Province, year: number): Holiday[] {
  return (laws[province] as readonly Rule[])
    .filter(({ from = year, until = year }) => from <= year && year <= until)
    .map(({ names, on }) => holiday(on(year), ...names));
}

export function holiday(day: Date, name_en: string, name_fr: string): Holiday {
  return { holiday_on: day.toISOString().slice(0, 10), name_en, name_fr };
}

function notOnSunday(day: Date): Date {
  return isSunday(day) ? addDays(day, 1) : day;
}
