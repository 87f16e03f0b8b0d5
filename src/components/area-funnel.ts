/** The areas against the limits that chance alone would keep: points, sentence, notes and table. */

import type { FunnelArea } from '../charts/funnel.ts';
import type { ComparedMeasureId } from '../contract/understanding.ts';
import { type AreaComparison, comparisonsOf } from '../datasets/area-comparisons.ts';
import { areas } from '../datasets/areas.ts';
import { bareValue, rangeWords } from '../i18n/measure-value.ts';
import type { Wording } from '../i18n/words-from.ts';
import { numberColumn, textColumn, type Table } from './table.ts';

/** With fewer areas each can be read beside the city on its own. */
const fewestAreas = 10;

export function hasFunnel(measureId: ComparedMeasureId): boolean {
  return comparisonsOf(measureId).length >= fewestAreas;
}

export function funnelAreas(wording: Wording, rows: readonly AreaComparison[]): FunnelArea[] {
  return rows.map((row) => ({
    label: nameOf(wording, row.area),
    value: row.value,
    count: row.denominator,
    lower95: row.lower95,
    upper95: row.upper95,
    lower998: row.lower998,
    upper998: row.upper998,
    position: row.position,
  }));
}

export function funnelSentence(
  wording: Wording,
  measureId: ComparedMeasureId,
  rows: readonly AreaComparison[],
): string {
  const beyond = rows.filter(({ position }) => position === 'beyond_998').length;
  const values = { measure: wording.text(`measure.${measureId}.title`), areas: wording.format.count(rows.length) };
  return beyond === 0
    ? wording.text('funnel.sentence_none', values)
    : wording.plural('funnel.sentence', beyond, values);
}

/** Each area beyond the outer limits by name, in the city's own order: a phone has no room for all of them in the chart. */
export function outsideWords(wording: Wording, rows: readonly AreaComparison[]): string[] {
  return inOrder(rows)
    .filter(({ position }) => position === 'beyond_998')
    .map((row) =>
      wording.text('funnel.outside', {
        area: nameOf(wording, row.area),
        value: wording.format.share(row.value),
        low: wording.format.share(row.lower998),
        high: wording.format.share(row.upper998),
      }),
    );
}

/** In the city's own order, which is nobody's ranking. */
function inOrder(rows: readonly AreaComparison[]): AreaComparison[] {
  const byArea = new Map(rows.map((row) => [row.area, row]));
  return areas.flatMap(({ id }) => byArea.get(id) ?? []);
}

export function funnelNotes(wording: Wording, rows: readonly AreaComparison[]): string[] {
  const few = areas.length - rows.length;
  const dispersion = rows[0]?.dispersion ?? 1;
  return [
    wording.text('funnel.note'),
    ...(dispersion > 1 ? [wording.text('funnel.widened', { factor: wording.format.days(Math.sqrt(dispersion)) })] : []),
    ...(few > 0 ? [wording.plural('funnel.few', few)] : []),
  ];
}

export function funnelTable(wording: Wording, measureId: ComparedMeasureId, rows: readonly AreaComparison[]): Table {
  const words = (value: number) => bareValue(wording, measureId, value);
  return {
    caption: wording.text(`measure.${measureId}.title`),
    columns: [
      textColumn(wording.text('table.area')),
      numberColumn(wording.text('table.value')),
      numberColumn(wording.text('table.n')),
      numberColumn(wording.text('funnel.limits_95')),
      numberColumn(wording.text('funnel.limits_998')),
    ],
    rows: inOrder(rows).map((row) => [
      nameOf(wording, row.area),
      words(row.value),
      wording.format.count(row.denominator),
      rangeWords(wording, measureId, row.lower95, row.upper95),
      rangeWords(wording, measureId, row.lower998, row.upper998),
    ]),
  };
}

function nameOf(wording: Wording, areaId: string): string {
  const area = areas.find(({ id }) => id === areaId);
  return area ? wording.name(area.names) : areaId;
}
