/** Numbers, shares, days, dates and instants as they are written in one locale and the city's time zone. */

export interface Formats {
  count(value: number): string;
  /** A share from 0 to 1, as whole percent; with a decimal where whole percent would hide it. */
  share(value: number): string;
  /** Days: one decimal under ten, whole from there. */
  days(value: number): string;
  /** Requests for every 1,000 residents: one decimal under a hundred, whole from there. */
  rate(value: number): string;
  year(date: string): string;
  /** `October 2026`, of a local date `YYYY-MM-DD`. */
  month(date: string): string;
  monthShort(date: string): string;
  /** `October`, of a local date. */
  monthName(date: string): string;
  day(date: string): string;
  /** `October 31`, of a local date of this year or nearly. */
  dayOfYear(date: string): string;
  /** An instant, in the city's zone. */
  instant(at: string): string;
  /** The time of day of an instant in milliseconds since 1970, in the city's zone. */
  clock(at: number): string;
  /** The local date of such an instant, as `2027-01-12`. */
  dateOf(at: number): string;
  bytes(value: number): { size: string; unit: 'kilobytes' | 'megabytes' };
}

export function formatsFor(locale: string, timeZone: string): Formats {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const tenth = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const percentTenth = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const dated = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (date: string): string => narrow(format.format(new Date(`${date}T00:00:00Z`)));
  };
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  const localDate = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone });
  return {
    count: (value) => narrow(whole.format(value)),
    share: (value) => narrow((isNearWhole(value) ? percent : percentTenth).format(value)),
    days: (value) => narrow((value < 10 ? tenth : whole).format(value)),
    rate: (value) => narrow((value < 100 ? tenth : whole).format(value)),
    year: dated({ year: 'numeric' }),
    month: dated({ month: 'long', year: 'numeric' }),
    monthShort: dated({ month: 'short', year: 'numeric' }),
    monthName: dated({ month: 'long' }),
    day: dated({ dateStyle: 'long' }),
    dayOfYear: dated({ month: 'long', day: 'numeric' }),
    instant: (at) => narrow(moment.format(new Date(at))),
    clock: (at) => narrow(time.format(at)),
    dateOf: (at) => localDate.format(at),
    bytes: (value) =>
      value < 1e6
        ? { size: narrow(tenth.format(Math.max(0.1, value / 1e3))), unit: 'kilobytes' }
        : { size: narrow(tenth.format(value / 1e6)), unit: 'megabytes' },
  };
}

/** 99.6 % must not read as 100 %, nor 0.4 % as none. */
function isNearWhole(value: number): boolean {
  const rounded = Math.round(value * 100);
  return (rounded !== 0 && rounded !== 100) || value === 0 || value === 1;
}

/**
 * Intl mixes three spaces between its locales and browsers; ours do not break, and are narrow but before “a.m.”. It leaves
 * things of French to us: the hour, “7 h” and “7 h 05” but never “07 h 00” (Office québécois de la langue française), and the
 * first of a month.
 */
function narrow(text: string): string {
  return text
    .replace(/\u00a0/g, '\u202f')
    .replace(/(\d)\s([ap]\.m\.)/, '$1\u00a0$2')
    .replace(/\b0?(\d{1,2})\sh\s(\d\d)/, '$1\u202fh\u202f$2')
    .replace(/\u202fh\u202f00/, '\u202fh')
    .replace(frenchFirst, '1er $1');
}

const frenchFirst = /^1 (janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)/;
