/** The data set `areas`. */

import { column, type Dataset } from './dataset.ts';
import { areaId, names } from './shared-columns.ts';

export const areasDataset: Dataset = {
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
