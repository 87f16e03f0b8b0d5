/** A measure's value in the unit that it has: a count, a share, or days. */

import { findMeasure, type MeasureId, type MeasureUnit } from '../contract/measures.ts';
import type { Wording } from './words-from.ts';

export function unitOf(measureId: MeasureId): MeasureUnit {
  const measure = findMeasure(measureId);
  if (!measure) throw new Error(`no measure "${measureId}" in the contract`);
  return measure.unit;
}

export function valueWords(wording: Wording, measureId: MeasureId, value: number): string {
  switch (unitOf(measureId)) {
    case 'count':
      return wording.format.count(value);
    case 'share':
      return wording.format.share(value);
    case 'days':
      return wording.days(value);
    case 'per_1000':
      return wording.format.rate(value);
  }
}

/** As above without the word for days, for axes and table cells whose heading says the unit. */
export function bareValue(wording: Wording, measureId: MeasureId, value: number): string {
  return unitOf(measureId) === 'days' ? wording.format.days(value) : valueWords(wording, measureId, value);
}

export function rangeWords(wording: Wording, measureId: MeasureId, low: number, high: number): string {
  return wording.text('table.range', {
    low: bareValue(wording, measureId, low),
    high: bareValue(wording, measureId, high),
  });
}
