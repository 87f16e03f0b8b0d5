/** The short answers at the head of a service's page, in French. */

import type { DictionaryLike } from './dictionary.ts';
import type { serviceShortEn } from './service-short-en.ts';

export const serviceShortFr: DictionaryLike<typeof serviceShortEn> = {
  'short.title': 'En bref',
  'short.done': 'Est-ce que c’est fait?',
  'short.long': 'Combien de temps faut-il?',
  'short.worse': 'Est-ce pire qu’il y a un an?',
  'short.mine': 'Et pour ma demande?',
  'short.work_done': {
    one: 'Le travail a été fait en {days} ou moins pour {value} de la demande reçue {period} ({n}).',
    other: 'Le travail a été fait en {days} ou moins pour {value} des {n} demandes reçues {period}.',
  },
  'short.others':
    'Les autres n’en demandaient pas, ont pris plus de temps, ont été transmises ou sont encore ouvertes.',
  'short.dealt_with':
    '« Traitée » compte aussi les demandes pour lesquelles, après vérification, il n’y avait rien à faire.',
  'short.open': {
    one: '{count} demande était encore ouverte le {day}{past_due}.',
    other: '{count} demandes étaient encore ouvertes le {day}{past_due}.',
  },
  'short.open_none': 'Aucune n’était encore ouverte le {day}.',
  'short.past_due': { one: ', dont {count} en retard', other: ', dont {count} en retard' },
  'short.past_due_none': ', aucune en retard',
  'short.target_met':
    'La Ville vise {target}; {value} des demandes arrivées à échéance ont été traitées dans ce délai.',
  'short.target_plain': 'La Ville vise {target}.',

  'short.winter_worse': 'Oui, c’était pire à l’hiver {year} qu’à l’hiver précédent : {figures}.',
  'short.winter_better': 'Non, c’était mieux à l’hiver {year} qu’à l’hiver précédent : {figures}.',
  'short.winter_alike': 'Pas de différence nette entre l’hiver {year} et l’hiver précédent : {figures}.',
  'short.summer_worse': 'Oui, c’était pire à l’été {year} qu’à l’été précédent : {figures}.',
  'short.summer_better': 'Non, c’était mieux à l’été {year} qu’à l’été précédent : {figures}.',
  'short.summer_alike': 'Pas de différence nette entre l’été {year} et l’été précédent : {figures}.',
  'short.winter_years': '{from}-{to}',
  'short.figure_on_time': '{now} dans le délai visé, contre {before}',
  'short.figure_median': 'la moitié l’ont été en {now} ou moins, contre {before}',
  'short.figures': '{first}; {second}',
  'short.target_moved': 'La cible a changé entre les deux : on les compare par le délai seulement.',
  'short.worse_note': 'Un petit écart peut être dû au hasard : on n’en conclut rien.',
  'short.years':
    'La moitié de celles reçues en {year} ont été traitées en {now} ou moins; de celles de {before_year}, en {before} ou moins.',
  'short.worse_none': 'Il n’y a encore rien d’antérieur pour comparer.',

  'wait.now':
    'Faite aujourd’hui, elle prendra peut-être le temps des autres : la moitié ont été traitées en {half} ou moins{nine}.',
  'wait.now_nine': ', et neuf sur dix en {value} ou moins',
  'wait.after': {
    one: 'Parmi celles encore ouvertes après {count} jour, la moitié ont été traitées dans un délai supplémentaire de {half} au plus{nine}.',
    other:
      'Parmi celles encore ouvertes après {count} jours, la moitié ont été traitées dans un délai supplémentaire de {half} au plus{nine}.',
  },
  'wait.after_nine': ', et neuf sur dix, de {value} au plus',
  'wait.nine_unsure': '; pour neuf sur dix, on ne peut pas encore le dire',
  'wait.nine_not_reached': '; plus d’une sur dix étaient encore ouvertes à la fin des données',
  'wait.at_least': {
    one: 'Pour celles encore ouvertes après {count} jour, on ne peut pas donner de délai : la moitié ont attendu plus de {half} encore, sans qu’on sache combien de plus.',
    other:
      'Pour celles encore ouvertes après {count} jours, on ne peut pas donner de délai : la moitié ont attendu plus de {half} encore, sans qu’on sache combien de plus.',
  },
  'wait.at_least_cell': 'au moins {days}',
  'wait.too_few_cell': 'moins de 20',
  'wait.not_reached': {
    one: 'Parmi celles encore ouvertes après {count} jour, moins de la moitié ont été traitées jusqu’ici : on ne peut pas donner de délai.',
    other:
      'Parmi celles encore ouvertes après {count} jours, moins de la moitié ont été traitées jusqu’ici : on ne peut pas donner de délai.',
  },
  'wait.too_few': {
    one: 'Moins de 20 demandes étaient encore ouvertes après {count} jour : c’est trop peu pour le dire.',
    other: 'Moins de 20 demandes étaient encore ouvertes après {count} jours : c’est trop peu pour le dire.',
  },
  'wait.none': 'Trop peu de demandes ont été reçues {period} pour le dire.',
  'wait.reported': 'J’ai fait ma demande il y a',
  'wait.applied': 'J’ai fait ma demande il y a',
  'wait.days_ago': 'jours.',
  'wait.note':
    'Ce sont les délais d’autres demandes, reçues {period}, et non une promesse pour la vôtre. Pour celles encore ouvertes, on compte l’attente jusqu’ici.',
  'wait.caption': 'Combien de temps encore, selon le nombre de jours déjà attendus',
  'wait.waited': 'Déjà attendu',
  'wait.half': 'Encore, pour la moitié',
  'wait.nine': 'Encore, pour neuf sur dix',
  'wait.at_risk': 'Encore ouvertes alors',
};
