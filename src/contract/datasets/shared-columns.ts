/** Columns that several data sets have. */

import { column } from './dataset.ts';

export const serviceCode = column(
  'service_code',
  'code',
  ['Service', 'The code of the service asked for.'],
  ['Service', 'Le code du service demandé.'],
);
export const areaId = column(
  'area_id',
  'code',
  ['Area', 'The area of the city; “unknown” where the place is missing or would single out too few requests.'],
  ['Secteur', 'Le secteur de la ville; « unknown » si le lieu manque ou distinguerait trop peu de demandes.'],
);

export const names = [
  column('name_en', 'text', ['English name', 'Its name in English.'], ['Nom anglais', 'Son nom en anglais.']),
  column('name_fr', 'text', ['French name', 'Its name in French.'], ['Nom français', 'Son nom en français.']),
];

export const serviceOrAll = column(
  'service_code',
  'code',
  ['Service', 'The code of the service, or “all”: the services of tiers A and B together.'],
  ['Service', 'Le code du service, ou « all » : les services des niveaux A et B ensemble.'],
);
