/** The sentences of the live pages in French, apart from the others: a browser loads these, in one language. */

import type { PluralForms } from './dictionary.ts';
import type { liveEn } from './live-en.ts';

type LiveDictionary = {
  readonly [Key in keyof typeof liveEn]: (typeof liveEn)[Key] extends string ? string : PluralForms;
};

export const liveFr: LiveDictionary = {
  'live.title': 'Ma rue est‑elle déneigée?',
  'live.description':
    'Pour chaque rue de {city} : le dernier passage de cette tempête, son degré de certitude et la norme de la Ville.',
  'live.lead': 'Cherchez une rue, une adresse ou une intersection. La réponse vient de la position des déneigeuses.',
  'live.now': 'En ce moment',
  'live.asking': 'Lecture des heures les plus récentes…',
  'live.without_script':
    'La recherche et les heures les plus récentes demandent des scripts. Ces textes simples disent la même chose, rue par rue :',
  'live.plain_text': '{area}, en texte simple',
  'live.plain_texts': 'La même chose en texte simple, sans script ni carte',

  'live.search': 'Rue, adresse ou intersection',
  'live.search_hint': 'Par exemple « {address} » ou « {corner} ». L’orthographe n’a pas à être exacte.',
  'live.corner_example': '{first} et {second}',
  'live.find': 'Chercher',
  'live.suggestions': 'Suggestions',
  'live.suggested': { one: '{count} suggestion.', other: '{count} suggestions.' },
  'live.not_found':
    'Aucune rue d’ici ne ressemble à « {query} ». Essayez le nom seul, sans le numéro, ou passez par son secteur, plus bas.',
  'live.unreadable':
    'La liste des rues ne peut être lue en ce moment. Les textes simples plus bas sont peut-être encore là.',
  'live.no_number': 'Aucun tronçon connu de {street} ne porte le numéro {number}. Voici la rue entière.',
  'live.corner': '{first} et {second}',
  'live.street_page': '{street}, tronçon par tronçon',
  'live.answer': 'Réponse',
  'live.no_answer': 'Pas de réponse',

  'live.block_between': '{street}, entre {from} et {to}',
  'live.block_from': '{street}, à partir de {from}',
  'live.between': 'entre {from} et {to}',
  'live.from_one': 'à partir de {from}',
  'live.whole': 'toute la rue',
  'live.or': '{first} / {second}',

  'live.fresh.live':
    'En direct. La position la plus récente date de {time}. Les positions sont montrées avec {minutes} minutes de retard, exprès, pour la sécurité des personnes au volant.',
  'live.fresh.behind': 'Quelques minutes de retard. La position la plus récente date de {time}.',
  'live.fresh.delayed': 'En retard. La position la plus récente date de {time}.',
  'live.fresh.silent': 'Aucune position depuis {time}; les heures données ici sont les dernières connues.',
  'live.fresh.waiting': 'Une opération de déneigement est en cours, et aucune position ne peut encore être montrée.',
  'live.fresh.standby':
    'Aucune tempête n’est en cours. Les heures données ici, s’il y en a, sont celles de la dernière.',
  'live.fresh.off_season': 'C’est hors saison : aucune déneigeuse n’est attendue, et aucune ne donne sa position.',
  'live.fresh.none':
    'Aucune information en direct pour le moment. L’absence de données ne veut pas dire « pas déneigé ».',
  'live.fresh.paused': 'Mis en pause {time} : rien ne bouge ici avant la reprise.',
  'live.fresh.differ':
    'Les rues de la Ville ont changé depuis que cette page a été faite. D’ici sa prochaine version, les textes simples donnent les heures les plus récentes.',
  'live.reporting': {
    one: '{count} véhicule sur {of} donne sa position. L’absence de données ne veut pas dire « pas déneigé ».',
    other: '{count} véhicules sur {of} donnent leur position. L’absence de données ne veut pas dire « pas déneigé ».',
  },
  'live.pause': 'Pause',
  'live.resume': 'Reprendre',

  'live.service.plow': 'Déneigement',
  'live.service.salt': 'Épandage de sel',
  'live.service.sand': 'Épandage d’abrasif',
  'live.service.cut_back': 'Élargissement',
  'live.service.snow_removal': 'Enlèvement de la neige',
  'live.service.laneway': 'Déneigement de la ruelle',
  'live.service.sidewalk': 'Trottoir',
  'live.service.bus_stop': 'Arrêts d’autobus',

  'live.done.plow': 'Rue déneigée {time}, {ago}.',
  'live.done.salt': 'Sel épandu {time}, {ago}.',
  'live.done.sand': 'Abrasif épandu {time}, {ago}.',
  'live.done.cut_back': 'Rue élargie {time}, {ago}.',
  'live.done.snow_removal': 'Neige enlevée {time}, {ago}.',
  'live.done.laneway': 'Ruelle déneigée {time}, {ago}.',
  'live.done.sidewalk': 'Trottoir déneigé {time}, {ago}.',
  'live.done.bus_stop': 'Arrêt d’autobus déneigé {time}, {ago}.',
  'live.likely.plow': 'Rue probablement déneigée {time}, {ago}.',
  'live.likely.salt': 'Sel probablement épandu {time}, {ago}.',
  'live.likely.sand': 'Abrasif probablement épandu {time}, {ago}.',
  'live.likely.cut_back': 'Rue probablement élargie {time}, {ago}.',
  'live.likely.snow_removal': 'Neige probablement enlevée {time}, {ago}.',
  'live.likely.laneway': 'Ruelle probablement déneigée {time}, {ago}.',
  'live.likely.sidewalk': 'Trottoir probablement déneigé {time}, {ago}.',
  'live.likely.bus_stop': 'Arrêt d’autobus probablement déneigé {time}, {ago}.',
  'live.drove.plow': 'Une déneigeuse est passée dans cette rue {time}, {ago}. On ignore si sa lame était baissée.',
  'live.drove.salt': 'Épandage de sel : un véhicule est passé dans cette rue {time}, {ago}. On ignore s’il épandait.',
  'live.drove.sand':
    'Épandage d’abrasif : un véhicule est passé dans cette rue {time}, {ago}. On ignore s’il épandait.',
  'live.drove.cut_back':
    'Élargissement : une déneigeuse est passée dans cette rue {time}, {ago}. On ignore si son aile était sortie.',
  'live.drove.snow_removal':
    'Enlèvement de la neige : un véhicule est passé dans cette rue {time}, {ago}. On ignore s’il enlevait de la neige.',
  'live.drove.laneway':
    'Une déneigeuse est passée dans cette ruelle {time}, {ago}. On ignore si sa lame était baissée.',
  'live.drove.sidewalk': 'Trottoir : un engin est passé {time}, {ago}. On ignore s’il déneigeait.',
  'live.drove.bus_stop': 'Arrêts d’autobus : un engin est passé {time}, {ago}. On ignore s’il déneigeait.',
  'live.said.blocked': '{service} : signalé bloqué {time}, {ago}, par l’équipe.',
  'live.said.skipped': '{service} : signalé sauté {time}, {ago}, par l’équipe.',
  'live.said.inspected': '{service} : inspecté {time}, {ago}, par la supervision.',
  'live.none':
    '{service} : aucun passage vu depuis le début de la tempête, {time}. L’absence de données ne veut pas dire « pas déneigé ».',
  'live.cell.none': 'Aucun passage vu depuis le début de la tempête.',
  'live.cell.hidden': 'Masqué pour l’instant sur ordre de la répartition.',
  'live.hidden': '{service} : masqué pour l’instant sur ordre de la répartition, ce qui ne veut pas dire « pas fait ».',
  'live.sure.A': 'Vu clairement.',
  'live.sure.B': 'Vu, avec un léger doute.',
  'live.sure.C': 'Pas certain : les positions pourraient aussi être celles d’une autre rue ou voie.',
  'live.next': 'L’heure du prochain passage n’est pas connue, et aucune n’est inventée ici.',

  'live.at_time': 'à {time}',
  'live.at_day_time': 'le {day} à {time}',
  'live.about_time': 'vers {time}',
  'live.about_day_time': 'le {day} vers {time}',
  'live.just_now': 'à l’instant',
  'live.minutes_ago': { one: 'il y a environ {count} minute', other: 'il y a environ {count} minutes' },
  'live.hours_ago': { one: 'il y a environ {count} heure', other: 'il y a environ {count} heures' },
  'live.days_ago': { one: 'il y a environ {count} jour', other: 'il y a environ {count} jours' },

  'live.parts': '{service} : {parts}.',
  'live.part.done': {
    one: '{count} tronçon sur {total} fait {time}',
    other: '{count} tronçons sur {total} faits, le dernier {time}',
  },
  'live.part.likely': {
    one: '{count} sur {total} probablement fait {time}',
    other: '{count} sur {total} probablement faits, le dernier {time}',
  },
  'live.part.drove': {
    one: '{count} sur {total} parcouru par un véhicule sans capteur {time}',
    other: '{count} sur {total} parcourus par un véhicule sans capteur, le dernier {time}',
  },
  'live.part.blocked': {
    one: '{count} sur {total} signalé bloqué {time}',
    other: '{count} sur {total} signalés bloqués, le dernier {time}',
  },
  'live.part.skipped': {
    one: '{count} sur {total} signalé sauté {time}',
    other: '{count} sur {total} signalés sautés, le dernier {time}',
  },
  'live.part.inspected': {
    one: '{count} sur {total} inspecté {time}',
    other: '{count} sur {total} inspectés, le dernier {time}',
  },
  'live.part.none': {
    one: '{count} sur {total} sans passage vu depuis le début de la tempête',
    other: '{count} sur {total} sans passage vu depuis le début de la tempête',
  },
  'live.part.hidden': {
    one: '{count} sur {total} masqué sur ordre de la répartition',
    other: '{count} sur {total} masqués sur ordre de la répartition',
  },

  'live.standards': 'La norme',
  'live.standards_none': 'La liste de la Ville n’a pas de norme pour cette classe de rue.',
  'live.standard': '{service} : dans un délai de {hours} après la fin de la chute de neige, ou selon la décision.',
  'live.standard_of':
    '{service} ({class}) : dans un délai de {hours} après la fin de la chute de neige, ou selon la décision.',
  'live.standard_link': 'Décision du conseil, en vigueur depuis le {day}',
  'live.hours': { one: '{count} heure', other: '{count} heures' },

  'live.class.highway': 'autoroute',
  'live.class.arterial': 'artère',
  'live.class.collector': 'collectrice',
  'live.class.local': 'rue locale',
  'live.class.laneway': 'ruelle',
  'live.class.path': 'sentier',

  'live.areas_title': 'Les rues, par secteur',
  'live.areas_caption': 'Secteurs, leurs rues et les heures les plus récentes',
  'live.area_sentence': {
    one: '{count} tronçon sur {total} desservi, pour autant qu’on sache, {time}.',
    other: '{count} tronçons sur {total} desservis, pour autant qu’on sache, le dernier {time}.',
  },
  'live.area_column': 'Secteur',
  'live.streets_column': 'Rues',
  'live.street_column': 'Rue',
  'live.block_column': 'Tronçon',
  'live.numbers_column': 'Numéros',
  'live.class_column': 'Classe',
  'live.times_column': 'Dernier passage',
  'live.times_none': 'inconnu',
  'live.times_none_now': 'Aucune heure n’est connue en ce moment.',
  'live.area_title': 'Rues : {area}',
  'live.area_description': 'Rues : {area}, {city}. Le dernier passage de cette tempête dans chacune.',
  'live.area_lead': {
    one: '{count} rue, avec son heure la plus récente.',
    other: '{count} rues, avec l’heure la plus récente de chacune.',
  },
  'live.no_area': 'Hors de tout secteur',
  'live.street_description': '{street}, {city} : le dernier passage de cette tempête, la classe de la rue et sa norme.',
  'live.street_lead': { one: '{count} tronçon ({classes}).', other: '{count} tronçons ({classes}).' },
  'live.blocks_title': 'Tronçon par tronçon',
  'live.blocks_caption': 'Tronçons : {street}',
  'live.in_areas': 'Rues du même secteur',
  'live.back': 'Chercher une autre rue',
  'live.privacy':
    'Les positions sont montrées avec un retard, sans nom, et jamais près d’un dépôt ou d’un véhicule arrêté. Les positions brutes ne sont pas publiées.',

  'live.map_title': 'La carte',
  'live.map_sentence': 'La carte dit ce que disent les tableaux, avec les véhicules. Elle charge un demi-mégaoctet.',
  'live.map_show': 'Montrer la carte',
  'live.map_loading': 'La carte se charge…',
  'live.map_failed': 'Ce navigateur ne peut dessiner la carte. Les tableaux plus bas disent la même chose.',
  'live.map_label': 'Carte des rues selon l’âge du dernier passage. Les tableaux plus bas disent la même chose.',
  'live.map_zoom_in': 'Agrandir',
  'live.map_zoom_out': 'Réduire',
  'live.map_service': 'Couleur des rues selon',
  'live.map_chosen': '{street}. {sentences}',
  'live.map_unnamed': 'Une rue sans nom',
  'live.map_point': 'Touchez une rue pour lire ce qu’on en sait.',
  'live.map_keys': 'Quand la carte est active, les flèches la déplacent, + et − l’agrandissent et la réduisent.',
  'live.map_fingers': 'Deux doigts déplacent la carte',
  'live.map_wheel': '{key} et la molette agrandissent ou réduisent la carte',
  'live.legend': 'Ce que veulent dire les couleurs',
  'live.legend.under_2': 'il y a moins de 2 heures',
  'live.legend.under_6': 'il y a 2 à 6 heures',
  'live.legend.under_12': 'il y a 6 à 12 heures',
  'live.legend.under_24': 'il y a 12 à 24 heures',
  'live.legend.over_24': 'il y a plus de 24 heures',
  'live.legend.none': 'pas depuis le début de la tempête, pour autant qu’on sache',
  'live.legend.likely': 'hachuré : probable seulement',
  'live.legend.vehicle': 'véhicule, tel qu’il y a quelques minutes',
  'live.vehicles': { one: '{count} véhicule sur la carte.', other: '{count} véhicules sur la carte.' },
};
