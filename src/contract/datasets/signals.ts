/** The data set `signals`. */

import { signalKinds, signalMeasures } from '../understanding.ts';
import { column, type Dataset } from './dataset.ts';
import { serviceOrAll } from './shared-columns.ts';

export const signalsDataset: Dataset = {
  id: 'signals',
  model: 'published_signals',
  isFigures: true,
  title: { en: 'Signals', fr: 'Signaux' },
  grain: {
    en: 'One row per measure, service and month that has enough of a past to be judged by.',
    fr: 'Une ligne par indicateur, service et mois dont le passé suffit pour en juger.',
  },
  sortedBy: ['measure_id', 'service_code', 'period_start'],
  arrowSortedBy: ['measure_id', 'service_code', 'period_start'],
  columns: [
    column(
      'measure_id',
      'code',
      ['Measure', 'Which measure; see its methods page.'],
      ['Indicateur', 'Lequel des indicateurs; voir sa page de méthode.'],
      { values: signalMeasures },
    ),
    serviceOrAll,
    column('period_start', 'date', ['Month', 'First local day of the month.'], ['Mois', 'Premier jour local du mois.']),
    column(
      'value',
      'number',
      ['Value', 'The measure’s value of the month: a count, or a share from 0 to 1.'],
      ['Valeur', 'La valeur de l’indicateur pour ce mois : un nombre, ou une part de 0 à 1.'],
    ),
    column(
      'expected',
      'number',
      ['Expected', 'Median of the same month in up to five earlier years, at least three.'],
      ['Attendu', 'Médiane du même mois dans les cinq années précédentes, au moins trois.'],
    ),
    column(
      'deviation',
      'number',
      ['Deviation', 'Of a count, the natural logarithm of value ÷ expected; of a share, value − expected.'],
      ['Écart', 'Pour un nombre, logarithme naturel de valeur ÷ attendu; pour une part, valeur − attendu.'],
    ),
    column(
      'center',
      'number',
      ['Centre', 'Mean deviation of the points before this month.'],
      ['Centre', 'Écart moyen des points qui précèdent ce mois.'],
    ),
    column(
      'lower',
      'number',
      ['Lower limit', 'Centre less 2.66 × the mean moving range of the points before, in units of the deviation.'],
      ['Limite inférieure', 'Centre moins 2,66 × l’étendue mobile moyenne des points précédents, comme l’écart.'],
    ),
    column(
      'upper',
      'number',
      ['Upper limit', 'Centre and 2.66 × the mean moving range of the points before, in units of the deviation.'],
      ['Limite supérieure', 'Centre plus 2,66 × l’étendue mobile moyenne des points précédents, comme l’écart.'],
    ),
    column(
      'lower_value',
      'number',
      ['Lowest usual value', 'The lower limit on the scale of the value.'],
      ['Valeur usuelle minimale', 'La limite inférieure sur l’échelle de la valeur.'],
    ),
    column(
      'upper_value',
      'number',
      ['Highest usual value', 'The upper limit on the scale of the value.'],
      ['Valeur usuelle maximale', 'La limite supérieure sur l’échelle de la valeur.'],
    ),
    column(
      'point_count',
      'integer',
      ['Points before', 'Final months of 20 requests or more before this one; they alone give centre and limits.'],
      ['Points précédents', 'Mois définitifs d’au moins 20 demandes avant celui-ci; seuls à fixer centre et limites.'],
    ),
    column(
      'signal',
      'code',
      ['Signal', 'Above or below the limits, or a run: the eighth point in a row on one side of the centre.'],
      ['Signal', 'Au-dessus ou au-dessous des limites, ou série : huitième point de suite d’un même côté du centre.'],
      { values: signalKinds },
    ),
  ],
};
