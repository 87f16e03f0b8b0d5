/** The catalogue of published data sets: files, columns, types and what each column means. */

import { kinds, outcomes, eventKinds, targetUnits, privacyTiers } from './city.ts';
import { measureBases, measureIds, measureStatuses, missingReasons, periodTypes } from './measures.ts';

/**
 * `code`: a repeated string (dictionary-encoded in Arrow); `text`: plain UTF-8; `timestamp`: an instant in UTC,
 * to the second; `date`: a local date; `number`: a double; `integer`: 32 bits; `boolean`.
 */
export type ColumnType = 'code' | 'text' | 'timestamp' | 'date' | 'number' | 'integer' | 'boolean';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly title: { readonly en: string; readonly fr: string };
  readonly description: { readonly en: string; readonly fr: string };
  readonly values?: readonly string[];
  readonly unit?: string;
}

export interface Dataset {
  readonly id: string;
  /** The model in `scripts/exports/` that makes it. */
  readonly model: string;
  /** What one row is. */
  readonly grain: { readonly en: string; readonly fr: string };
  readonly title: { readonly en: string; readonly fr: string };
  /** Row order of the CSV and Parquet files, and of the Arrow file. All columns are ascending, nulls last; no two rows are alike in them. */
  readonly sortedBy: readonly string[];
  readonly arrowSortedBy: readonly string[];
  readonly columns: readonly Column[];
}

export const fileFormats = ['csv', 'arrow', 'parquet'] as const;
export type FileFormat = (typeof fileFormats)[number];

export const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  arrow: 'application/vnd.apache.arrow.file',
  parquet: 'application/vnd.apache.parquet',
  geojson: 'application/geo+json',
  json: 'application/json',
  sql: 'application/sql',
} as const;

function column(
  name: string,
  type: ColumnType,
  en: readonly [title: string, description: string],
  fr: readonly [title: string, description: string],
  extra: { values?: readonly string[]; unit?: string } = {},
): Column {
  return {
    name,
    type,
    title: { en: en[0], fr: fr[0] },
    description: { en: en[1], fr: fr[1] },
    ...extra,
  };
}

const serviceCode = column(
  'service_code',
  'code',
  ['Service', 'The code of the service asked for.'],
  ['Service', 'Le code du service demandé.'],
);
const areaId = column(
  'area_id',
  'code',
  ['Area', 'The area of the city; “unknown” where the place is missing or would single out too few requests.'],
  ['Secteur', 'Le secteur de la ville; « unknown » si le lieu manque ou distinguerait trop peu de demandes.'],
);

const measuresDataset: Dataset = {
  id: 'measures',
  model: 'published_measures',
  title: { en: 'Measures', fr: 'Indicateurs' },
  grain: {
    en: 'One row per measure, period and slice that has any request.',
    fr: 'Une ligne par indicateur, période et tranche ayant au moins une demande.',
  },
  sortedBy: ['measure_id', 'period_type', 'service_code', 'service_group', 'department', 'area_id', 'period_start'],
  arrowSortedBy: [
    'measure_id',
    'period_type',
    'service_code',
    'service_group',
    'department',
    'area_id',
    'period_start',
  ],
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
      ['Period type', 'A calendar month, a calendar year, or the last twelve whole months.'],
      ['Type de période', 'Un mois civil, une année civile ou les douze derniers mois entiers.'],
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
      ['Value', 'A count, a share from 0 to 1, or days, by the measure; empty for the missing reason.'],
      ['Valeur', 'Un nombre, une part de 0 à 1 ou des jours, selon l’indicateur; vide pour le motif indiqué.'],
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
      ['Denominator', 'Requests looked at. For days to close, requests on the curve; the ratio is not the value.'],
      ['Dénominateur', 'Demandes examinées. Pour les jours, demandes sur la courbe; le rapport n’est pas la valeur.'],
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

const requestsDataset: Dataset = {
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
      'days_to_close',
      'number',
      ['Days to close', 'Days of 86,400 s: to 0.01 (tier A), or whole local days (tier B). Empty where unusable.'],
      ['Jours avant fermeture', 'Jours de 86 400 s : à 0,01 près (niveau A) ou jours locaux entiers (niveau B).'],
      { unit: 'day' },
    ),
  ],
};

const names = [
  column('name_en', 'text', ['English name', 'Its name in English.'], ['Nom anglais', 'Son nom en anglais.']),
  column('name_fr', 'text', ['French name', 'Its name in French.'], ['Nom français', 'Son nom en français.']),
];

const servicesDataset: Dataset = {
  id: 'services',
  model: 'published_services',
  title: { en: 'Services', fr: 'Services' },
  grain: { en: 'One row per service the city lists.', fr: 'Une ligne par service que la ville énumère.' },
  sortedBy: ['service_code'],
  arrowSortedBy: ['service_code'],
  columns: [
    serviceCode,
    ...names,
    column('service_group', 'code', ['Group', 'Code of its group.'], ['Groupe', 'Code de son groupe.']),
    column(
      'group_name_en',
      'text',
      ['Group (English)', 'The group in English.'],
      ['Groupe (anglais)', 'Le groupe en anglais.'],
    ),
    column(
      'group_name_fr',
      'text',
      ['Group (French)', 'The group in French.'],
      ['Groupe (français)', 'Le groupe en français.'],
    ),
    column('department', 'code', ['Department', 'Code of its department.'], ['Direction', 'Code de sa direction.']),
    column(
      'department_name_en',
      'text',
      ['Department (English)', 'The department in English.'],
      ['Direction (anglais)', 'La direction en anglais.'],
    ),
    column(
      'department_name_fr',
      'text',
      ['Department (French)', 'The department in French.'],
      ['Direction (français)', 'La direction en français.'],
    ),
    column('kind', 'code', ['Kind', 'What its requests are.'], ['Nature', 'La nature de ses demandes.'], {
      values: kinds,
    }),
    column(
      'tier',
      'code',
      ['Privacy tier', 'A: a public thing. B: near a home. C: about a person or property; no record is published.'],
      [
        'Niveau de confidentialité',
        'A : bien public. B : près d’un domicile. C : personne ou propriété; aucune fiche publiée.',
      ],
      { values: privacyTiers },
    ),
  ],
};

