/** What other formulas would say of one month of the city's, beside what we say of the same requests. */

import { alternatives } from '../contract/understanding.ts';
import { alternativesOf } from '../datasets/alternatives.ts';
import { findRow } from '../datasets/measures.ts';
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
      textColumn(wording.text('table.month')),
      numberColumn(wording.text('alternatives.theirs')),
      numberColumn(wording.text('alternatives.ours')),
      textColumn(wording.text('alternatives.why')),
    ],
    rows: alternatives.flatMap(({ id, measureId }) => {
      const theirs = alternativesOf(id, 'month').at(-1);
      const ours = theirs && findRow(measureId, 'month', {}, theirs.periodStart);
      if (!theirs) return [];
      return [
        [
          wording.text(`alternatives.${id}`),
          wording.format.month(theirs.periodStart),
          valueWords(wording, measureId, theirs.value),
          ours?.value == null ? '–' : valueWords(wording, measureId, ours.value),
          wording.text(`alternatives.${id}.why`),
        ],
      ];
    }),
  };
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
