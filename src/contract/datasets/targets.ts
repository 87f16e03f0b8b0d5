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
      [
        'Unit',
        'Hours elapsed; days, to the end of the last; or business days, Monday to Friday less the holidays, to the end of the last.',
      ],
      [
        'Unité',
        'Heures écoulées; jours, jusqu’à la fin du dernier; ou jours ouvrables, du lundi au vendredi moins les jours fériés, jusqu’à la fin du dernier.',
      ],
      { values: targetUnits },
    ),
    column('owner', 'text', ['Set by', 'Who set the target.'], ['Fixée par', 'Qui a fixé la cible.']),
  ],
};
