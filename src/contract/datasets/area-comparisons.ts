/** The data set `area_comparisons`. */

import { areaPositions, comparedMeasures } from '../understanding.ts';
import { column, type Dataset } from './dataset.ts';

export const areaComparisonsDataset: Dataset = {
  id: 'area_comparisons',
  model: 'published_area_comparisons',
  isFigures: true,
  title: { en: 'Comparison of areas', fr: 'Comparaison des secteurs' },
  grain: {
    en: 'One row per measure and area with at least 20 requests in the last twelve months.',
    fr: 'Une ligne par indicateur et secteur ayant au moins 20 demandes dans les douze derniers mois.',
  },
  sortedBy: ['measure_id', 'area_id'],
  arrowSortedBy: ['measure_id', 'area_id'],
  columns: [
    column(
      'measure_id',
      'code',
      ['Measure', 'Which measure; see its methods page.'],
      ['Indicateur', 'Lequel des indicateurs; voir sa page de méthode.'],
      { values: comparedMeasures },
    ),
    column(
      'period_type',
      'code',
      ['Period type', 'The last twelve whole months; of fulfilment, those that end with its newest final month.'],
      ['Type de période', 'Les douze derniers mois entiers; pour la réalisation, jusqu’à son dernier mois définitif.'],
      { values: ['last_12_months'] },
    ),
    column(
      'period_start',
      'date',
      ['Period start', 'First local day of the period.'],
      ['Début de la période', 'Premier jour local de la période.'],
    ),
    column('area_id', 'code', ['Area', 'The area of the city.'], ['Secteur', 'Le secteur de la ville.']),
    column('value', 'number', ['Rate', 'The area’s rate, from 0 to 1.'], ['Taux', 'Le taux du secteur, de 0 à 1.']),
    column(
      'numerator',
      'integer',
      ['Numerator', 'Requests that count toward the rate.'],
      ['Numérateur', 'Demandes qui comptent dans le taux.'],
    ),
    column('denominator', 'integer', ['Denominator', 'Requests looked at.'], ['Dénominateur', 'Demandes examinées.']),
    column(
      'city_value',
      'number',
      ['City', 'The rate of the whole city in the same period.'],
      ['Ville', 'Le taux de toute la ville pour la même période.'],
    ),
    column(
      'z',
      'number',
      ['z', 'How many standard errors the area lies from the city’s rate.'],
      ['z', 'À combien d’erreurs types du taux de la ville se trouve le secteur.'],
    ),
    column(
      'dispersion',
      'number',
      ['Dispersion', 'Mean square of z over the areas, φ; over 1, the limits are widened by its root.'],
      ['Dispersion', 'Moyenne des carrés de z sur les secteurs, φ; au-delà de 1, sa racine élargit les limites.'],
    ),
    column(
      'lower_95',
      'number',
      ['Lower limit, 95 %', 'Lowest rate by chance alone in an area of this size: 1 in 40 lies under it.'],
      ['Limite inférieure, 95 %', 'Taux minimal par le seul hasard pour cette taille : 1 secteur sur 40 est dessous.'],
    ),
    column(
      'upper_95',
      'number',
      ['Upper limit, 95 %', 'Highest rate by chance alone in an area of this size: 1 in 40 lies over it.'],
      ['Limite supérieure, 95 %', 'Taux maximal par le seul hasard pour cette taille : 1 secteur sur 40 est dessus.'],
    ),
    column(
      'lower_998',
      'number',
      ['Lower limit, 99.8 %', 'The same: 1 in 1,000 lies under it.'],
      ['Limite inférieure, 99,8 %', 'De même : 1 secteur sur 1 000 est dessous.'],
    ),
    column(
      'upper_998',
      'number',
      ['Upper limit, 99.8 %', 'The same: 1 in 1,000 lies over it.'],
      ['Limite supérieure, 99,8 %', 'De même : 1 secteur sur 1 000 est dessus.'],
    ),
    column(
      'position',
      'code',
      ['Position', 'Within the limits of chance, or beyond those of 95 % or of 99.8 %.'],
      ['Position', 'Dans les limites du hasard, ou au-delà de celles de 95 % ou de 99,8 %.'],
      { values: areaPositions },
    ),
  ],
};
