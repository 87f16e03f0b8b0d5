/** What turns figures into understanding, in French. */

import type { DictionaryLike } from './dictionary.ts';
import type { understandingEn } from './understanding-en.ts';

export const understandingFr: DictionaryLike<typeof understandingEn> = {
  'curve.kicker': 'Part traitée, selon les jours d’attente',
  'curve.sentence':
    'Des demandes reçues {period}, on estime que {first_share} ont été traitées en {first_days} ou moins et {second_share} en {second_days} ou moins.',
  'curve.none': 'Aucune demande reçue {period} n’a été suivie pendant 30 jours : aucune part ne peut être donnée.',
  'curve.half': 'La moitié',
  'curve.nine': 'Neuf sur dix',
  'curve.handed_on':
    'C’est la part si toute demande devait être menée à terme. Si une demande transmise à d’autres compte comme terminée, {dealt} ont été traitées en 30 jours ou moins et {handed} ont été transmises.',
  'curve.days': 'Jours',
  'curve.share': 'Traitées',
  'curve.share_aj': 'Traitées, si transmettre est une fin',

  'wait.now_not_reached':
    'Moins de la moitié des demandes reçues {period} ont été traitées jusqu’ici : aucun délai ne peut être donné.',
  'wait.unmapped': 'On ne sait pas ce que sont devenues trop de ces demandes : aucun délai ne peut être donné.',

  'ages.kicker': 'Demandes ouvertes, selon leur attente',
  'ages.sentence': {
    one: 'La seule demande ouverte le {day} attendait {old}.',
    other: 'Sur {count} demandes ouvertes le {day}, {old}.',
  },
  'ages.one_old': 'depuis plus de 90 jours',
  'ages.one_young': 'depuis 90 jours ou moins',
  'ages.old': {
    one: '{count} attendait depuis plus de 90 jours',
    other: '{count} attendaient depuis plus de 90 jours',
  },
  'ages.old_none': 'aucune n’attendait depuis plus de 90 jours',
  'ages.none': 'Aucune demande n’était ouverte le {day}.',
  'ages.median': 'La moitié d’entre elles attendaient depuis {days} ou plus.',
  'ages.open_0_7_days': 'de 0 à 7 jours',
  'ages.open_8_30_days': 'de 8 à 30 jours',
  'ages.open_31_90_days': 'de 31 à 90 jours',
  'ages.open_91_365_days': 'de 91 à 365 jours',
  'ages.open_over_365_days': 'plus de 365 jours',
  'ages.earlier': 'un an plus tôt',

  'seasons.winter': '{measure}, d’un hiver à l’autre',
  'seasons.summer': '{measure}, d’un été à l’autre',
  'seasons.season': 'Saison',
  'seasons.winter_slowest': 'Le plus lent de {count} hivers.',
  'seasons.winter_fastest': 'Le plus rapide de {count} hivers.',
  'seasons.summer_slowest': 'Le plus lent de {count} étés.',
  'seasons.summer_fastest': 'Le plus rapide de {count} étés.',
  'seasons.note': 'L’hiver va de novembre à avril, l’été de mai à octobre; un hiver est compté en entier.',

  'signals.title': 'Ce qui sort de l’ordinaire',
  'signals.kicker': '{measure}, à côté de l’habituel',
  'signals.none': '{measure} en {month} : {value}, dans ce qui est habituel (de {low} à {high}).',
  'signals.above': '{measure} en {month} : {value}, au-dessus de ce qui est habituel (de {low} à {high}).',
  'signals.below': '{measure} en {month} : {value}, au-dessous de ce qui est habituel (de {low} à {high}).',
  'signals.run_above':
    '{measure} en {month} : {value}, au moins le huitième mois de suite du côté haut de ce qui est habituel.',
  'signals.run_below':
    '{measure} en {month} : {value}, au moins le huitième mois de suite du côté bas de ce qui est habituel.',
  'signals.rule':
    'Un mois ressort s’il dépasse les limites, ou s’il est le huitième de suite d’un même côté du milieu. Les limites viennent des seuls mois qui le précèdent. Le hasard seul donne un tel signal pour environ {share} des mois.',
  'signals.run_above_label': { one: '{count} mois haut', other: '{count} mois hauts' },
  'signals.run_below_label': { one: '{count} mois bas', other: '{count} mois bas' },
  'signals.limits': 'Limites, tirées des mois précédents',
  'signals.beyond': 'Hors des limites',
  'signals.expected': 'Habituel',
  'signals.signal': 'Signal',
  'signals.kind.none': 'aucun',
  'signals.kind.above': 'au-dessus des limites',
  'signals.kind.below': 'au-dessous des limites',
  'signals.kind.run_above': 'huit du côté haut',
  'signals.kind.run_below': 'huit du côté bas',
  'signals.overview': {
    one: 'En {month}, {count} des {judged} séries suivies sort de l’ordinaire; le hasard seul en donnerait environ {chance}.',
    other:
      'En {month}, {count} des {judged} séries suivies sortent de l’ordinaire; le hasard seul en donnerait environ {chance}.',
  },
  'signals.overview_none': 'En {month}, aucune des {judged} séries suivies ne sort de l’ordinaire.',
  'signals.overview_lead':
    'Pour chaque service, les demandes reçues, la part à temps et la part traitée en 7 jours, à côté de leur propre passé.',
  'signals.whole_city': 'Toute la ville',

  'funnel.sentence': {
    one: '{measure} : {count} des {areas} secteurs est hors des limites que le hasard respecterait dans 998 cas sur 1 000.',
    other:
      '{measure} : {count} des {areas} secteurs sont hors des limites que le hasard respecterait dans 998 cas sur 1 000.',
  },
  'funnel.sentence_none':
    '{measure} : aucun des {areas} secteurs n’est hors des limites que le hasard respecterait dans 998 cas sur 1 000.',
  'funnel.outside': '{area} : {value}, là où le hasard resterait entre {low} et {high}.',
  'funnel.note':
    'Les limites sont larges où il y a peu de demandes, étroites où il y en a beaucoup. De gauche à droite, on lit combien un secteur a demandé, et non s’il a été bien servi.',
  'funnel.widened':
    'Les secteurs diffèrent plus que le hasard seul ne le ferait, comme le font des lieux; les limites en sont élargies d’un facteur {factor}.',
  'funnel.few': {
    one: '{count} secteur de moins de 20 demandes n’est pas comparé.',
    other: '{count} secteurs de moins de 20 demandes ne sont pas comparés.',
  },
  'funnel.count': 'Nombre de demandes',
  'funnel.limits_95': 'Limites à 95 %',
  'funnel.limits_998': 'Limites à 99,8 %',

  'due_days.kicker': 'Jour du traitement, compté à partir de l’échéance',
  'due_days.sentence': {
    one: 'Sur {n} demande arrivée à échéance {period} : traitée avant le jour d’échéance, {before}; ce jour-là, {on}; après, {after}; non traitée ou transmise, {open}.',
    other:
      'Sur {n} demandes arrivées à échéance {period} : traitées avant le jour d’échéance, {before}; ce jour-là, {on}; après, {after}; non traitées ou transmises, {open}.',
  },
  'due_days.spike':
    'Le jour même de l’échéance, on en a traité {times} fois plus que le jour le plus chargé de la semaine d’avant. C’est peut-être une bonne planification, ou des fermetures pour respecter la cible : la question se pose.',
  'due_days.before': 'Avant',
  'due_days.on': 'Échéance',
  'due_days.after': 'Après',
  'due_days.open': 'Autres',
  'due_days.day': 'Jours par rapport à l’échéance',
  'due_days.early_31': '31 ou plus avant',
  'due_days.late_31': '31 ou plus après',
  'due_days.early': { one: '{count} jour avant', other: '{count} jours avant' },
  'due_days.late': { one: '{count} jour après', other: '{count} jours après' },

  'chart.target': 'Cible : {target}',

  'alternatives.title': 'Ce que diraient d’autres formules',
  'alternatives.lead':
    'Des villes publient des chiffres du même nom, selon d’autres formules. Voici ceux de cette ville, chacun pour le plus récent mois qui puisse être donné, selon leur formule et selon notre définition.',
  'alternatives.formula': 'L’autre formule',
  'alternatives.theirs': 'Elle dirait',
  'alternatives.ours': 'Nous disons',
  'alternatives.why': 'Pourquoi nous ne l’employons pas',
  'alternatives.on_time_of_closed': 'Fermées à temps ÷ fermées',
  'alternatives.on_time_of_closed.why':
    'Une demande en retard et encore ouverte n’entre dans aucun des deux nombres; les pires retards ne comptent donc pas : on peut lire 100 % à temps à côté d’une longue liste de demandes en retard.',
  'alternatives.median_of_closed': 'Médiane des jours des demandes fermées',
  'alternatives.median_of_closed.why':
    'Parmi les demandes récentes, seules les plus rapides sont fermées : le dernier mois semble toujours rapide, et les lentes n’y entrent qu’à leur fin.',
  'alternatives.closings_of_requests': 'Fermetures du mois ÷ demandes du mois',
  'alternatives.closings_of_requests.why':
    'Les fermetures ne sont pas celles des mêmes demandes : vider une vieille pile donne plus de 100 %, et un mois chargé paraît mauvais avant que ses demandes aient eu leur temps.',
  'alternatives.competing_title': 'Les demandes transmises',
  'alternatives.competing':
    'Nos délais disent combien de temps il faut quand une demande est menée à terme : celle qui est transmise quitte la courbe. De toutes les demandes reçues {period}, chacune comptée comme elle a fini, {dealt} ont été traitées en 30 jours ou moins et {handed} ont été transmises ou fermées sous un code inconnu; notre courbe donne {curve} en 30 jours ou moins.',

  'chart.boundaries': 'Nouvelles limites',

  'table.per_1000': 'Pour 1 000 habitants',
};
