/** What a signal says, and the months judged as points and as a table. */

import type { SignalMonth } from '../charts/signals.ts';
import { chanceSignalShare } from '../contract/understanding.ts';
import { monthlySeries } from '../datasets/monthly-series.ts';
import { type Signal, signalsOf } from '../datasets/signals.ts';
import type { Slice } from '../datasets/measures.ts';
import type { SignalMeasureId } from '../contract/understanding.ts';
import { bareValue, rangeWords, valueWords } from '../i18n/measure-value.ts';
import type { Wording } from '../i18n/words-from.ts';
import { numberColumn, textColumn, type Table } from './table.ts';

export function signalSentence(wording: Wording, signal: Signal): string {
  const { measureId } = signal;
  return wording.text(`signals.${signal.signal}`, {
    measure: wording.text(`measure.${measureId}.title`),
    month: wording.format.month(signal.month),
    value: valueWords(wording, measureId, signal.value),
    low: bareValue(wording, measureId, shownLimit(measureId, signal.lowerValue)),
    high: bareValue(wording, measureId, shownLimit(measureId, signal.upperValue)),
  });
}

export function ruleWords(wording: Wording): string {
  return wording.text('signals.rule', { share: wording.format.share(chanceSignalShare) });
}

/** Three years show a season thrice. */
const shownMonths = 36;

/** The newest months of the series; those that were not judged stand there without limits. */
export function signalMonths(wording: Wording, measureId: SignalMeasureId, slice: Slice): SignalMonth[] {
  const judged = new Map(signalsOf(measureId, slice.service).map((signal) => [signal.month, signal]));
  return monthlySeries(measureId, slice)
    .filter((point) => !point.isUnfinished)
    .slice(-shownMonths)
    .map(({ month, value, isProvisional }) => {
      const signal = judged.get(month);
      return {
        month,
        label: wording.format.monthShort(month),
        value,
        isProvisional,
        middle: signal ? middleOf(signal) : null,
        lower: signal ? shownLimit(measureId, signal.lowerValue) : null,
        upper: signal ? shownLimit(measureId, signal.upperValue) : null,
        signal: signal?.signal ?? 'none',
      };
    });
}

export function signalTable(wording: Wording, measureId: SignalMeasureId, slice: Slice): Table {
  const words = (value: number) => bareValue(wording, measureId, value);
  return {
    caption: wording.text('table.monthly_caption', { measure: wording.text(`measure.${measureId}.title`) }),
    columns: [
      textColumn(wording.text('table.month')),
      numberColumn(wording.text('table.value')),
      numberColumn(wording.text('signals.expected')),
      numberColumn(wording.text('signals.limits')),
      textColumn(wording.text('signals.signal')),
    ],
    rows: signalsOf(measureId, slice.service)
      .map((signal) => [
        wording.format.month(signal.month),
        words(signal.value),
        words(middleOf(signal)),
        rangeWords(
          wording,
          measureId,
          shownLimit(measureId, signal.lowerValue),
          shownLimit(measureId, signal.upperValue),
        ),
        wording.text(`signals.kind.${signal.signal}`),
      ])
      .toReversed(),
  };
}

/** The middle of the limits on the value's own scale: of a count its logarithm is the middle. */
function middleOf({ measureId, expected, center }: Signal): number {
  return measureId === 'requests_received' ? expected * Math.exp(center) : expected + center;
}

/** A share has no room below none and above all. */
function shownLimit(measureId: SignalMeasureId, value: number): number {
  return measureId === 'requests_received' ? value : Math.min(1, Math.max(0, value));
}