const areasDataset: Dataset = {
  id: 'areas',
  model: 'published_areas',
  title: { en: 'Areas', fr: 'Secteurs' },
  grain: { en: 'One row per area and year of population.', fr: 'Une ligne par secteur et année de population.' },
  sortedBy: ['area_id', 'population_year'],
  arrowSortedBy: ['area_id', 'population_year'],
  columns: [
    areaId,
    ...names,
    column(
      'valid_from',
      'date',
      ['Valid from', 'First day of the area.'],
      ['Valide à partir du', 'Premier jour du secteur.'],
    ),
    column('valid_to', 'date', ['Valid to', 'Last day of the area.'], ['Valide jusqu’au', 'Dernier jour du secteur.']),
    column(
      'population_year',
      'integer',
      ['Population year', 'The year of the population.'],
      ['Année de la population', 'L’année de la population.'],
    ),
    column(
      'population',
      'integer',
      ['Residents', 'Residents in that year.'],
      ['Résidents', 'Résidents cette année-là.'],
    ),
  ],
};

const targetsDataset: Dataset = {
  id: 'targets',
  model: 'published_targets',
  title: { en: 'Targets', fr: 'Cibles' },
  grain: { en: 'One row per service and change of its target.', fr: 'Une ligne par service et changement de cible.' },
  sortedBy: ['service_code', 'valid_from'],
  arrowSortedBy: ['service_code', 'valid_from'],
  columns: [
    serviceCode,
    column(
      'valid_from',
      'date',
      ['Valid from', 'Requests received from this day have this target.'],
      ['Valide à partir du', 'Les demandes reçues dès ce jour ont cette cible.'],
    ),
    column(
      'value',
      'integer',
      ['Target', 'How long the city gives itself.'],
      ['Cible', 'Le délai que la ville se donne.'],
    ),
    column(
      'unit',
      'code',
      ['Unit', 'Hours elapsed, days, or business days.'],
      ['Unité', 'Heures écoulées, jours ou jours ouvrables.'],
      { values: targetUnits },
    ),
    column('owner', 'text', ['Set by', 'Who set the target.'], ['Fixée par', 'Qui a fixé la cible.']),
  ],
};

const eventsDataset: Dataset = {
  id: 'events',
  model: 'published_events',
  title: { en: 'Events', fr: 'Événements' },
  grain: { en: 'One row per storm or declared event.', fr: 'Une ligne par tempête ou événement déclaré.' },
  sortedBy: ['starts_on', 'event_id'],
  arrowSortedBy: ['starts_on', 'event_id'],
  columns: [
    column('event_id', 'text', ['Event', 'Its code.'], ['Événement', 'Son code.']),
    column('kind', 'code', ['Kind', 'What it was.'], ['Nature', 'Ce que c’était.'], { values: eventKinds }),
    column('starts_on', 'date', ['Start', 'First local day.'], ['Début', 'Premier jour local.']),
    column('ends_on', 'date', ['End', 'Last local day.'], ['Fin', 'Dernier jour local.']),
    ...names,
  ],
};

const qualityDataset: Dataset = {
  id: 'quality',
  model: 'published_quality',
  title: { en: 'Quality', fr: 'Qualité' },
  grain: {
    en: 'One row per night and reason: how many records it touched. The last 400 published nights are kept.',
    fr: 'Une ligne par nuit et motif : combien de fiches touchées. Les 400 dernières nuits publiées sont conservées.',
  },
  sortedBy: ['night_on', 'reason'],
  arrowSortedBy: ['night_on', 'reason'],
  columns: [
    column(
      'night_on',
      'date',
      ['Night', 'The last local day that the data of that night hold.'],
      ['Nuit', 'Le dernier jour local que contiennent les données de cette nuit.'],
    ),
    column('reason', 'code', ['Reason', 'What was found.'], ['Motif', 'Ce qui a été constaté.']),
    column('request_count', 'integer', ['Records', 'How many records.'], ['Fiches', 'Nombre de fiches.']),
  ],
};

export const datasets = [
  measuresDataset,
  requestsDataset,
  servicesDataset,
  areasDataset,
  targetsDataset,
  eventsDataset,
  qualityDataset,
] as const;
export type DatasetId = 'measures' | 'requests' | 'services' | 'areas' | 'targets' | 'events' | 'quality';

export function findDataset(id: DatasetId): Dataset {
  const found = datasets.find((dataset) => dataset.id === id);
  if (!found) throw new Error(`no data set "${id}" in the catalogue`);
  return found;
}

/** What `quality` counts, in the order the site lists them. */
export const qualityReasons = [
  'published_tier_a',
  'published_tier_b',
  'rejected_no_requested_at',
  'rejected_no_id',
  'superseded',
  'unmapped_outcome',
  'unmapped_channel',
  'unknown_area',
  'overruled_area',
  'closed_before_requested',
  'closed_without_time',
] as const;
export type QualityReason = (typeof qualityReasons)[number];
