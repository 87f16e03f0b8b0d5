/** A column as a test describes it: short texts, unless it says otherwise. */

import type { ColumnLook } from '../../../scripts/warehouse/look-at-file.ts';

type Content = Partial<Omit<ColumnLook, 'column'>>;

const records = 1000;

export function look(column: string, content: Content = {}): ColumnLook {
  return {
    column,
    ...{ recordCount: records, valueCount: records, distinctCount: 12, meanLength: 14, dateCount: 0, numberCount: 0 },
    ...{ least: null, greatest: null, statusWordCount: 0, channelWordCount: 0 },
    ...content,
  };
}

export const dates: Content = { dateCount: records, distinctCount: 900, meanLength: 19 };
export const someDates: Content = { dateCount: 600, valueCount: 600, distinctCount: 500, meanLength: 19 };
export const ids: Content = { distinctCount: records, numberCount: records, least: 1, greatest: 1e9 };
export const freeText: Content = { distinctCount: 870, meanLength: 75 };
export const degrees = (least: number, greatest: number): Content => ({
  ...{ distinctCount: 700, numberCount: records, least, greatest },
});
