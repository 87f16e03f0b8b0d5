/** One measure winter by winter, or summer by summer. */

import type { Season as SeasonDot } from '../charts/seasons.ts';
import type { MeasureId } from '../contract/measures.ts';
import { findRow, findRows, type MeasureRow, type Slice } from '../datasets/measures.ts';
import { addMonths } from '../datasets/months.ts';
import { targetsOf } from '../datasets/services.ts';
import { newestSeasons, type Season, yearsOf } from '../datasets/seasons.ts';
import { measureSentence } from '../i18n/measure-sentence.ts';
import { bareValue } from '../i18n/measure-value.ts';
import type { Wording } from '../i18n/words-from.ts';
import { intervalWords } from './area-dots.ts';
import { numberColumn, textColumn, type Table } from './table.ts';
import { cellOf } from './yearly-table.ts';

/** As many as a chart has room for. */
const mostSeasons = 6;

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

/** A season with less than this share of the other's requests is not told of: nobody asks how the plows did in summer. */
const slightShare = 0.1;

/** The season in which more was asked comes first: of a winter service the winter, and no summer. */
export function byRequests(slice: Slice, seasons: readonly Season[]): Season[] {
  const countOf = ({ start }: Season) => findRow('median_days_to_close', 'season', slice, start)?.denominator ?? 0;
  const most = Math.max(...seasons.map(countOf));
  return seasons.filter((one) => countOf(one) >= slightShare * most).toSorted((a, b) => countOf(b) - countOf(a));
}

/** Whether the city gave the service another target after one day and before another. */
export function isTargetMoved({ service }: Slice, after: string, before: string): boolean {
  return service !== undefined && targetsOf(service).some(({ validFrom }) => after < validFrom && validFrom < before);
}

/** The share on time, where one target held in all the seasons that are drawn; else the half, which no target moves. */
export function seasonMeasure(slice: Slice): 'on_time_rate' | 'median_days_to_close' {
  const starts = findRows('on_time_rate', 'season', slice)
    .map(({ periodStart }) => periodStart)
    .slice(-2 * mostSeasons);
  const [first] = starts;
  const last = starts.at(-1);
  if (first === undefined || last === undefined) return 'median_days_to_close';
  return isTargetMoved(slice, first, addMonths(last, 6)) ? 'median_days_to_close' : 'on_time_rate';
}

/** Said of the newest season where its half is longer, or shorter, than in all the others drawn: of three or more. */
export function seasonNote(wording: Wording, measureId: MeasureId, slice: Slice, season: Season): string[] {
  if (measureId !== 'median_days_to_close') return [];
  const rows = rowsOf(measureId, slice, season).slice(-mostSeasons);
  const newest = rows.at(-1)?.value ?? null;
  const others = rows.slice(0, -1).flatMap(({ value }) => value ?? []);
  if (newest === null || others.length < 2) return [];
  const count = wording.format.count(others.length + 1);
  const [longest, shortest] = [Math.max(...others), Math.min(...others)];
  // What reads the same is the same.
  const isApart = (other: number) => bareValue(wording, measureId, newest) !== bareValue(wording, measureId, other);
  if (newest > longest && isApart(longest)) return [wording.text(`seasons.${season.kind}_slowest`, { count })];
  return newest < shortest && isApart(shortest) ? [wording.text(`seasons.${season.kind}_fastest`, { count })] : [];
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
