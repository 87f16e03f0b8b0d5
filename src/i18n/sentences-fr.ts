/** Sentences written from a figure, in French. */

import type { DictionaryLike } from './dictionary.ts';
import type { sentencesEn } from './sentences-en.ts';

export const sentencesFr: DictionaryLike<typeof sentencesEn> = {
  'period.month': 'en {month}',
  'period.last_12_months': 'au cours des douze mois se terminant en {month}',
  'months.from_to': 'entre {first} et {month}',
  'period.year': 'en {year}',
  'period.day': 'le {day}',
  'period.season': 'pendant {season}',
  'season.winter': 'l’hiver {from}-{to}',
  'season.summer': 'l’été {from}',
  'season.winter.title': 'Hiver {from}-{to}',
  'season.summer.title': 'Été {from}',

  // {age} est un des âges plus bas.
  'sentence.open_days': {
    one: 'Le {day}, {value} demande ouverte sur {n} attendait {age}{past}.',
    other: 'Le {day}, {value} demandes ouvertes sur {n} attendaient {age}{past}.',
  },
  'age.open_0_7_days': 'depuis 7 jours ou moins',
  'age.open_8_30_days': 'depuis 8 à 30 jours',
  'age.open_31_90_days': 'depuis 31 à 90 jours',
  'age.open_91_365_days': 'depuis 91 à 365 jours',
  'age.open_over_365_days': 'depuis plus de 365 jours',
  'sentence.requests_per_1000_residents': {
    one: 'Pour 1 000 habitants, la ville a reçu {value} demande {period}{past}.',
    other: 'Pour 1 000 habitants, la ville a reçu {value} demandes {period}{past}.',
  },
  'sentence.median_open_age_days': {
    one: 'Le {day}, la seule demande ouverte attendait depuis {value}{past}.',
    other: 'Le {day}, la moitié des {n} demandes ouvertes attendaient depuis {value} ou plus{past}.',
  },
  'sentence.reopened_rate': {
    one: 'Sur {n} demande fermée pour la première fois {period}, {value} a été rouverte dans les 30 jours{past}.',
    other:
      'Sur {n} demandes fermées pour la première fois {period}, {value} ont été rouvertes dans les 30 jours{past}.',
  },
  'sentence.closed_in_10_minutes_share': {
    one: 'Sur {n} demande fermée {period} à une heure connue, {value} l’a été dans les dix minutes{past}.',
    other: 'Sur {n} demandes fermées {period} à une heure connue, {value} l’ont été dans les dix minutes{past}.',
  },

  'sentence.requests_received': {
    one: '{value} demande a été reçue {period}{past}.',
    other: '{value} demandes ont été reçues {period}{past}.',
  },
  'sentence.fulfilment_rate': {
    one: 'Sur {n} demande reçue {period}, {value} a été réalisée en {days} ou moins{past}.',
    other: 'Sur {n} demandes reçues {period}, {value} ont été réalisées en {days} ou moins{past}.',
  },
  'sentence.on_time_rate': {
    one: 'Sur {n} demande arrivée à échéance {period}, {value} a été traitée à temps{past}.',
    other: 'Sur {n} demandes arrivées à échéance {period}, {value} ont été traitées à temps{past}.',
  },
  'sentence.median_days_to_close': {
    one: 'La seule demande reçue {period} a été traitée en {value} ou moins{past}.',
    other: 'La moitié des demandes reçues {period} ont été traitées en {value} ou moins{past}.',
  },
  'sentence.p90_days_to_close': {
    one: 'La seule demande reçue {period} a été traitée en {value} ou moins{past}.',
    other: 'Neuf demandes sur dix reçues {period} ont été traitées en {value} ou moins{past}.',
  },
  'sentence.closed_within_1_days': {
    one: 'Sur {n} demande reçue {period}, on estime que {value} a été traitée en un jour ou moins{past}.',
    other: 'Sur {n} demandes reçues {period}, on estime que {value} ont été traitées en un jour ou moins{past}.',
  },
  'sentence.closed_within_7_days': {
    one: 'Sur {n} demande reçue {period}, on estime que {value} a été traitée en 7 jours ou moins{past}.',
    other: 'Sur {n} demandes reçues {period}, on estime que {value} ont été traitées en 7 jours ou moins{past}.',
  },
  'sentence.closed_within_30_days': {
    one: 'Sur {n} demande reçue {period}, on estime que {value} a été traitée en 30 jours ou moins{past}.',
    other: 'Sur {n} demandes reçues {period}, on estime que {value} ont été traitées en 30 jours ou moins{past}.',
  },
  'sentence.closed_within_90_days': {
    one: 'Sur {n} demande reçue {period}, on estime que {value} a été traitée en 90 jours ou moins{past}.',
    other: 'Sur {n} demandes reçues {period}, on estime que {value} ont été traitées en 90 jours ou moins{past}.',
  },
  // {outcome} est une des issues plus bas, comme « transmise ».
  'sentence.outcome': {
    one: 'Sur {n} demande reçue {period}, {value} a eu cette issue : {outcome}.',
    other: 'Sur {n} demandes reçues {period}, {value} ont eu cette issue : {outcome}.',
  },
  'sentence.outcomes': {
    one: 'Demande reçue {period} : {n}. Traitées : {done}; encore ouvertes : {open}; d’une autre issue : {other}.',
    other: 'Demandes reçues {period} : {n}. Traitées : {done}; encore ouvertes : {open}; d’une autre issue : {other}.',
  },
  'sentence.open_requests': {
    one: 'Le {day}, {value} demande était ouverte{past}.',
    other: 'Le {day}, {value} demandes étaient ouvertes{past}.',
  },
  'sentence.overdue_requests': {
    one: 'Le {day}, {value} demande était en retard{past}.',
    other: 'Le {day}, {value} demandes étaient en retard{past}.',
  },
  'sentence.median_and_p90':
    'La moitié des demandes reçues {period} ont été traitées en {median} ou moins, et neuf sur dix en {p90} ou moins.',
  'sentence.within': {
    one: 'Sur {n} demande reçue {period}, on estime que {first} a été traitée en un jour ou moins, {second} en 7 jours et {third} en 30 jours.',
    other:
      'Sur {n} demandes reçues {period}, on estime que {first} ont été traitées en un jour ou moins, {second} en 7 jours et {third} en 30 jours.',
  },
  'sentence.open_and_overdue': {
    one: 'Le {day}, {value} demande était ouverte; en retard : {overdue}.',
    other: 'Le {day}, {value} demandes étaient ouvertes; en retard : {overdue}.',
  },
  'sentence.provisional': '{sentence} Ces chiffres peuvent encore changer.',
  'sentence.rests_on_few':
    '{sentence} Estimation : {done} sur {n} traitées dans ce délai; les autres ont été transmises ou sont encore ouvertes.',
  'sentence.missing': 'Il n’y a pas de chiffre pour « {measure} » {period}, car {reason}.',
  'sentence.no_value': 'Il n’y a pas encore de chiffre pour « {measure} ».',
  'because.no_data': 'la source ne l’enregistre pas',
  'because.suppressed': 'il est retenu par confidentialité',
  'because.no_target': 'aucune demande n’avait de cible',
  'because.not_due': 'les demandes n’ont pas encore eu tout leur temps',
  'because.no_time': 'la source donne des dates, sans heures',
  'because.unmapped': 'l’issue de trop de demandes est inconnue',
  'because.too_few': 'il y a eu moins de 10 demandes',
  'because.not_reached': 'trop peu de demandes ont été traitées',
  'because.no_requests': 'il n’y a eu aucune demande',

  'past.month.beside': ', contre {low} à {high} au même mois de {from} à {to}',
  'past.month.within': ', dans la fourchette du même mois de {from} à {to} (de {low} à {high})',
  'past.month.count.above': ', plus qu’au même mois de chacune des années {from} à {to} (de {low} à {high})',
  'past.month.count.below': ', moins qu’au même mois de chacune des années {from} à {to} (de {low} à {high})',
  'past.month.share.above':
    ', une part plus élevée qu’au même mois de chacune des années {from} à {to} (de {low} à {high})',
  'past.month.share.below':
    ', une part plus faible qu’au même mois de chacune des années {from} à {to} (de {low} à {high})',
  'past.month.days.above':
    ', un délai plus long qu’au même mois de chacune des années {from} à {to} (de {low} à {high})',
  'past.month.days.below':
    ', un délai plus court qu’au même mois de chacune des années {from} à {to} (de {low} à {high})',
  'past.year.beside': ', contre {low} à {high} de {from} à {to}',
  'past.year.within': ', dans la fourchette des années {from} à {to} (de {low} à {high})',
  'past.year.count.above': ', plus qu’au cours de chacune des années {from} à {to} (de {low} à {high})',
  'past.year.count.below': ', moins qu’au cours de chacune des années {from} à {to} (de {low} à {high})',
  'past.year.share.above': ', une part plus élevée qu’au cours de chacune des années {from} à {to} (de {low} à {high})',
  'past.year.share.below': ', une part plus faible qu’au cours de chacune des années {from} à {to} (de {low} à {high})',
  'past.year.days.above': ', un délai plus long qu’au cours de chacune des années {from} à {to} (de {low} à {high})',
  'past.year.days.below': ', un délai plus court qu’au cours de chacune des années {from} à {to} (de {low} à {high})',
};
