/** Every sentence of the site in French (Canada). The keys, and the notes for the translator, are those of English. */

import type { Dictionary } from './dictionary.ts';
import { liveFr } from './live-fr.ts';
import { measuresFr } from './measures-fr.ts';
import { sentencesFr } from './sentences-fr.ts';
import { serviceShortFr } from './service-short-fr.ts';
import { understandingFr } from './understanding-fr.ts';

export const fr: Dictionary = {
  ...liveFr,
  ...measuresFr,
  ...sentencesFr,
  ...serviceShortFr,
  ...understandingFr,
  'site.name': 'Demandes et résultats',
  'site.skip': 'Passer au contenu',
  'site.demo': 'Démonstration',
  'site.demo_sentence':
    '{city} est une ville inventée. Ses lieux, ses résidents et leurs demandes sont inventés aussi.',
  'site.nav': 'Pages',
  'site.language': 'Langue',
  'site.language_name': 'Français',

  'nav.overview': 'Aperçu',
  'nav.services': 'Services',
  'nav.areas': 'Secteurs',
  'nav.live': 'Déneigeuses',
  'nav.methods': 'Méthodes',
  'nav.data': 'Données',
  'nav.about': 'Confidentialité et accessibilité',
  'nav.breadcrumb': 'Vous êtes ici',

  'late.sentence':
    'La mise à jour prévue le {expected} n’est pas venue. Ces chiffres, en date du {asOf}, sont plus anciens que promis.',

  'footer.freshness': 'Fraîcheur des données',
  'footer.as_of': 'Données en date du',
  'footer.built_at': 'Site produit le',
  'footer.next_expected': 'Mise à jour prévue le',
  'footer.steward': 'Responsable des données : {steward}, {publisher}.',
  'footer.report_error': 'Signaler une erreur dans un chiffre',
  'footer.report_subject': 'Une erreur dans un chiffre : {title}',
  'footer.city_site': 'Site Web : {publisher}',

  'root.title': '{city} : demandes et résultats',
  'root.description': 'Ce que les résidents ont demandé ({city}), si cela a été fait, et en combien de temps.',

  'not_found.title': 'Il n’y a pas de page à cette adresse',
  'not_found.description': 'Il n’y a pas de page à cette adresse.',
  'not_found.sentence':
    'Elle a peut-être été déplacée, ou l’adresse contient une faute de frappe. Ces pages mènent à toutes les autres :',

  'overview.title': 'Ce que les résidents ont demandé, et ce qu’il en est advenu',
  'overview.description':
    'Demandes ({city}, {month}) : combien, combien ont été réalisées, en combien de temps, et ce qui attend encore.',
  'overview.lead': '{city} : les demandes des résidents, comptées chaque nuit.',
  'overview.glance': 'Les chiffres, chacun pour son plus récent mois complet',
  'overview.asked': 'Ce que les résidents ont demandé',
  'overview.done': 'Est-ce que cela a été fait?',
  'overview.long': 'En combien de temps?',
  'overview.waiting': 'Ce qui attend encore',
  'overview.areas': 'À travers la ville',
  'overview.further': 'Pour aller plus loin',
  'overview.top_sentence': {
    one: 'Le service le plus demandé {period} : {first}.',
    other: 'Les {count} services les plus demandés {period}; au premier rang : {first}.',
  },
  'overview.top_even': {
    one: 'Le service le plus demandé {period}.',
    other: '{count} des services les plus demandés {period}.',
  },
  'overview.all_services': {
    one: 'Le seul service, avec ses délais et sa cible',
    other: 'Les {count} services, chacun avec ses délais et sa cible',
  },
  'overview.all_live': 'Le dernier déneigement de chaque rue',
  'overview.all_areas': { one: 'Le seul secteur de la ville', other: 'Les {count} secteurs de la ville' },
  'overview.all_methods': 'Comment chaque chiffre est produit',
  'overview.all_data': 'Tous les chiffres, à télécharger',
  'overview.no_closing':
    'Les fiches de la ville ne disent pas si une demande a été fermée, ni quand. Ces pages disent donc combien a été demandé, mais ne peuvent dire si le travail a été fait ni en combien de temps.',
  'overview.first_year':
    'Les données ne couvrent pas douze mois complets de suite; voici donc les chiffres d’un seul : {month}, le dernier mois complet. Une part réalisée peut porter sur un mois antérieur.',
  'overview.no_month':
    'Les données ne couvrent pas encore un mois complet : il n’y a rien à comparer. Les chiffres commenceront avec le premier.',

  'scope.counted':
    'Les chiffres de la ville et des secteurs comptent les services des niveaux A et B : les biens publics et ce qui se trouve près d’un domicile. Les services du niveau C, qui touchent une personne ou une propriété, ont leurs propres pages et n’entrent dans aucun total. Les parts et les délais laissent de côté les commentaires, les demandes de renseignements, les doublons, les demandes annulées ou non valides et celles qui ne relèvent pas de la ville : ils portent donc sur moins de demandes qu’il n’en a été reçu.',
  'scope.tier_c': {
    one: 'En {month}, les services du niveau C dont le mois peut être publié ({services}) ajoutent {count} demande.',
    other: 'En {month}, les services du niveau C dont le mois peut être publié ({services}) ajoutent {count} demandes.',
  },
  'scope.tier_c_none': 'Aucun service du niveau C n’a de chiffre mensuel publiable pour {month}.',
  'scope.tier_c_held': {
    one: 'Un autre service n’est publié que par année, ou est retenu parce que ses demandes sont trop peu nombreuses.',
    other:
      '{count} autres services ne sont publiés que par année, ou sont retenus parce que leurs demandes sont trop peu nombreuses.',
  },

  'figure.requests_received': 'Demandes reçues',
  'figure.fulfilment_rate': 'Réalisées dans les {days} jours',
  'figure.on_time_rate': 'Traitées à temps',
  'figure.closed_within_7_days': 'Traitées en 7 jours ou moins',
  'figure.open_requests': 'Ouvertes à la fin du mois',

  'figure.detail': '{range}, sur {n}, fin {month}',
  'figure.detail_month': '{range}, sur {n}, en {month}',
  'figure.key_note':
    'Chiffres obtenus {period}; sous chaque part ou délai, son intervalle à 95 % et le nombre de demandes sur lequel il porte.',

  'card.table': 'Tableau',
  'card.download': 'Télécharger',
  'card.about': 'À propos',
  'card.about_link': 'Comment est produit l’indicateur « {measure} »',
  'card.as_of': 'Données en date du {moment}',
  'card.download_sentence': 'Ce chiffre et tous les autres, dans le jeu de données « {dataset} » :',
  'card.short_history':
    'La bande des années précédentes n’est pas tracée : il faut le même mois d’au moins {years} années antérieures, et les données commencent en {month}.',
  'card.begin_open':
    'Les fiches commencent le {day}. Ce qui avait été demandé avant et restait ouvert n’y est pas : les premiers mois montrent moins de demandes ouvertes, et des attentes plus courtes, qu’il n’y en avait.',
  'card.begin_due':
    'Les fiches commencent le {day}. Les premiers mois, seules les demandes à courte échéance pouvaient arriver à terme : ces mois ne ressemblent pas aux suivants.',
  'card.monthly_too_few':
    'Trop peu de mois peuvent être publiés pour tracer une courbe; le tableau donne ce qui existe.',

  'chart.band': 'De la plus basse à la plus haute valeur, même mois d’au plus cinq années antérieures',
  'chart.band_median': 'Médiane de ces années',
  'chart.provisional': 'Provisoire : le chiffre bougera encore',
  'chart.unfinished': 'Mois incomplet',
  'chart.events': 'Tempêtes, grèves et pannes',
  'chart.city': 'Ensemble de la ville : {value}',
  'chart.interval': 'Intervalle à 95 %',
  'chart.median': 'La moitié',
  'chart.p90': 'Neuf sur dix',
  'chart.open': 'Ouvertes',
  'chart.overdue': 'En retard',
  'chart.within': { one: '{count} jour', other: '{count} jours' },
  'chart.map': '{city} : carte des secteurs.',
  'chart.map_one': '{city} : carte où est mis en évidence le secteur {area}.',

  'table.month': 'Mois',
  'table.year': 'Année',
  'table.period': 'Période',
  'table.value': 'Valeur',
  'table.n': 'Sur',
  'table.interval': 'Intervalle à 95 %',
  'table.earlier': 'Années antérieures',
  'table.numerator': 'Numérateur',
  'table.denominator': 'Dénominateur',
  'table.status': 'État',
  'table.twelve_months': 'Douze mois se terminant en {month}',
  'table.note': 'Note',
  'table.service': 'Service',
  'table.area': 'Secteur',
  'table.p90_days': 'Neuf sur dix en (jours)',
  'table.requests': 'Demandes',
  'table.not_published': 'retenu',
  'table.by_year': 'publié par année seulement',
  'table.none': 'aucune',
  'table.fulfilled': 'Réalisées',
  'table.on_time': 'À temps',
  'table.median': 'La moitié en',
  'table.median_days': 'La moitié en (jours)',
  'table.p90': 'Neuf sur dix en',
  'table.open_end': 'Ouvertes',
  'table.tier': 'Niveau',
  'table.share': 'Part',
  'table.no_requests': 'aucune demande',
  'table.range': 'de {low} à {high}',
  'table.scroll': 'Tableau : {caption}',
  'table.monthly_caption': '{measure}, par mois',
  'table.yearly_caption': '{measure}, par année',

  'times.days_kicker': 'Jours avant le traitement',
  'times.within_kicker': 'Part traitée, selon le nombre de jours',
  'waiting.kicker': 'Ouvertes et en retard, à la fin de chaque mois',

  'status.final': 'définitif',
  'status.provisional': 'provisoire',
  'status.unfinished': 'mois incomplet',

  'missing.no_data': 'la source ne le dit pas',
  'missing.suppressed': 'retenu par confidentialité',
  'missing.no_target': 'sans cible',
  'missing.not_due': 'pas encore échu',
  'missing.no_time': 'des dates, sans heures',
  'missing.unmapped': 'trop d’issues inconnues',
  'missing.too_few': 'moins de 10 demandes',
  'missing.not_reached': 'pas encore atteint',
  'missing.no_data.definition':
    'Le système de la ville n’enregistre, pour aucune demande, ce dont le chiffre a besoin.',
  'missing.suppressed.definition':
    'Le service touche des personnes ou des propriétés (niveau C), et la case compte moins de 10 demandes, ou aucune.',
  'missing.no_target.definition': 'La ville n’a fixé de cible pour aucune demande de la case.',
  'missing.not_due.definition':
    'Les demandes n’ont pas encore eu tout leur temps. La part paraît lorsque la dernière l’a eu.',
  'missing.no_time.definition': 'Chaque demande de la case a une date, mais pas d’heure.',
  'missing.unmapped.definition': 'Plus de 5 % des demandes ont été fermées avec un code que la ville n’a pas expliqué.',
  'missing.too_few.definition':
    'Une part ou un délai tiré de moins de 10 demandes en dit plus sur le hasard que sur le service.',
  'missing.not_reached.definition':
    'Trop peu de demandes ont été traitées pour le dire : les autres sont encore ouvertes, ou ont été transmises, et la moitié, ou les neuf dixièmes, n’est pas atteinte.',

  'services.title': 'Services',
  'services.description': 'Tous les services ({city}) : demandes reçues, réalisées, traitées à temps, et délais.',
  'services.lead': {
    one: '{count} service et ses chiffres obtenus {period}.',
    other: '{count} services et leurs chiffres obtenus {period}.',
  },
  'services.fulfilment_note':
    'La part des demandes réalisées porte sur les demandes reçues {period}, les plus récentes qui ont toutes eu {days} jours.',
  'services.dash_note':
    'Un tiret marque ce qui n’est pas dit : les services du niveau C ne publient ni part traitée à temps, ni demandes ouvertes, ni chiffre portant sur douze mois dont l’un est retenu.',
  'services.groups': 'Groupes de services',

  'service.description':
    '{service} ({city}) : combien de demandes, combien ont été réalisées et à temps, et en combien de temps.',
  'service.report': 'Faire une demande sur le portail de la ville',
  'service.no_requests': 'Aucune demande pour ce service n’a été publiée.',
  'service.nothing_to_do':
    'Ce sont des commentaires ou des renseignements : aucun travail n’est demandé; il n’y a donc ni part réalisée, ni délai, ni demande ouverte.',
  'service.volume': 'Combien de demandes?',
  'service.done': 'Sont-elles réalisées?',
  'service.long': 'En combien de temps?',
  'service.waiting': 'Ce qui attend encore',
  'service.target': 'La cible',
  'service.target_by_request':
    'La ville ne donne pas de cible à ce service. Son système fixe une échéance à des demandes; la part traitée à temps est celle des demandes qui en ont une.',
  'service.target_none': 'La ville n’a pas fixé de cible pour ce service : il n’a donc pas de part traitée à temps.',
  'service.target_now': 'La ville vise à traiter chaque demande en {target} ou moins.',
  'service.business_days':
    'Les jours ouvrables vont du lundi au vendredi, sauf les jours où les bureaux de la ville sont fermés.',
  'service.holidays': 'Les jours de fermeture',
  'service.target_history': 'Cibles de ce service',
  'service.target_from': 'Demandes reçues à partir du',
  'service.target_value': 'Cible',
  'service.target_owner': 'Fixée par',
  'service.tier_c_title': 'Pourquoi si peu est publié',
  'service.tier_c':
    'Ce service touche une personne ou une propriété (niveau C). Aucune demande n’est publiée séparément, et le service n’entre dans aucun total de la ville ou d’un secteur. Les mois ou les années de moins de 10 demandes, ou sans aucune, sont retenus.',
  'service.tier_c_year':
    'Les mois d’une année ne sont présentés que si chaque mois de l’année précédente comptait au moins 10 demandes. Ce n’est pas le cas ici : seules les années complètes sont présentées.',
  'service.years': 'Par année',
  'service.years_sentence': 'Ce qui peut être publié de ce service, année par année.',
  'target.hours': { one: '{count} heure', other: '{count} heures' },
  'target.days': { one: '{count} jour', other: '{count} jours' },
  'target.business_days': { one: '{count} jour ouvrable', other: '{count} jours ouvrables' },

  'areas.title': 'Secteurs de la ville',
  'areas.description':
    'Les demandes dans chaque secteur ({city}) : si elles ont été réalisées, et en combien de temps.',
  'areas.lead': 'Chaque secteur à côté du taux de la ville, dans l’ordre où la ville les énumère.',
  'areas.caution':
    'Plus de demandes ne veut pas dire un moins bon service. Il y a peut-être plus de résidents, des rues plus anciennes, ou des gens qui savent comment demander. Les secteurs ne demandent pas non plus les mêmes choses, et certaines prennent plus de temps partout. Ils ne sont pas classés : là où un intervalle croise la ligne de la ville, l’écart peut être dû au hasard.',
  'areas.table_title': 'Les secteurs en chiffres',
  'areas.table_caption': 'Secteurs, {period}',
  'areas.measure_caption': '{measure}, {period}',
  'areas.dots_title': 'À côté du taux de la ville',
  'areas.dots_sentence': {
    one: '{measure} : l’intervalle de {count} secteur sur {areas} est entièrement d’un seul côté du taux de la ville ({value}).',
    other:
      '{measure} : les intervalles de {count} secteurs sur {areas} sont entièrement d’un seul côté du taux de la ville ({value}).',
  },
  'areas.dots_none': '{measure} : aucun secteur n’a un intervalle qui exclut le taux de la ville ({value}).',
  'areas.no_rates':
    'Aucun secteur n’est mis à côté de la ville : les taux de la ville {period} ne peuvent pas être publiés, car {reason}.',
  'areas.map_title': 'Où ils sont',
  'areas.unknown': 'Lieu manquant ou retenu',

  'area.description':
    'Demandes dans le secteur {area} ({city}) : combien, combien ont été réalisées et à temps, et en combien de temps.',
  'area.residents': '{count} résidents ({year}).',
  'area.validity': 'Les limites de ce secteur sont en vigueur depuis le {day}.',
  'area.ended': 'Le dernier jour de ce secteur est le {day} ; les demandes faites ensuite appartiennent à d’autres.',
  'area.no_requests': 'Aucune demande dans ce secteur n’a été publiée.',

  'methods.title': 'Comment les chiffres sont produits',
  'methods.description':
    'Comment chaque chiffre de ce site est défini, quand il est définitif, et pourquoi un chiffre peut manquer.',
  'methods.lead':
    'Chaque chiffre est produit de la même façon chaque nuit, selon les règles énoncées ici, et chacun peut le télécharger.',
  'methods.measures': 'Les indicateurs',
  'methods.missing_title': 'Pourquoi un chiffre manque',
  'methods.missing_caption': 'Motifs d’un chiffre manquant',
  'methods.reason': 'Dans les pages',
  'methods.code': 'Dans les fichiers',
  'methods.meaning': 'Ce que cela veut dire',
  'methods.tiers_title': 'Ce qui est publié : trois niveaux',
  'methods.outcomes_title': 'Ce qu’il est advenu d’une demande',
  'methods.outcomes_caption': 'Issues d’une demande',
  'methods.outcome': 'Issue',

  'outcome.open': 'ouverte',
  'outcome.fulfilled': 'réalisée',
  'outcome.no_action': 'rien à faire',
  'outcome.handed_on': 'transmise',
  'outcome.referred': 'dirigée ailleurs',
  'outcome.duplicate': 'doublon',
  'outcome.cancelled': 'annulée',
  'outcome.invalid': 'non valide',
  'outcome.unmapped': 'inexpliquée',
  'outcome.open.definition': 'Pas encore fermée.',
  'outcome.fulfilled.definition': 'Le travail a été fait. Elle compte comme réalisée et comme traitée.',
  'outcome.no_action.definition': 'Quelqu’un a vérifié, et il n’y avait rien à faire. Elle compte comme traitée.',
  'outcome.handed_on.definition':
    'Fermée dans le système des demandes alors que le travail se poursuit ailleurs à la ville. Elle ne compte jamais comme faite.',
  'outcome.referred.definition': 'Ne relève pas de la ville. Exclue des taux et des délais.',
  'outcome.duplicate.definition': 'La même chose avait déjà été signalée. Exclue des taux et des délais.',
  'outcome.cancelled.definition': 'Retirée par la personne qui l’a faite. Exclue des taux et des délais.',
  'outcome.invalid.definition': 'Personne ne pouvait y donner suite. Exclue des taux et des délais.',
  'outcome.unmapped.definition':
    'Fermée avec un code que la ville n’a pas expliqué. Elle ne compte jamais comme faite.',

  'outcomes.kicker': 'Ce qu’elles sont devenues',
  'outcomes.caption': 'Demandes reçues {period}, selon ce que l’on en sait aujourd’hui',
  'outcomes.note':
    'Chaque demande a une seule issue. Celles qui l’excluent des parts et des délais sont montrées ici tout de même.',

  'tier.A': 'A, un bien public',
  'tier.B': 'B, près d’un domicile',
  'tier.C': 'C, une personne ou une propriété',
  'tier.caption': 'Ce qui est publié à chaque niveau',
  'tier.records': 'Fiches',
  'tier.figures': 'Chiffres',
  'tier.A.records':
    'Chaque demande, avec son secteur et au plus l’intersection la plus proche, et l’heure sans les minutes.',
  'tier.B.records': 'Chaque demande, avec le secteur seulement et des dates seulement.',
  'tier.C.records': 'Aucune.',
  'tier.A.figures': 'Tous, dans chaque total.',
  'tier.B.figures': 'Tous, dans chaque total.',
  'tier.C.figures': 'Pour l’ensemble de la ville et par service seulement, à partir de 10 demandes; dans aucun total.',

  'data.title': 'Données à télécharger',
  'data.description':
    'Tous les chiffres de ce site en CSV, Arrow et Parquet, avec leur dictionnaire, leur licence et la façon de les citer.',
  'data.lead':
    'Chaque chiffre de ce site provient de ces fichiers. Les lignes et les valeurs sont les mêmes dans chaque format.',
  'data.files': 'Jeux de données',
  'data.rows': { one: '{count} ligne', other: '{count} lignes' },
  'data.dictionary': 'Dictionnaire de « {dataset} »',
  'data.formats':
    'Le CSV s’ouvre dans tout tableur. Arrow et Parquet conservent les types et sont faits pour les programmes.',
  'data.manifest': 'Le manifeste énumère chaque fichier avec sa taille et sa somme SHA-256 :',
  'data.cite_title': 'Comment citer',
  'data.cite': '{publisher}, « {site} », données en date du {moment}, version {release}, {url}',
  'data.licence_title': 'Licence',
  'data.licence_sentence': 'Ces données ({publisher}) sont publiées sous la licence suivante :',
  'data.identify_title': 'N’essayez pas d’identifier des personnes',
  'data.identify':
    'Les fiches sont dépersonnalisées : elles ne contiennent ni nom, ni coordonnées, ni texte libre, ni lieu exact. N’essayez pas de découvrir qui a fait une demande, et ne les croisez pas avec d’autres fichiers à cette fin. Si vous croyez qu’une fiche désigne une personne, dites-le au responsable des données, et elle sera examinée.',
  'data.quality_title': 'Ce qui a été constaté en chemin',
  'data.quality_sentence':
    'Le nombre de fiches touchées par chaque règle, la nuit de cette version, dont les données vont jusqu’au {day}.',
  'data.quality_durations':
    'Fermées avant d’avoir été demandées : {before}. Fermées sans moment de fermeture : {without}. Leur issue compte; leur durée n’entre dans aucun chiffre de délai.',
  'data.quality_withheld':
    'Les demandes de niveau C, au sujet d’une personne ou d’une propriété, ne sont pas comptées ici : à côté des chiffres publiés, leur nombre pourrait révéler ce qui est retenu. Seules les fiches rejetées ou remplacées sont comptées quel que soit leur service.',
  'data.quality_history': 'L’évolution de ces nombres d’une nuit à l’autre',
  'data.nights_title': 'Nuit après nuit',
  'data.nights_sentence': {
    one: 'La première nuit conservée est celle du {day}. Dès la prochaine, les nuits figureront ici côte à côte.',
    other:
      'Les {count} dernières nuits publiées, de la plus récente à la plus ancienne, chacune désignée par le dernier jour de ses données. Un nombre qui fait un bond signale un changement dans un rapport de la source ou dans une liste de la ville.',
  },
  'data.nights_caption': 'Fiches par nuit et par motif',
  'data.night': 'Nuit du',
  'data.quality_caption': 'Fiches par motif',
  'data.reason': 'Motif',
  'data.records': 'Fiches',
  'data.warnings_title': 'Avant de les utiliser',

  'dataset.title': 'Jeu de données : {dataset}',
  'dataset.description':
    '{dataset} : chaque colonne avec son type et ce qu’elle veut dire, et les fichiers à télécharger.',
  'dataset.columns': 'Colonnes',
  'dataset.columns_caption': 'Colonnes de « {dataset} »',
  'dataset.column': 'Colonne',
  'dataset.column_title': 'Titre',
  'dataset.type': 'Type',
  'dataset.meaning': 'Ce que cela veut dire',
  'dataset.values': 'Valeurs : {values}',
  'dataset.unit': 'Unité : {unit}',
  'dataset.unit.day': 'jour de 24 heures',
  'dataset.unit.degree': 'degré',
  'dataset.files': 'Fichiers',
  'dataset.sorted': 'Les lignes sont triées selon {columns}.',
  'dataset.type.code': 'code',
  'dataset.type.text': 'texte',
  'dataset.type.timestamp': 'instant, UTC',
  'dataset.type.date': 'date locale',
  'dataset.type.number': 'nombre',
  'dataset.type.integer': 'nombre entier',
  'dataset.type.boolean': 'vrai ou faux',

  'quality.published_tier_a': 'Publiées, niveau A',
  'quality.published_tier_b': 'Publiées, niveau B',
  'quality.rejected_no_requested_at': 'Rejetées : pas de date de demande utilisable',
  'quality.rejected_no_id': 'Rejetées : pas d’identifiant',
  'quality.superseded': 'Remplacées par une version plus récente de la même fiche',
  'quality.unmapped_outcome': 'Code de fermeture que la ville n’a pas expliqué',
  'quality.unmapped_channel': 'Canal qu’aucune liste de la ville ne nomme',
  'quality.unknown_area': 'Lieu manquant ou retenu',
  'quality.overruled_area': 'Le point se trouve dans un autre secteur que celui qui est inscrit : le point l’emporte',
  'quality.moved_target': 'Échéance déplacée par le système de la ville : la première vue compte',
  'quality.closed_before_requested': 'Fermées avant d’avoir été demandées : leur durée n’est pas utilisée',
  'quality.closed_without_time': 'Fermées sans moment de fermeture',

  'quality_short.published_tier_a': 'Publiées, niveau A',
  'quality_short.published_tier_b': 'Publiées, niveau B',
  'quality_short.rejected_no_requested_at': 'Rejetées : sans date',
  'quality_short.rejected_no_id': 'Rejetées : sans identifiant',
  'quality_short.superseded': 'Remplacées',
  'quality_short.unmapped_outcome': 'Code inexpliqué',
  'quality_short.unmapped_channel': 'Canal hors liste',
  'quality_short.unknown_area': 'Lieu manquant',
  'quality_short.overruled_area': 'Autre secteur selon le point',
  'quality_short.moved_target': 'Échéance déplacée',
  'quality_short.closed_before_requested': 'Fermées trop tôt',
  'quality_short.closed_without_time': 'Fermées sans moment',

  'warning.unmapped_outcome': {
    one: '{count} fiche a été fermée avec un code que la ville n’a pas expliqué. Elle ne compte jamais comme faite.',
    other:
      '{count} fiches ont été fermées avec un code que la ville n’a pas expliqué. Elles ne comptent jamais comme faites.',
  },
  'warning.unmapped_channel': {
    one: '{count} fiche est arrivée par un canal qu’aucune liste de la ville ne nomme.',
    other: '{count} fiches sont arrivées par un canal qu’aucune liste de la ville ne nomme.',
  },
  'warning.other': 'Une vérification a constaté quelque chose que les lecteurs devraient savoir ({code} : {count}).',

  'about.title': 'Confidentialité et accessibilité',
  'about.description': 'Ce que ce site sait des gens (rien), et comment l’utiliser avec des technologies d’assistance.',

  'about.contact': '{steward}, {publisher} :',

  'size.kilobytes': '{size} ko',
  'size.megabytes': '{size} Mo',
  /** A time that rounds to no day at all, in « traitées en {value} ou moins ». */
  'days.none': 'un jour',
  'days.hours': { one: '{value} heure', other: '{value} heures' },
  'days.value': { one: '{value} jour', other: '{value} jours' },
};
