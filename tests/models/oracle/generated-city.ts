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

export type Box = readonly [west: number, south: number, east: number, north: number];

export interface Ward {
  readonly id: string;
  /** What the CRM writes, beside the id. */
  readonly words: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  /** Null where the ward is known by name only. */
  readonly box: Box | null;
  readonly hole: Box | null;
  readonly population: Readonly<Record<string, number>>;
}

/** One lies around a lake, one is redrawn at New Year, one has no shape, and so few residents that no rate is told. */
export const wards: readonly Ward[] = [
  {
    id: 'north',
    words: [],
    from: null,
    to: null,
    box: [10, 1, 14, 2],
    hole: [11, 1.25, 12, 1.75],
    population: { 2022: 900, 2024: 1100 },
  },
  { id: 'south', words: [], from: null, to: '2023-12-31', box: [10, 0, 12, 1], hole: null, population: { 2022: 700 } },
  {
    id: 'south-2024',
    words: ['south'],
    from: '2024-01-01',
    to: null,
    box: [10, 0, 11, 1],
    hole: null,
    population: { 2024: 650 },
  },
  { id: 'west', words: [], from: null, to: null, box: null, hole: null, population: { 2023: 8 } },
];

/** What the CRM writes when it has no place. */
export const defaultPoint = [10.5, 0.5] as const;

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
    streets: null,
    areas: {
      type: 'FeatureCollection',
      features: wards.map(({ id, words, from, to, box, hole, population }) => ({
        type: 'Feature',
        properties: {
          area_id: id,
          ...names,
          matches: words.join('|'),
          population,
          valid_from: from,
          valid_to: to,
        },
        geometry: box && { type: 'Polygon', coordinates: [ring(box), ...(hole ? [ring(hole)] : [])] },
      })),
    },
  } as unknown as City;
}

function ring([west, south, east, north]: Box) {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}
