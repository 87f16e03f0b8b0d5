/** The data set `quality`. */

import { column, type Dataset } from './dataset.ts';

export const qualityDataset: Dataset = {
  id: 'quality',
  model: 'published_quality',
  title: { en: 'Quality', fr: 'Qualité' },
  grain: {
    en: 'One row per night and reason: how many records it touched. The last 400 published nights are kept.',
    fr: 'Une ligne par nuit et motif : combien de fiches touchées. Les 400 dernières nuits publiées sont conservées.',
  },
  sortedBy: ['night_on', 'reason'],
  arrowSortedBy: ['night_on', 'reason'],
  columns: [
    column(
      'night_on',
      'date',
      ['Night', 'The last local day that the data of that night hold.'],
      ['Nuit', 'Le dernier jour local que contiennent les données de cette nuit.'],
    ),
    column('reason', 'code', ['Reason', 'What was found.'], ['Motif', 'Ce qui a été constaté.']),
    column('request_count', 'integer', ['Records', 'How many records.'], ['Fiches', 'Nombre de fiches.']),
  ],
};
