/** What other formulas would say of the city's last twelve months, beside what we say of the same months. */

import { type AlternativeId, alternatives } from '../contract/understanding.ts';
import { type Alternative, alternativesOf } from '../datasets/alternatives.ts';
import { lastWholeMonth } from '../datasets/manifest.ts';
import { findRow, hasTwelveMonths } from '../datasets/measures.ts';
import { waitingTimes } from '../datasets/waiting-times.ts';
import { cohortWords } from '../i18n/measure-sentence.ts';
import { valueWords } from '../i18n/measure-value.ts';
import type { Wording } from '../i18n/words-from.ts';
import { numberColumn, textColumn, type Table } from './table.ts';
import { shareAt } from './waits-of-curve.ts';

export function formulasTable(wording: Wording): Table {
  return {
    caption: wording.text('alternatives.title'),
    columns: [
      textColumn(wording.text('alternatives.formula')),
      numberColumn(wording.text('alternatives.theirs')),
      numberColumn(wording.text('alternatives.ours')),
      textColumn(wording.text('alternatives.why')),
    ],
    rows: alternatives.flatMap(({ id, measureId }) => {
      const theirs = newest(id);
      const ours = theirs && findRow(measureId, theirs.periodType, {}, theirs.periodStart);
      if (!theirs) return [];
      return [
        [
          wording.text(`alternatives.${id}`),
          valueWords(wording, measureId, theirs.value),
          ours?.value == null ? '–' : valueWords(wording, measureId, ours.value),
          wording.text(`alternatives.${id}.why`),
        ],
      ];
    }),
  };
}

/** Of the last twelve months; of records that do not hold so many, of the last whole one. */
function newest(id: AlternativeId): Alternative | undefined {
  if (hasTwelveMonths) return alternativesOf(id, 'last_12_months').at(-1);
  return alternativesOf(id, 'month').find(({ periodStart }) => periodStart === lastWholeMonth);
}

/** The Aalen–Johansen share beside our own; nothing where no request was handed on. */
export function competingSentence(wording: Wording): string | null {
  const row = shareAt(waitingTimes(), 30);
  if (!row?.handedOnShareAj || row.dealtWithShareAj === null || row.dealtWithShare === null) return null;
  return wording.text('alternatives.competing', {
    period: cohortWords(wording),
    dealt: wording.format.share(row.dealtWithShareAj),
    handed: wording.format.share(row.handedOnShareAj),
    curve: wording.format.share(row.dealtWithShare),
  });
}
