/** The data set `requests`. */

import { kinds, outcomes } from '../city.ts';
import { column, type Dataset } from './dataset.ts';
import { serviceCode, areaId } from './shared-columns.ts';

export const requestsDataset: Dataset = {
  id: 'requests',
  model: 'published_requests',
  title: { en: 'Requests', fr: 'Demandes' },
  grain: {
    en: 'One row per request for a service of tier A or B, de-identified.',
    fr: 'Une ligne par demande d’un service de niveau A ou B, dépersonnalisée.',
  },
  sortedBy: ['requested_datetime', 'service_request_id'],
  arrowSortedBy: ['service_code', 'requested_datetime', 'service_request_id'],
  columns: [
    column(
      'service_request_id',
      'text',
      ['Request', 'A stable surrogate made for publication; it is not the city’s own number.'],
      ['Demande', 'Un identifiant stable créé pour la publication; ce n’est pas le numéro de la ville.'],
    ),
    column(
      'requested_datetime',
      'timestamp',
      ['Requested', 'When it was requested: floored to the local hour (tier A) or local midnight (tier B).'],
      ['Demandé', 'Moment de la demande : ramené à l’heure locale (niveau A) ou à minuit, heure locale (niveau B).'],
    ),
    column(
      'updated_datetime',
      'timestamp',
      ['Updated', 'When the record last changed in the CRM, floored in the same way.'],
      ['Mis à jour', 'Dernière modification dans le CRM, ramenée de la même façon.'],
    ),
    column(
      'closed_datetime',
      'timestamp',
      ['Closed', 'When it was last closed, floored in the same way; empty while open, or closed without a date.'],
      ['Fermé', 'Dernière fermeture, ramenée de la même façon; vide si elle est ouverte ou fermée sans date.'],
    ),
    column(
      'expected_datetime',
      'timestamp',
      ['Due', 'The first target seen for it, floored in the same way; empty where there is none.'],
      ['Échéance', 'La première cible connue, ramenée de la même façon; vide s’il n’y en a pas.'],
    ),
    column('status', 'code', ['Status', 'Open or closed.'], ['Statut', 'Ouverte (open) ou fermée (closed).'], {
      values: ['open', 'closed'],
    }),
    column(
      'status_notes',
      'code',
      ['Status notes', 'The outcome code of a closed request; never staff’s words.'],
      ['Note de statut', 'Le code d’issue d’une demande fermée; jamais les mots du personnel.'],
      { values: outcomes },
    ),
    column(
      'source',
      'code',
      ['Channel', 'How the request came in.'],
      ['Canal', 'Par quel canal la demande est arrivée.'],
    ),
    column(
      'service_name',
      'code',
      ['Service name', 'The service in the city’s first language or English.'],
      ['Nom du service (anglais)', 'Le service, en anglais ou dans la langue de la ville.'],
    ),
    serviceCode,
    column(
      'service_subtype',
      'code',
      ['Group', 'The group that the service belongs to.'],
      ['Groupe', 'Le groupe auquel appartient le service.'],
    ),
    column(
      'agency_responsible',
      'code',
      ['Department', 'The department responsible.'],
      ['Direction', 'La direction responsable.'],
    ),
    column(
      'address',
      'code',
      [
        'Place',
        'The nearest intersection of streets in the same area, by their names (tier A); empty where only the area is shown. It stands for every place up to 200 m away that is nearer to it than to another.',
      ],
      [
        'Lieu',
        'L’intersection de rues la plus proche dans le même secteur, par leurs noms (niveau A); vide si seul le secteur est donné. Elle vaut pour tout lieu, jusqu’à 200 m, plus proche d’elle que d’une autre.',
      ],
    ),
    column(
      'lat',
      'number',
      ['Latitude', 'Latitude of the intersection, never of the request.'],
      ['Latitude', 'Latitude de l’intersection, jamais de la demande.'],
      { unit: 'degree' },
    ),
    column(
      'long',
      'number',
      ['Longitude', 'Longitude of the intersection, never of the request.'],
      ['Longitude', 'Longitude de l’intersection, jamais de la demande.'],
      { unit: 'degree' },
    ),
    column(
      'service_name_fr',
      'code',
      ['Service name (French)', 'The service in French.'],
      ['Nom du service (français)', 'Le service, en français.'],
    ),
    column(
      'outcome',
      'code',
      ['Outcome', 'What became of it: see the methods page.'],
      ['Issue', 'Ce qu’il en est advenu : voir la page des méthodes.'],
      { values: outcomes },
    ),
    column(
      'kind',
      'code',
      ['Kind', 'Request, complaint, application, comment or inquiry.'],
      ['Nature', 'Demande, plainte, demande de permis, commentaire ou renseignement.'],
      { values: kinds },
    ),
    areaId,
    column(
      'geo_precision',
      'code',
      ['Place precision', 'An intersection and its area, the area only, or neither.'],
      ['Précision du lieu', 'Une intersection et son secteur, le secteur seulement, ou ni l’un ni l’autre.'],
      { values: ['intersection', 'area', 'none'] },
    ),
    column(
      'time_precision',
      'code',
      ['Time precision', 'Hour (tier A) or date (tier B, or where the source gives only dates).'],
      ['Précision du temps', 'Heure (niveau A) ou date (niveau B, ou si la source ne donne que des dates).'],
      { values: ['hour', 'date'] },
    ),
    column(
      'requested_on',
      'date',
      ['Requested on', 'Local date of the request.'],
      ['Demandé le', 'Date locale de la demande.'],
    ),
    column(
      'closed_on',
      'date',
      ['Closed on', 'Local date of the closing.'],
      ['Fermé le', 'Date locale de la fermeture.'],
    ),
    column(
      'first_closed_on',
      'date',
      ['First closed on', 'Local date of the first closing; empty where the source keeps no history.'],
      ['Première fermeture le', 'Date locale de la première fermeture; vide si la source ne garde pas d’historique.'],
    ),
    column(
      'is_on_time',
      'boolean',
      [
        'On time',
        'Dealt with at or before its due time, by exact times; empty where not due, without a target, or out of scope.',
      ],
      [
        'À temps',
        'Traitée au plus tard à l’échéance (heures exactes); vide si non échue, sans cible ou hors du champ.',
      ],
    ),
    column(
      'reopen_count',
      'integer',
      ['Times reopened', 'How often it was opened again; empty where the source keeps no history.'],
      ['Réouvertures', 'Nombre de réouvertures; vide si la source ne garde pas d’historique.'],
    ),
    column(
      'is_reopened',
      'boolean',
      [
        'Reopened',
        'Opened again within 30 days of its first closing, by local dates; empty where never closed, or where the source keeps no history of it.',
      ],
      [
        'Rouverte',
        'Rouverte dans les 30 jours de sa première fermeture, par dates locales; vide si elle n’a jamais été fermée ou si la source n’en garde pas d’historique.',
      ],
    ),
    column(
      'days_to_close',
      'number',
      ['Days to close', 'Days of 86,400 s: to 0.01 (tier A), or whole local days (tier B). Empty where unusable.'],
      ['Jours avant fermeture', 'Jours de 86 400 s : à 0,01 près (niveau A) ou jours locaux entiers (niveau B).'],
      { unit: 'day' },
    ),
  ],
};
