/** The data set `holidays`. */

import { column, type Dataset } from './dataset.ts';
import { names } from './shared-columns.ts';

export const holidaysDataset: Dataset = {
  id: 'holidays',
  model: 'published_holidays',
  title: { en: 'Holidays', fr: 'Jours fériés' },
  grain: {
    en: 'One row per day that no target in business days counts, besides Saturdays and Sundays.',
    fr: 'Une ligne par jour qu’aucune cible en jours ouvrables ne compte, outre les samedis et les dimanches.',
  },
  sortedBy: ['holiday_on'],
  arrowSortedBy: ['holiday_on'],
  columns: [
    column(
      'holiday_on',
      'date',
      ['Day', 'The local day on which the city’s offices are closed.'],
      ['Jour', 'Le jour local où les bureaux de la ville sont fermés.'],
    ),
    ...names,
  ],
};
