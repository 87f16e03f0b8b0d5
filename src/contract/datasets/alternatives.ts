/** The data set `alternatives`. */

import { alternatives } from '../understanding.ts';
import { column, type Dataset } from './dataset.ts';
import { serviceOrAll } from './shared-columns.ts';

export const alternativesDataset: Dataset = {
  id: 'alternatives',
  model: 'published_alternatives',
  isFigures: true,
  title: { en: 'Other formulas', fr: 'Autres formules' },
  grain: {
    en: 'One row per formula and month for the city, and per formula and service for the last twelve whole months.',
    fr: 'Une ligne par formule et mois pour la ville, et par formule et service pour les douze derniers mois entiers.',
  },
  sortedBy: ['alternative_id', 'period_type', 'service_code', 'period_start'],
  arrowSortedBy: ['alternative_id', 'period_type', 'service_code', 'period_start'],
  columns: [
    column(
      'alternative_id',
      'code',
      [
        'Formula',
        'In the order of the values: closed in time ÷ closed, of those that fell due and are closed; the plain median of the closed alone; closings in the period ÷ requests received in it. Closed means dealt with.',
      ],
      [
        'Formule',
        'Dans l’ordre des valeurs : fermées à temps ÷ fermées, parmi les échues déjà fermées; médiane simple des seules fermées; fermetures de la période ÷ demandes reçues dans la période. Fermée veut dire traitée.',
      ],
      { values: alternatives.map(({ id }) => id) },
    ),
    column(
      'measure_id',
      'code',
      ['Measure', 'The measure that it stands beside, for the same period and service.'],
      ['Indicateur', 'L’indicateur auquel elle se compare, pour la même période et le même service.'],
      { values: alternatives.map(({ measureId }) => measureId) },
    ),
    column(
      'period_type',
      'code',
      ['Period type', 'A calendar month, or the last twelve whole months.'],
      ['Type de période', 'Un mois civil ou les douze derniers mois entiers.'],
      { values: ['month', 'last_12_months'] },
    ),
    column(
      'period_start',
      'date',
      ['Period start', 'First local day of the period.'],
      ['Début de la période', 'Premier jour local de la période.'],
    ),
    serviceOrAll,
    column(
      'value',
      'number',
      ['Value', 'What the formula gives: a ratio, or days.'],
      ['Valeur', 'Ce que donne la formule : un rapport, ou des jours.'],
    ),
    column(
      'numerator',
      'integer',
      ['Numerator', 'Requests closed in time, or closings; for the median, the closed requests that it is made of.'],
      [
        'Numérateur',
        'Demandes fermées à temps, ou fermetures; pour la médiane, les demandes fermées dont elle est tirée.',
      ],
    ),
    column(
      'denominator',
      'integer',
      ['Denominator', 'Closed requests, or those received; for the median, all received whose time is known.'],
      ['Dénominateur', 'Demandes fermées, ou reçues; pour la médiane, toutes celles reçues dont la durée est connue.'],
    ),
  ],
};
