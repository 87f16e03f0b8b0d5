/** The data set `targets`. */

import { targetUnits } from '../city.ts';
import { column, type Dataset } from './dataset.ts';
import { serviceCode } from './shared-columns.ts';

export const targetsDataset: Dataset = {
  id: 'targets',
  model: 'published_targets',
  title: { en: 'Targets', fr: 'Cibles' },
  grain: { en: 'One row per service and change of its target.', fr: 'Une ligne par service et changement de cible.' },
  sortedBy: ['service_code', 'valid_from'],
  arrowSortedBy: ['service_code', 'valid_from'],
  columns: [
    serviceCode,
    column(
      'valid_from',
      'date',
      ['Valid from', 'Requests received from this day have this target.'],
      ['Valide à partir du', 'Les demandes reçues dès ce jour ont cette cible.'],
    ),
    column(
      'value',
      'integer',
      ['Target', 'How long the city gives itself.'],
      ['Cible', 'Le délai que la ville se donne.'],
    ),
    column(
      'unit',
      'code',
      ['Unit', 'Hours elapsed, days, or business days.'],
      ['Unité', 'Heures écoulées, jours ou jours ouvrables.'],
      { values: targetUnits },
    ),
    column('owner', 'text', ['Set by', 'Who set the target.'], ['Fixée par', 'Qui a fixé la cible.']),
  ],
};
