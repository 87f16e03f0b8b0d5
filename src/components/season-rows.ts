/** One measure winter by winter, or summer by summer. */

import type { Season as SeasonDot } from '../charts/seasons.ts';
import type { MeasureId } from '../contract/measures.ts';
import { findRow, findRows, type MeasureRow, type Slice } from '../datasets/measures.ts';
import { addMonths } from '../datasets/months.ts';
import { newestSeasons, type Season, yearsOf } from '../datasets/seasons.ts';
import { measureSentence } from '../i18n/measure-sentence.ts';
import { bareValue } from '../i18n/measure-value.ts';
import type { Wording } from '../i18n/words-from.ts';
import { intervalWords } from './area-dots.ts';
import { numberColumn, textColumn, type Table } from './table.ts';
import { cellOf } from './yearly-table.ts';

/** `2025–2026` of a winter, `2026` of a summer. */
export function seasonYears(
  wording: Wording,
  season: Pick<Season, 'kind' | 'start'>,
  size: 'wide' | 'narrow' = 'wide',
): string {
  const [from, to] = yearsOf(season).map((year) => String(year).slice(size === 'wide' ? 0 : 2));
  if (to === undefined) return String(yearsOf(season)[0]);
  return wording.text('short.winter_years', { from: from ?? '', to });
}

/** Oldest first, to the newest that is over. */
function rowsOf(measureId: MeasureId, slice: Slice, { start }: Season): MeasureRow[] {
  return findRows(measureId, 'season', slice).filter(
    ({ periodStart }) => periodStart <= start && periodStart.slice(5) === start.slice(5),
  );
}

/** The season in which more was asked comes first: of a winter service the winter. */
export function byRequests(slice: Slice, seasons: readonly Season[]): Season[] {
  const countOf = ({ start }: Season) => findRow('median_days_to_close', 'season', slice, start)?.denominator ?? 0;
  return seasons.toSorted((a, b) => countOf(b) - countOf(a));
}

/** The seasons of which there is anything to draw: two at the least. */
export function drawnSeasons(measureId: MeasureId, slice: Slice): Season[] {
  return byRequests(slice, newestSeasons()).filter(
    (season) => rowsOf(measureId, slice, season).filter(({ value }) => value !== null).length >= 2,
  );
}

/** On a phone the years of a winter are written short: `25–26`. */
export function seasonDots(
  wording: Wording,
  measureId: MeasureId,
  slice: Slice,
  season: Season,
  size: 'wide' | 'narrow',
): SeasonDot[] {
  return rowsOf(measureId, slice, season).map((row) => ({
    label: seasonYears(wording, { kind: season.kind, start: row.periodStart }, size),
    value: row.value,
    lower: row.lower,
    upper: row.upper,
    isProvisional: row.status === 'provisional',
    missing: wording.text(`missing.${row.missingReason ?? 'too_few'}`),
  }));
}

export function seasonHeadline(wording: Wording, measureId: MeasureId, slice: Slice, season: Season): string {
  const row = findRow(measureId, 'season', slice, season.start) ?? null;
  return measureSentence(wording, { measureId, row, value: row?.value ?? null, month: addMonths(season.start, 5) });
}

export function seasonTable(wording: Wording, measureId: MeasureId, slice: Slice, season: Season): Table {
  return {
    caption: wording.text(`seasons.${season.kind}`, { measure: wording.text(`measure.${measureId}.title`) }),
    columns: [
      textColumn(wording.text('seasons.season')),
      numberColumn(wording.text('table.value')),
      numberColumn(wording.text('table.n')),
      numberColumn(wording.text('table.interval')),
    ],
    rows: rowsOf(measureId, slice, season)
      .map((row) => [
        seasonYears(wording, { kind: season.kind, start: row.periodStart }),
        cellOf(wording, measureId, row),
        row.denominator === null ? '–' : wording.format.count(row.denominator),
        intervalWords(wording, measureId, row),
      ])
      .toReversed(),
  };
}

export function seasonValue(wording: Wording, measureId: MeasureId): (value: number) => string {
  return (value) => bareValue(wording, measureId, value);
}
