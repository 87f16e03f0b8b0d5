/** The data set `waiting_times`. */

import { measureBases } from '../measures.ts';
import { column, type Dataset } from './dataset.ts';
import { serviceOrAll } from './shared-columns.ts';

const inDays = { unit: 'day' };

export const waitingTimesDataset: Dataset = {
  id: 'waiting_times',
  model: 'published_waiting_times',
  isFigures: true,
  title: { en: 'How long it still takes', fr: 'Ce qu’il reste à attendre' },
  grain: {
    en: 'One row per service and number of days already waited, from the requests of the last twelve whole months.',
    fr: 'Une ligne par service et nombre de jours déjà attendus, selon les demandes des douze derniers mois entiers.',
  },
  sortedBy: ['service_code', 'days_waited'],
  arrowSortedBy: ['service_code', 'days_waited'],
  columns: [
    serviceOrAll,
    column(
      'days_waited',
      'integer',
      ['Days waited', 'Days since the request was made.'],
      ['Jours d’attente', 'Jours écoulés depuis la demande.'],
      inDays,
    ),
    column(
      'at_risk_count',
      'integer',
      ['Still waiting', 'Requests watched for longer than that without an end; empty for tier C.'],
      ['Encore en attente', 'Demandes suivies plus longtemps que cela sans fin; vide pour le niveau C.'],
    ),
    column(
      'dealt_with_share',
      'number',
      [
        'Dealt with by then',
        'Share dealt with within those days, by Kaplan–Meier: if every request had to be finished.',
      ],
      ['Traitées d’ici là', 'Part traitée dans ces jours, selon Kaplan-Meier : si chaque demande devait aboutir.'],
    ),
    column(
      'dealt_with_lower',
      'number',
      ['Lower limit of the share', 'Lower end of its 95 % interval (log–log).'],
      ['Limite inférieure de la part', 'Borne inférieure de son intervalle à 95 % (log-log).'],
    ),
    column(
      'dealt_with_upper',
      'number',
      ['Upper limit of the share', 'Upper end of its 95 % interval (log–log).'],
      ['Limite supérieure de la part', 'Borne supérieure de son intervalle à 95 % (log-log).'],
    ),
    column(
      'dealt_with_share_aj',
      'number',
      [
        'Dealt with, beside handed on',
        'Share dealt with by then where being handed on is an end too (Aalen–Johansen).',
      ],
      ['Traitées, transferts à part', 'Part traitée d’ici là si le transfert est aussi une fin (Aalen-Johansen).'],
    ),
    column(
      'handed_on_share_aj',
      'number',
      ['Handed on', 'Share closed by then as handed on, or by a code without a meaning (Aalen–Johansen).'],
      ['Transférées', 'Part fermée d’ici là par transfert ou par un code sans signification (Aalen-Johansen).'],
    ),
    column(
      'median_more_days',
      'number',
      ['Half within', 'Of those still waiting, half were dealt with within so many more days.'],
      ['La moitié en', 'De celles qui attendaient encore, la moitié a été traitée en autant de jours de plus.'],
      inDays,
    ),
    column(
      'median_more_lower',
      'number',
      ['Half within, lower limit', 'Lower end of its 95 % interval (Brookmeyer–Crowley, log–log).'],
      ['La moitié en, limite inférieure', 'Borne inférieure de son intervalle à 95 % (Brookmeyer-Crowley, log-log).'],
      inDays,
    ),
    column(
      'median_more_upper',
      'number',
      ['Half within, upper limit', 'Upper end of its 95 % interval; empty where it is not reached.'],
      [
        'La moitié en, limite supérieure',
        'Borne supérieure de son intervalle à 95 %; vide si elle n’est pas atteinte.',
      ],
      inDays,
    ),
    column(
      'p90_more_days',
      'number',
      ['Nine in ten within', 'Of those still waiting, nine in ten were dealt with within so many more days.'],
      [
        'Neuf sur dix en',
        'De celles qui attendaient encore, neuf sur dix ont été traitées en autant de jours de plus.',
      ],
      inDays,
    ),
    column(
      'p90_more_lower',
      'number',
      ['Nine in ten within, lower limit', 'Lower end of its 95 % interval (Brookmeyer–Crowley, log–log).'],
      [
        'Neuf sur dix en, limite inférieure',
        'Borne inférieure de son intervalle à 95 % (Brookmeyer-Crowley, log-log).',
      ],
      inDays,
    ),
    column(
      'p90_more_upper',
      'number',
      ['Nine in ten within, upper limit', 'Upper end of its 95 % interval; empty where it is not reached.'],
      [
        'Neuf sur dix en, limite supérieure',
        'Borne supérieure de son intervalle à 95 %; vide si elle n’est pas atteinte.',
      ],
      inDays,
    ),
    column(
      'basis',
      'code',
      ['Basis', 'Published: derivable from the published records. Warehouse: the city’s own check, in whole days.'],
      [
        'Fondement',
        'Published : calculable à partir des fiches. Warehouse : vérification de la ville, en jours entiers.',
      ],
      { values: measureBases },
    ),
    column(
      'missing_reason',
      'code',
      ['Missing because', 'Why “half within” is empty. Nine in ten alone is empty where it is not reached.'],
      [
        'Absent parce que',
        'Pourquoi « la moitié en » est vide. Seul, « neuf sur dix en » est vide s’il n’est pas atteint.',
      ],
      { values: ['unmapped', 'too_few', 'not_reached'] },
    ),
  ],
};
