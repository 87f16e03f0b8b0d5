/** The dictionary of one data set: each column's name, title, type and meaning. */

import type { Column, Dataset } from '../contract/datasets/dataset.ts';
import { typeset } from '../i18n/typeset.ts';
import type { Wording } from '../i18n/words-from.ts';
import { textColumn, type Table, type TableCell } from './table.ts';

export function dictionaryTable(wording: Wording, dataset: Dataset): Table {
  const { language } = wording;
  return {
    caption: wording.text('dataset.columns_caption', { dataset: dataset.title[language] }),
    columns: (['dataset.column', 'dataset.column_title', 'dataset.type', 'dataset.meaning'] as const).map((key) =>
      textColumn(wording.text(key)),
    ),
    rows: dataset.columns.map((column) => [
      { codes: [column.name] },
      typeset(column.title[language], language),
      wording.text(`dataset.type.${column.type}`),
      meaningOf(wording, column),
    ]),
  };
}

function meaningOf(wording: Wording, column: Column): TableCell {
  const description = typeset(column.description[wording.language], wording.language);
  const unit = column.unit ? ` ${wording.text('dataset.unit', { unit: unitWords(wording, column.unit) })}.` : '';
  if (!column.values) return `${description}${unit}`;
  const [before = '', after = ''] = wording.text('dataset.values', { values: '|' }).split('|');
  return { before: `${description} ${before}`, codes: column.values, after: `${after}.${unit}` };
}

function unitWords(wording: Wording, unit: string): string {
  if (unit === 'day' || unit === 'degree') return wording.text(`dataset.unit.${unit}`);
  throw new Error(`the unit "${unit}" of a column has no name in the dictionaries: add dataset.unit.${unit}`);
}
