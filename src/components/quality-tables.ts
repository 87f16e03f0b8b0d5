/** The counts of quality as tables: of one night by reason, and of the last nights side by side. */

import { qualityReasons } from '../contract/datasets.ts';
import type { QualityNight } from '../datasets/quality.ts';
import type { Wording } from '../i18n/words-from.ts';
import { numberColumn, textColumn, type Table } from './table.ts';

/** Every reason, in the order of the contract; one that touched nothing stands with 0. */
export function reasonsTable(wording: Wording, { counts }: QualityNight): Table {
  return {
    caption: wording.text('data.quality_caption'),
    columns: [textColumn(wording.text('data.reason')), numberColumn(wording.text('data.records'))],
    rows: qualityReasons.map((reason) => [wording.text(`quality.${reason}`), wording.format.count(counts[reason])]),
  };
}

/** A column for each reason that occurred in one of the nights. */
export function nightsTable(wording: Wording, nights: readonly QualityNight[]): Table {
  const reasons = qualityReasons.filter((reason) => nights.some(({ counts }) => counts[reason] > 0));
  return {
    caption: wording.text('data.nights_caption'),
    columns: [
      textColumn(wording.text('data.night')),
      ...reasons.map((reason) => numberColumn(wording.text(`quality_short.${reason}`))),
    ],
    rows: nights.map(({ nightOn, counts }) => [
      // One line a night.
      wording.format.day(nightOn).replaceAll(' ', '\u202f'),
      ...reasons.map((reason) => wording.format.count(counts[reason])),
    ]),
  };
}
