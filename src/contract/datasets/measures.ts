/** The data set `measures`. */

import { measureBases, measureIds, measureStatuses, missingReasons, periodTypes } from '../measures.ts';
import { column, type Dataset } from './dataset.ts';
import { serviceCode, areaId } from './shared-columns.ts';

const dimensions = ['service_code', 'service_group', 'department', 'area_id', 'channel', 'kind'];
const cell = ['measure_id', 'period_type', ...dimensions];

export const measuresDataset: Dataset = {
  id: 'measures',
  model: 'published_measures',
  isFigures: true,
  title: { en: 'Measures', fr: 'Indicateurs' },
  grain: {
    en: 'One row per measure, period and slice that has any request.',
    fr: 'Une ligne par indicateur, période et tranche ayant au moins une demande.',
  },
  sortedBy: [...cell, 'period_start'],
  arrowSortedBy: [...cell, 'period_start'],
  columns: [
    column(
      'measure_id',
      'code',
      ['Measure', 'Which measure; see its methods page.'],
      ['Indicateur', 'Lequel des indicateurs; voir sa page de méthode.'],
      { values: measureIds },
    ),
    column(
      'period_type',
      'code',
      [
        'Period type',
        'A day, a calendar month, a winter or summer of six months, a calendar year, or the last twelve whole months.',
      ],
      [
        'Type de période',
        'Un jour, un mois civil, un hiver ou un été de six mois, une année civile ou les douze derniers mois entiers.',
      ],
      { values: periodTypes },
    ),
    column(
      'period_start',
      'date',
      ['Period start', 'First local day of the period.'],
      ['Début de la période', 'Premier jour local de la période.'],
    ),
    serviceCode,
    column(
      'service_group',
      'code',
      ['Group', 'The group of services, or “all”.'],
      ['Groupe', 'Le groupe de services, ou « all ».'],
    ),
    column(
      'department',
      'code',
      ['Department', 'The department, or “all”.'],
      ['Direction', 'La direction, ou « all ».'],
    ),
    areaId,
    column('channel', 'code', ['Channel', 'The channel, or “all”.'], ['Canal', 'Le canal, ou « all ».']),
    column(
      'kind',
      'code',
      ['Kind', 'The kind of request, or “all”.'],
      ['Nature', 'La nature de la demande, ou « all ».'],
    ),
    column(
      'value',
      'number',
      [
        'Value',
        'A count, a share from 0 to 1, days, or a count per 1,000 residents, by the measure; empty for the missing reason.',
      ],
      [
        'Valeur',
        'Un nombre, une part de 0 à 1, des jours ou un nombre pour 1 000 habitants, selon l’indicateur; vide pour le motif indiqué.',
      ],
    ),
    column(
      'numerator',
      'integer',
      ['Numerator', 'Requests that count toward the value. For days to close, closings by the value’s own time.'],
      ['Numérateur', 'Demandes qui comptent dans la valeur. Pour les jours, fermetures au plus tard à la valeur.'],
    ),
    column(
      'denominator',
      'integer',
      [
        'Denominator',
        'Requests looked at. For days to close, requests on the curve; the ratio is not the value. Per 1,000 residents: the residents.',
      ],
      [
        'Dénominateur',
        'Demandes examinées. Pour les jours, demandes sur la courbe; le rapport n’est pas la valeur. Pour 1 000 habitants : les habitants.',
      ],
    ),
    column(
      'lower',
      'number',
      ['Lower limit', 'Lower end of the 95 % interval.'],
      ['Limite inférieure', 'Borne inférieure de l’intervalle à 95 %.'],
    ),
    column(
      'upper',
      'number',
      ['Upper limit', 'Upper end of the 95 % interval.'],
      ['Limite supérieure', 'Borne supérieure de l’intervalle à 95 %.'],
    ),
    column(
      'status',
      'code',
      ['Status', 'Final figures change only when a record changes; provisional ones will still move.'],
      ['État', 'Un chiffre définitif ne change que si une fiche change; un chiffre provisoire bougera encore.'],
      { values: measureStatuses },
    ),
    column(
      'basis',
      'code',
      ['Basis', 'Published: derivable from the published records. Warehouse: the city’s own check.'],
      ['Fondement', 'Published : calculable à partir des fiches publiées. Warehouse : vérification de la ville.'],
      { values: measureBases },
    ),
    column(
      'missing_reason',
      'code',
      ['Missing because', 'Why the value is empty.'],
      ['Absent parce que', 'Pourquoi la valeur est vide.'],
      { values: missingReasons },
    ),
  ],
};
