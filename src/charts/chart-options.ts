/** What every chart needs besides its rows: a size, words for its numbers, and a document to draw in. */

export interface ChartOptions {
  /** CSS pixels at the size that the chart is meant for. */
  readonly width: number;
  readonly height: number;
  readonly formatValue: (value: number) => string;
  /** The browser's own, or jsdom's at build. */
  readonly document: Document;
}

/** What a chart over months needs too. */
export interface TimeOptions {
  /** `Jul 2011`, of a month written as its first day: on an axis too short for years. */
  readonly formatMonth: (month: string) => string;
}

/** A stretch of days to shade; `YYYY-MM-DD`, both days included. */
export interface Shade {
  readonly startsOn: string;
  readonly endsOn: string;
}

/** One month of a line: null where there is no value. */
export interface ChartPoint {
  /** First day of the month. */
  readonly month: string;
  readonly value: number | null;
  readonly isProvisional: boolean;
  readonly isUnfinished: boolean;
}

/** The day from which a line is of another place, such as a ward with new boundaries. */
export interface LineBreak {
  readonly on: string;
  readonly label: string;
}
