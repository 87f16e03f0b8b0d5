/** The data set `services`. */

import { kinds, privacyTiers } from '../city.ts';
import { column, type Dataset } from './dataset.ts';
import { names, serviceCode } from './shared-columns.ts';

export const servicesDataset: Dataset = {
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
