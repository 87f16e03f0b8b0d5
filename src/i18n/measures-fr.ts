/** What each measure is, in French. */

import type { DictionaryLike } from './dictionary.ts';
import type { measuresEn } from './measures-en.ts';

export const measuresFr: DictionaryLike<typeof measuresEn> = {
  'measure.description': '{measure} : sa définition, quand il est définitif, et ce qu’il laisse de côté.',
  'measure.counted_title': 'Ce qui est compté',
  'measure.final_title': 'Quand le chiffre est définitif',
  'measure.fraction_title': 'Numérateur et dénominateur',
  'measure.caution_title': 'À savoir',
  'measure.now_title': 'Les chiffres les plus récents',
  'measure.now_caption': '{measure}, ensemble de la ville',
  'measure.code': 'Dans les fichiers, cet indicateur s’appelle {id}.',
  'measure.query_title': 'La requête',
  'measure.query_lead':
    'Rien n’est calculé à la main. Cette requête a produit l’indicateur la nuit dernière, pour chaque tranche et chaque période.',
  // {command} est ce qu’il faut taper; les autres sont des liens vers des fichiers.
  'measure.query_run':
    'Pour recalculer tous les chiffres, placez {script}, les fiches ({requests}, {services}, {areas}) et les chiffres ({figures}) dans un même dossier et lancez-y {command}, avec DuckDB. Tout chiffre qui diffère est nommé : il n’y en a aucun.',
  'measure.query_before': 'Ce qu’elle lit est produit par ces requêtes, avant elle :',
  'measure.unit.count': 'Un nombre de demandes.',
  'measure.unit.share': 'Une part des demandes.',
  'measure.unit.days': 'Un nombre de jours de 24 heures.',
  'measure.unit.per_1000': 'Un nombre de demandes pour 1 000 habitants.',

  'measure.requests_received.title': 'Demandes reçues',
  'measure.requests_received.definition': 'Le nombre de demandes que la ville a reçues pendant la période.',
  'measure.requests_received.counted':
    'Toute demande dont la date locale de réception est dans la période, quelle qu’en soit la nature ou l’issue : les doublons, les commentaires et les demandes qui ne relevaient pas de la ville en font partie. Les chiffres de toute la ville et des secteurs comptent les niveaux A et B.',
  'measure.requests_received.final': 'Quand la période est terminée.',
  'measure.requests_received.fraction': 'La valeur est le nombre lui-même; il n’y a ni dénominateur ni intervalle.',
  'measure.requests_received.caution':
    'Une hausse n’est pas un recul du service. Un formulaire plus simple, une tempête ou une campagne amènent plus de gens à demander.',

  'measure.requests_per_1000_residents.title': 'Demandes pour 1 000 habitants',
  'measure.requests_per_1000_residents.definition':
    'Le nombre de demandes que la ville a reçues pendant la période pour 1 000 personnes qui y habitent.',
  'measure.requests_per_1000_residents.counted':
    'Les demandes reçues, quelles qu’en soient la nature et l’issue, des niveaux A et B. Le nombre d’habitants est celui de l’année la plus récente de la liste de la ville, sans dépasser l’année où la période se termine; celui de toute la ville est la somme de ses secteurs.',
  'measure.requests_per_1000_residents.final': 'Quand la période est terminée.',
  'measure.requests_per_1000_residents.fraction':
    'Numérateur : demandes reçues. Dénominateur : habitants. La valeur est mille fois leur rapport; il n’y a pas d’intervalle.',
  'measure.requests_per_1000_residents.caution':
    'Un secteur où l’on vient travailler ou faire des achats, ou que l’on traverse, reçoit plus de demandes par personne qui y dort. Un chiffre plus élevé ne veut pas dire qu’un secteur est moins bien entretenu : on demande davantage quand on s’attend à une réponse.',

  'measure.fulfilment_rate.title': 'Taux de réalisation',
  'measure.fulfilment_rate.definition':
    'Parmi les demandes reçues pendant la période, la part dont le travail a été fait dans les {days} jours.',
  'measure.fulfilment_rate.counted':
    'Les demandes, les plaintes et les demandes de permis reçues pendant la période. Seul un travail fait compte comme réalisé : une demande pour laquelle il n’y avait rien à faire, transmise, ou fermée sans issue connue ne compte pas. Les doublons, les demandes annulées par le résident, les demandes non valides et celles qui relèvent d’un autre organisme sont exclus des deux nombres. Un travail fait et fermé à une date connue, mais avant la demande, compte comme fait dans le délai.',
  'measure.fulfilment_rate.final':
    'Quand {days} jours se sont écoulés depuis le dernier jour de la période. D’ici là, la part n’est pas montrée, car les demandes les plus récentes n’ont pas eu tout leur temps.',
  'measure.fulfilment_rate.fraction':
    'Numérateur : demandes réalisées dans les {days} fois 24 heures. Dénominateur : demandes admissibles. L’intervalle est celui de Wilson, à 95 %.',
  'measure.fulfilment_rate.caution':
    'Il n’atteint pas 100 % même quand tout va bien : certaines demandes, vérification faite sur place, n’exigent aucun travail.',

  'measure.on_time_rate.title': 'Taux de traitement à temps',
  'measure.on_time_rate.definition':
    'Parmi les demandes arrivées à échéance pendant la période, la part traitée au plus tard au moment que la ville s’est fixé.',
  'measure.on_time_rate.counted':
    'Les demandes, les plaintes et les demandes de permis dont l’échéance est dans la période. Traitée veut dire que le travail a été fait, ou que quelqu’un a vérifié et qu’il n’y avait rien à faire. Une demande encore ouverte à son échéance est en retard, comme celle qu’on a fermée en la transmettant. La colonne « À temps » des fiches publiées a été établie avec les heures exactes; les heures publiées, sans les minutes, ne doivent pas être comparées à sa place.',
  'measure.on_time_rate.final':
    'Quand la période est terminée : chaque demande a alors été traitée à temps, ou ne l’a pas été.',
  'measure.on_time_rate.fraction':
    'Numérateur : demandes traitées au plus tard à leur échéance. Dénominateur : demandes arrivées à échéance. L’intervalle est celui de Wilson, à 95 %.',
  'measure.on_time_rate.caution':
    'Les services sans cible n’entrent dans aucun taux de traitement à temps. C’est la première cible donnée à une demande qui compte, même si elle a été déplacée ensuite.',

  'measure.median_days_to_close.title': 'Délai pour la moitié (médiane)',
  'measure.median_days_to_close.definition':
    'Le délai dans lequel la moitié des demandes reçues pendant la période ont été traitées.',
  'measure.median_days_to_close.counted':
    'Les demandes, les plaintes et les demandes de permis reçues pendant la période, y compris celles encore ouvertes. Laisser de côté les demandes ouvertes ferait paraître les mois récents bien plus rapides qu’ils ne le sont.',
  'measure.median_days_to_close.final':
    'Quand plus rien n’est ouvert, ou quand il s’est écoulé depuis la période plus de temps que la limite supérieure de l’intervalle.',
  'measure.median_days_to_close.fraction':
    'La courbe est celle de Kaplan et Meier. Numérateur : demandes traitées dans le délai indiqué. Dénominateur : demandes sur la courbe. Leur rapport n’est pas la valeur. L’intervalle est celui de Brookmeyer et Crowley, à l’échelle log-log.',
  'measure.median_days_to_close.caution':
    'Les demandes transmises quittent la courbe au moment où elles sont transmises : le chiffre dit combien de temps il faut quand une demande est menée à terme.',

  'measure.p90_days_to_close.title': 'Délai pour neuf demandes sur dix',
  'measure.p90_days_to_close.definition':
    'Le délai dans lequel neuf demandes sur dix reçues pendant la période ont été traitées.',
  'measure.p90_days_to_close.counted':
    'Les demandes, les plaintes et les demandes de permis reçues pendant la période, y compris celles encore ouvertes, sur la même courbe que la médiane.',
  'measure.p90_days_to_close.final':
    'Quand plus rien n’est ouvert, ou quand il s’est écoulé depuis la période plus de temps que la limite supérieure de l’intervalle.',
  'measure.p90_days_to_close.fraction':
    'La courbe est celle de Kaplan et Meier. Numérateur : demandes traitées dans le délai indiqué. Dénominateur : demandes sur la courbe. Leur rapport n’est pas la valeur.',
  'measure.p90_days_to_close.caution':
    'Tant que plus d’une demande sur dix est ouverte, ce délai n’existe pas encore, et aucun n’est montré.',

  'measure.closed_within_1_days.title': 'Traitées en un jour ou moins',
  'measure.closed_within_1_days.definition':
    'Parmi les demandes reçues pendant la période, la part traitée en 24 heures ou moins.',
  'measure.closed_within_1_days.counted':
    'La même courbe que la médiane, lue à 1 jour. Les demandes encore ouvertes comptent pour le temps où elles ont été observées.',
  'measure.closed_within_1_days.final': 'Un jour après la période, ou quand plus rien n’est ouvert.',
  'measure.closed_within_1_days.fraction':
    'Numérateur : demandes traitées en 1 jour ou moins. Dénominateur : demandes sur la courbe. Leur rapport n’est pas la valeur si certaines n’ont pas encore été observées aussi longtemps.',
  'measure.closed_within_1_days.caution':
    'Si la source ne donne que des dates, ou si le lieu est près d’un domicile, un jour est une date locale et non 24 heures.',

  'measure.closed_within_7_days.title': 'Traitées en 7 jours ou moins',
  'measure.closed_within_7_days.definition':
    'Parmi les demandes reçues pendant la période, la part traitée en 7 jours ou moins.',
  'measure.closed_within_7_days.counted':
    'La même courbe que la médiane, lue à 7 jours. Les demandes encore ouvertes comptent pour le temps où elles ont été observées.',
  'measure.closed_within_7_days.final': 'Sept jours après la période, ou quand plus rien n’est ouvert.',
  'measure.closed_within_7_days.fraction':
    'Numérateur : demandes traitées en 7 jours ou moins. Dénominateur : demandes sur la courbe. Leur rapport n’est pas la valeur si certaines n’ont pas encore été observées aussi longtemps.',
  'measure.closed_within_7_days.caution':
    'Sept jours, c’est la même durée pour tous les services, quelle que soit leur cible. L’indicateur mesure la rapidité, non la promesse.',

  'measure.closed_within_30_days.title': 'Traitées en 30 jours ou moins',
  'measure.closed_within_30_days.definition':
    'Parmi les demandes reçues pendant la période, la part traitée en 30 jours ou moins.',
  'measure.closed_within_30_days.counted':
    'La même courbe que la médiane, lue à 30 jours. Les demandes encore ouvertes comptent pour le temps où elles ont été observées.',
  'measure.closed_within_30_days.final': 'Trente jours après la période, ou quand plus rien n’est ouvert.',
  'measure.closed_within_30_days.fraction':
    'Numérateur : demandes traitées en 30 jours ou moins. Dénominateur : demandes sur la courbe. Leur rapport n’est pas la valeur si certaines n’ont pas encore été observées aussi longtemps.',
  'measure.closed_within_30_days.caution':
    'Le mois le plus récent repose sur les demandes déjà observées aussi longtemps, et bougera encore.',

  'measure.closed_within_90_days.title': 'Traitées en 90 jours ou moins',
  'measure.closed_within_90_days.definition':
    'Parmi les demandes reçues pendant la période, la part traitée en 90 jours ou moins.',
  'measure.closed_within_90_days.counted':
    'La même courbe que la médiane, lue à 90 jours. Les demandes encore ouvertes comptent pour le temps où elles ont été observées.',
  'measure.closed_within_90_days.final': 'Quatre-vingt-dix jours après la période, ou quand plus rien n’est ouvert.',
  'measure.closed_within_90_days.fraction':
    'Numérateur : demandes traitées en 90 jours ou moins. Dénominateur : demandes sur la courbe. Leur rapport n’est pas la valeur si certaines n’ont pas encore été observées aussi longtemps.',
  'measure.closed_within_90_days.caution':
    'Ce n’est pas le taux de réalisation : ici, une demande qui n’exigeait aucun travail compte comme traitée.',

  'measure.open_requests.title': 'Demandes ouvertes',
  'measure.open_requests.definition': 'Le nombre de demandes ouvertes à la fin de la période.',
  'measure.open_requests.counted':
    'Les demandes, les plaintes et les demandes de permis reçues avant la fin de la période et non fermées à ce moment, selon l’issue connue aujourd’hui. Une demande fermée sans date n’est jamais comptée. Pour la période en cours : au moment des données.',
  'measure.open_requests.final': 'Quand la période est terminée.',
  'measure.open_requests.fraction': 'La valeur est le nombre lui-même; il n’y a ni dénominateur ni intervalle.',
  'measure.open_requests.caution':
    'Une demande fermée puis rouverte compte comme ouverte tout ce temps, si la source ne garde pas d’historique.',

  'measure.overdue_requests.title': 'Demandes en retard',
  'measure.overdue_requests.definition':
    'Le nombre de demandes ouvertes dont l’échéance était passée à la fin de la période.',
  'measure.overdue_requests.counted':
    'Parmi les demandes ouvertes, celles dont l’échéance était passée. Les services sans cible n’en ont pas.',
  'measure.overdue_requests.final': 'Quand la période est terminée.',
  'measure.overdue_requests.fraction': 'La valeur est le nombre lui-même; il n’y a ni dénominateur ni intervalle.',
  'measure.overdue_requests.caution':
    'Une part traitée à temps et un nombre en retard répondent à deux questions : la première porte sur un mois, la seconde sur un instant.',

  'measure.median_open_age_days.title': 'Âge des demandes ouvertes (médiane)',
  'measure.median_open_age_days.definition':
    'Depuis combien de temps, au moins, la moitié des demandes ouvertes à la fin de la période attendaient.',
  'measure.median_open_age_days.counted':
    'Les demandes ouvertes de la période. L’âge est en jours locaux entiers, du jour de la demande au dernier jour de la période; pour la période en cours, au jour des données.',
  'measure.median_open_age_days.final': 'Quand la période est terminée.',
  'measure.median_open_age_days.fraction':
    'Le numérateur et le dénominateur sont les demandes ouvertes; leur rapport n’est pas la valeur. Il n’y a pas d’intervalle.',
  'measure.median_open_age_days.caution':
    'Il peut baisser parce qu’on a enfin réglé de vieilles demandes, ou parce qu’il en est arrivé beaucoup de nouvelles. La répartition par âge dit lequel des deux.',

  // Un indicateur par tranche d’âge des demandes ouvertes; ils ont tout en commun, sauf le titre et la définition.
  'measure.open_0_7_days.title': 'Ouvertes depuis 7 jours ou moins',
  'measure.open_0_7_days.definition':
    'Parmi les demandes ouvertes à la fin de la période, le nombre de celles qui attendaient depuis 7 jours ou moins.',
  'measure.open_8_30_days.title': 'Ouvertes depuis 8 à 30 jours',
  'measure.open_8_30_days.definition':
    'Parmi les demandes ouvertes à la fin de la période, le nombre de celles qui attendaient depuis 8 à 30 jours.',
  'measure.open_31_90_days.title': 'Ouvertes depuis 31 à 90 jours',
  'measure.open_31_90_days.definition':
    'Parmi les demandes ouvertes à la fin de la période, le nombre de celles qui attendaient depuis 31 à 90 jours.',
  'measure.open_91_365_days.title': 'Ouvertes depuis 91 à 365 jours',
  'measure.open_91_365_days.definition':
    'Parmi les demandes ouvertes à la fin de la période, le nombre de celles qui attendaient depuis 91 à 365 jours.',
  'measure.open_over_365_days.title': 'Ouvertes depuis plus d’un an',
  'measure.open_over_365_days.definition':
    'Parmi les demandes ouvertes à la fin de la période, le nombre de celles qui attendaient depuis plus de 365 jours.',
  'measure.open_days.counted':
    'Les demandes ouvertes de la période, en jours locaux entiers, du jour de la demande au dernier jour de la période; pour la période en cours, au jour des données. Chacune est dans une seule des cinq tranches, dont la somme est le nombre de demandes ouvertes.',
  'measure.open_days.final': 'Quand la période est terminée.',
  'measure.open_days.fraction':
    'Numérateur : demandes ouvertes de cet âge. Dénominateur : toutes les demandes ouvertes. La valeur est le nombre lui-même; il n’y a pas d’intervalle.',
  'measure.open_days.caution':
    'Certains travaux attendent leur saison, comme la plantation d’arbres ou le marquage au sol : une vieille demande n’est pas toujours une demande oubliée.',

  'measure.reopened_rate.title': 'Taux de réouverture',
  'measure.reopened_rate.definition':
    'Parmi les demandes fermées pour la première fois pendant la période, la part rouverte dans les 30 jours.',
  'measure.reopened_rate.counted':
    'Les demandes, les plaintes et les demandes de permis dont la première fermeture est dans la période, par dates locales. Une demande rouverte compte une fois, même si elle l’a été plusieurs fois. Si le système de la ville ne dit pas quand une demande a été rouverte, il n’y a pas de chiffre.',
  'measure.reopened_rate.final': 'Quand 30 jours se sont écoulés depuis le dernier jour de la période.',
  'measure.reopened_rate.fraction':
    'Numérateur : demandes rouvertes dans les 30 jours de leur première fermeture. Dénominateur : demandes fermées pour la première fois. L’intervalle est celui de Wilson, à 95 %.',
  'measure.reopened_rate.caution':
    'Il ne montre que ce qui a été rouvert sous le même numéro. Une personne qui redemande fait une nouvelle demande.',

  'measure.closed_in_10_minutes_share.title': 'Fermées en 10 minutes ou moins',
  'measure.closed_in_10_minutes_share.definition':
    'Parmi les demandes fermées pendant la période, la part fermée dans les dix minutes.',
  'measure.closed_in_10_minutes_share.counted':
    'Les demandes, les plaintes et les demandes de permis fermées pendant la période à une heure connue, quel que soit le sens de la fermeture. Celles dont le système de la ville ne garde que des dates sont exclues. Le chiffre n’est jamais donné par secteur.',
  'measure.closed_in_10_minutes_share.final': 'Quand la période est terminée.',
  'measure.closed_in_10_minutes_share.fraction':
    'Numérateur : demandes fermées en dix minutes ou moins. Dénominateur : demandes fermées à une heure connue. L’intervalle est celui de Wilson, à 95 %. Un chiffre fondé sur moins de dix demandes n’est pas publié.',
  'measure.closed_in_10_minutes_share.caution':
    'C’est l’indice d’une fermeture de pure forme : il se fait peu de travaux en dix minutes. Mais une question à laquelle on répond au téléphone est fermée aussitôt, et à bon droit. Le chiffre vient des heures exactes, qui ne sont pas publiées : c’est une vérification de la ville.',

  // One measure for each outcome; they share all but their title and definition.
  'measure.outcome_open.title': 'Issue : ouverte',
  'measure.outcome_open.definition': 'Combien de demandes reçues pendant la période sont encore ouvertes.',
  'measure.outcome_fulfilled.title': 'Issue : réalisée',
  'measure.outcome_fulfilled.definition': 'Combien de demandes reçues pendant la période ont vu leur travail fait.',
  'measure.outcome_no_action.title': 'Issue : rien à faire',
  'measure.outcome_no_action.definition':
    'Combien de demandes reçues pendant la période n’appelaient aucun travail, après vérification.',
  'measure.outcome_handed_on.title': 'Issue : transmise',
  'measure.outcome_handed_on.definition':
    'Combien de demandes reçues pendant la période ont été fermées alors que le travail se poursuit ailleurs à la ville.',
  'measure.outcome_referred.title': 'Issue : dirigée ailleurs',
  'measure.outcome_referred.definition': 'Combien de demandes reçues pendant la période ne relevaient pas de la ville.',
  'measure.outcome_duplicate.title': 'Issue : doublon',
  'measure.outcome_duplicate.definition': 'Combien de demandes reçues pendant la période avaient déjà été signalées.',
  'measure.outcome_cancelled.title': 'Issue : annulée',
  'measure.outcome_cancelled.definition':
    'Combien de demandes reçues pendant la période ont été retirées par la personne qui les avait faites.',
  'measure.outcome_invalid.title': 'Issue : non valide',
  'measure.outcome_invalid.definition':
    'À combien de demandes reçues pendant la période personne ne pouvait donner suite.',
  'measure.outcome_unmapped.title': 'Issue : inexpliquée',
  'measure.outcome_unmapped.definition':
    'Combien de demandes reçues pendant la période ont été fermées avec un code que la ville n’a pas expliqué.',
  'measure.outcome.counted':
    'Toute demande dont la date locale de réception est dans la période, quelle qu’en soit la nature. Chacune a une seule issue, selon ce que l’on sait aujourd’hui : les issues d’une période totalisent les demandes qui y ont été reçues. Niveaux A et B seulement.',
  'measure.outcome.final': 'Quand la période est terminée et qu’aucune de ses demandes n’est ouverte.',
  'measure.outcome.fraction':
    'Numérateur : demandes ayant cette issue. Dénominateur : toutes les demandes reçues. La valeur est le nombre lui-même; il n’y a pas d’intervalle.',
  'measure.outcome.caution':
    'L’issue est celle que le personnel de la ville a inscrite en fermant la demande. Les issues qui excluent une demande des taux sont comptées ici aussi : dire d’une demande qu’elle est un doublon ne la fait pas disparaître.',
};
