/** The data set `closing_days`. */

import { column, type Dataset } from './dataset.ts';
import { serviceOrAll } from './shared-columns.ts';

export const closingDaysDataset: Dataset = {
  id: 'closing_days',
  model: 'published_closing_days',
  isFigures: true,
  title: { en: 'Closing day against due day', fr: 'Jour de fermeture et jour d’échéance' },
  grain: {
    en: 'One row per service and days between due date and closing, of requests due in the last twelve whole months.',
    fr: 'Une ligne par service et nombre de jours de l’échéance à la fermeture, pour les demandes échues dans les douze derniers mois entiers.',
  },
  sortedBy: ['service_code', 'days_from_due'],
  arrowSortedBy: ['service_code', 'days_from_due'],
  columns: [
    serviceOrAll,
    column(
      'days_from_due',
      'integer',
      ['Days from the due date', 'Negative: before it. −31 and 31: or more. Empty: open, or never dealt with.'],
      ['Jours depuis l’échéance', 'Négatif : avant. −31 et 31 : ou plus. Vide : ouverte, ou jamais traitée.'],
      { unit: 'day' },
    ),
    column(
      'request_count',
      'integer',
      ['Requests', 'How many requests in scope were closed on that day.'],
      ['Demandes', 'Combien de demandes visées ont été fermées ce jour-là.'],
    ),
  ],
};
