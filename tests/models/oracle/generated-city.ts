/** The city that generated requests belong to: every tier, kind of target and trap, in a few services. */

import type { City } from '../../../src/contract/city.ts';

const names = { name_en: 'A name', name_fr: 'Un nom' };

/** `source` is what the CRM writes. */
export const services = [
  { code: 'pothole', tier: 'A', kind: 'request', group: 'streets', department: 'works', source: 'Pot Hole' },
  { code: 'light', tier: 'A', kind: 'complaint', group: 'streets', department: 'hydro', source: 'light' },
  { code: 'feedback', tier: 'A', kind: 'comment', group: 'streets', department: 'works', source: 'Feedback ' },
  { code: 'tree', tier: 'B', kind: 'request', group: 'parks', department: 'works', source: 'TREE' },
  { code: 'graffiti', tier: 'B', kind: 'complaint', group: 'parks', department: 'parks', source: 'graffiti' },
  { code: 'noise', tier: 'C', kind: 'complaint', group: 'parks', department: 'works', source: 'Noise' },
  { code: 'permit', tier: 'C', kind: 'application', group: 'streets', department: 'works', source: 'permit' },
] as const;

export const targets = [
  { service_code: 'pothole', valid_from: '2023-01-01', value: 48, unit: 'hours', owner: '' },
  { service_code: 'pothole', valid_from: '2023-10-15', value: 24, unit: 'hours', owner: '' },
  { service_code: 'light', valid_from: '2023-01-01', value: 5, unit: 'days', owner: '' },
  { service_code: 'tree', valid_from: '2023-09-01', value: 3, unit: 'business_days', owner: '' },
  { service_code: 'noise', valid_from: '2023-01-01', value: 2, unit: 'days', owner: '' },
] as const;

export const holidays = ['2023-09-04', '2023-10-09', '2023-12-25', '2023-12-26', '2024-01-01', '2024-03-29'];

export const departments = ['works', 'hydro', 'parks'] as const;

export const areas = ['north', 'south', 'west'] as const;

export const horizonDays = 90;

/** Only what the loader of the city's lists reads. */
export function generatedCity(): City {
  return {
    lists: {
      service_groups: ['streets', 'parks'].map((service_group) => ({ service_group, ...names })),
      departments: departments.map((department) => ({ department, ...names, matches: '' })),
      channels: [{ channel: 'phone', ...names, matches: '' }],
      services: services.map(({ code, tier, kind, group, department, source }) => ({
        service_code: code,
        service_group: group,
        department,
        kind,
        tier,
        ...names,
        matches: source,
      })),
      statuses: [
        { source: '*', status: 'open', closure: '*', outcome: 'open' },
        ...(['fulfilled', 'no_action', 'handed_on', 'referred', 'duplicate', 'cancelled', 'invalid'] as const).map(
          (outcome) => ({ source: '*', status: outcome, closure: '*', outcome }),
        ),
      ],
      targets: [...targets],
      holidays: holidays.map((holiday_on) => ({ holiday_on, ...names })),
      events: [],
    },
    areas: {
      type: 'FeatureCollection',
      features: areas.map((area_id) => ({
        type: 'Feature',
        properties: { area_id, ...names, matches: '', population: {}, valid_from: null, valid_to: null },
        geometry: null,
      })),
    },
  } as unknown as City;
}
