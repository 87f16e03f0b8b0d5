/** How each service behaves in the demo: how much is asked, when, where, how long it takes and how it ends. */

import type { Season } from './seasons.ts';
import type { OutcomeMix } from './outcome-mixes.ts';

/** `emergency` works day and night, `daily` 7–20 h all week, `crew` outside and `office` inside on working days. */
export type Crew = 'emergency' | 'daily' | 'crew' | 'office';
/** Where in the city: evenly, downtown, the newer streets, the older ones, or the rural edge. */
export type Setting = 'even' | 'core' | 'suburb' | 'old' | 'rural';
/** By which channels it comes: of the street, of the home, in writing, or of the counter. */
export type Reach = 'street' | 'home' | 'written' | 'counter';

export interface ServiceProfile {
  readonly code: string;
  /** The CRM's own word for it. */
  readonly type: string;
  /** The CRM's word before its categories were renamed. */
  readonly formerType?: string;
  /** The CRM's department code. */
  readonly unit: string;
  readonly perYear: number;
  readonly season: Season;
  readonly crew: Crew;
  /** Of requests really worked on, before weekends, seasons and storms slow them. */
  readonly medianDays: number;
  readonly p90Days: number;
  readonly mix: OutcomeMix;
  readonly setting: Setting;
  readonly reach: Reach;
  /** Times the usual demand on the day of a snowstorm and of freezing rain, and of a windstorm. */
  readonly snow: number;
  readonly wind: number;
  /** Times the usual demand while the outside workers are on strike. */
  readonly strike: number;
  /** Share closed within minutes of the opening, from the first day to the second. */
  readonly quick?: { readonly share: number; readonly from: string; readonly to: string };
  /** The CRM sets this due date itself: working days after the opening. */
  readonly crmDueWorkdays?: number;
  /** The first day of a category added later. */
  readonly from?: string;
  /** Cannot be finished from mid-November to the end of April. */
  readonly thaw?: boolean;
}

type Row = readonly [
  code: string,
  type: string,
  unit: string,
  perYear: number,
  season: Season,
  crew: Crew,
  medianDays: number,
  p90Days: number,
  mix: OutcomeMix,
  setting: Setting,
  reach: Reach,
  extra?: Partial<ServiceProfile>,
];

// prettier-ignore
const rows: readonly Row[] = [
  ['pothole', 'Pothole', 'PW-ROADS', 2450, 'potholes', 'crew', 3.6, 11, 'works', 'old', 'street', { formerType: 'RD Pothole' }],
  ['road_damage', 'Road Surface Damage', 'PW-ROADS', 420, 'melt', 'crew', 12, 48, 'works', 'old', 'street'],
  ['gravel_road', 'Gravel Road', 'PW-ROADS', 340, 'summer', 'crew', 6, 16, 'works', 'rural', 'street', { wind: 1.5 }],
  ['road_debris', 'Road Debris', 'PW-ROADS', 560, 'warm', 'daily', 0.5, 1.9, 'highway', 'even', 'street', { wind: 6, strike: 1.3 }],
  ['pavement_marking', 'Pavement Marking', 'PW-TRAFFIC', 170, 'warm', 'crew', 24, 95, 'works', 'suburb', 'written', { thaw: true }],
  ['catch_basin', 'Catch Basin', 'PW-ROADS', 500, 'melt', 'crew', 1.5, 4.6, 'works', 'old', 'street', { formerType: 'RD Storm Drain', wind: 3 }],
  ['bridge_guardrail', 'Bridge/Culvert/Guardrail', 'PW-ROADS', 120, 'melt', 'crew', 20, 95, 'highway', 'rural', 'street', { crmDueWorkdays: 63 }],
  ['street_plowing', 'Street Plowing', 'PW-ROADS', 2900, 'snow', 'emergency', 0.62, 1.6, 'winter', 'suburb', 'street', { formerType: 'RD Snow Plow Road', snow: 6.5 }],
  ['sidewalk_plowing', 'Sidewalk Plowing', 'PW-ROADS', 1150, 'snow', 'daily', 1.0, 2.7, 'winter', 'core', 'street', { formerType: 'RD Snow Plow Sidewalk', snow: 4.5 }],
  ['snowbank', 'Snowbank Removal', 'PW-ROADS', 560, 'deep_snow', 'crew', 2.6, 9, 'winter', 'even', 'street', { snow: 2.5 }],
  ['driveway_windrow', 'Driveway Windrow', 'PW-ROADS', 980, 'snow', 'daily', 1.3, 4.0, 'disputed', 'suburb', 'home', { snow: 5 }],
  ['icy_road', 'Sanding/Salting', 'PW-ROADS', 800, 'snow', 'emergency', 0.22, 0.95, 'highway', 'even', 'street', { snow: 3 }],
  ['plow_damage', 'Plow Damage', 'PW-ROADS', 450, 'after_plowing', 'crew', 24, 100, 'disputed', 'suburb', 'home', { thaw: true }],
  ['sidewalk_repair', 'Sidewalk Repair', 'PW-ROADS', 420, 'warm', 'crew', 72, 300, 'capital', 'old', 'street', { thaw: true }],
  ['trail', 'Trail Maintenance', 'PARKS', 210, 'summer', 'crew', 6, 24, 'works', 'suburb', 'street', { wind: 5 }],
  ['accessibility_barrier', 'Accessibility Barrier', 'CS-311', 95, 'even', 'office', 12, 38, 'disputed', 'core', 'written'],
  ['cycling_comment', 'Active Travel Comment', 'PW-TRAFFIC', 130, 'warm', 'office', 5, 22, 'answered', 'core', 'written'],
  ['street_light', 'Street Light Out', 'PW-TRAFFIC', 1280, 'dark', 'crew', 4.2, 9.5, 'utility', 'even', 'street', { formerType: 'TR Street Light', wind: 2.5 }],
  ['traffic_signal', 'Traffic Signal', 'PW-TRAFFIC', 390, 'even', 'emergency', 0.11, 0.3, 'highway', 'core', 'street', { wind: 4, snow: 1.6 }],
  ['traffic_sign', 'Traffic Sign', 'PW-TRAFFIC', 510, 'even', 'crew', 3.2, 11, 'works', 'even', 'street', { wind: 3 }],
  ['traffic_calming', 'Traffic Calming Review', 'PW-TRAFFIC', 250, 'warm', 'office', 70, 260, 'capital', 'suburb', 'written'],
  ['missed_garbage', 'Missed Garbage', 'ENV-WASTE', 2150, 'even', 'crew', 0.8, 1.5, 'collection', 'suburb', 'home', { snow: 2.2, strike: 1.5 }],
  ['missed_recycling', 'Missed Recycling', 'ENV-WASTE', 1650, 'even', 'crew', 1.1, 2.9, 'collection', 'suburb', 'home', { snow: 2, strike: 1.4, quick: { share: 0.22, from: '2021-07-01', to: '2024-03-31' } }],
  ['missed_organics', 'Missed Organics', 'ENV-WASTE', 720, 'warm', 'crew', 0.9, 2.2, 'collection', 'suburb', 'home', { strike: 1.5 }],
  ['cart_repair', 'Cart Repair', 'ENV-WASTE', 1080, 'warm', 'crew', 5.5, 10.5, 'collection', 'even', 'home'],
  ['bulky_item', 'Bulky Item Pickup', 'ENV-WASTE', 1200, 'warm', 'crew', 6.5, 12.5, 'collection', 'old', 'home'],
  ['illegal_dumping', 'Illegal Dumping', 'ENV-WASTE', 590, 'warm', 'crew', 3.1, 11, 'works', 'rural', 'street', { strike: 2.2, quick: { share: 0.06, from: '2020-01-01', to: '2099-12-31' } }],
  ['litter_bin', 'Public Litter Bin', 'ENV-WASTE', 500, 'warm', 'crew', 0.8, 2.6, 'works', 'core', 'street', { strike: 2.5 }],
  ['waste_question', 'Waste Question', 'ENV-WASTE', 400, 'even', 'office', 0.4, 2, 'answered', 'even', 'written', { strike: 2.5 }],
  ['watermain_break', 'Watermain Break', 'ENV-WATER', 215, 'cold', 'emergency', 0.5, 1.25, 'utility', 'old', 'street'],
  ['water_pressure', 'Water Pressure', 'ENV-WATER', 340, 'cold', 'emergency', 0.2, 0.55, 'disputed', 'old', 'home'],
  ['frozen_pipe', 'Frozen Service', 'ENV-WATER', 250, 'deep_frost', 'daily', 1.3, 5, 'disputed', 'old', 'home'],
  ['sewer_backup', 'Sewer Backup', 'ENV-WATER', 380, 'melt', 'emergency', 0.18, 0.5, 'disputed', 'old', 'home', { wind: 2.5 }],
  ['hydrant', 'Hydrant', 'ENV-WATER', 145, 'even', 'crew', 2.4, 7.5, 'works', 'even', 'street'],
  ['water_meter', 'Water Meter', 'ENV-WATER', 560, 'even', 'crew', 6, 14, 'collection', 'even', 'home', { crmDueWorkdays: 15 }],
  ['water_account', 'Water Billing Inquiry', 'CS-311', 720, 'even', 'office', 0.6, 4, 'answered', 'even', 'counter'],
  ['tree_maintenance', 'Tree Maintenance', 'PARKS', 720, 'warm', 'crew', 34, 135, 'works', 'old', 'home', { wind: 4, crmDueWorkdays: 62 }],
  ['tree_planting', 'Tree Planting', 'PARKS', 200, 'planting', 'crew', 115, 340, 'capital', 'suburb', 'written', { thaw: true }],
  ['fallen_tree', 'Fallen Tree', 'PARKS', 330, 'warm', 'daily', 0.6, 2.2, 'utility', 'old', 'street', { wind: 26, snow: 3 }],
  ['park_maintenance', 'Park Maintenance', 'PARKS', 500, 'summer', 'crew', 4, 15, 'works', 'core', 'street', { strike: 1.8 }],
  ['playground', 'Playground', 'PARKS', 140, 'summer', 'crew', 2.2, 9, 'works', 'suburb', 'street'],
  ['outdoor_rink', 'Outdoor Rink', 'PARKS', 170, 'deep_frost', 'daily', 1.3, 4.2, 'works', 'suburb', 'street', { snow: 2 }],
  ['graffiti', 'Graffiti', 'PARKS', 390, 'warm', 'crew', 3.8, 13, 'works', 'core', 'street'],
  ['property_standards', 'Property Standards', 'BYLAW', 860, 'warm', 'office', 17, 80, 'inspection', 'old', 'counter'],
  ['noise', 'Noise', 'BYLAW', 720, 'warm', 'daily', 1.2, 7, 'inspection', 'core', 'home'],
  ['parking_complaint', 'Parking Complaint', 'BYLAW', 1300, 'even', 'daily', 0.14, 0.9, 'inspection', 'core', 'home', { snow: 2 }],
  ['animal_control', 'Animal Control', 'BYLAW', 620, 'warm', 'daily', 0.7, 3.6, 'inspection', 'even', 'home'],
  ['dead_animal', 'Dead Animal', 'BYLAW', 260, 'warm', 'daily', 0.25, 0.8, 'highway', 'rural', 'street'],
  ['encampment', 'Encampment', 'BYLAW', 100, 'warm', 'office', 6, 30, 'inspection', 'core', 'home'],
  ['long_grass', 'Long Grass', 'BYLAW', 300, 'growing', 'office', 8, 19, 'inspection', 'old', 'home'],
  ['building_permit', 'Building Permit', 'PLAN-BLDG', 560, 'building', 'office', 22, 52, 'permit', 'suburb', 'counter', { crmDueWorkdays: 30 }],
  ['road_occupancy', 'Road Occupancy Permit', 'PW-TRAFFIC', 270, 'building', 'office', 4.5, 10.5, 'permit', 'core', 'counter'],
  ['business_licence', 'Business Licence', 'BYLAW', 260, 'even', 'office', 11, 32, 'permit', 'core', 'counter', { crmDueWorkdays: 20 }],
  ['burn_permit', 'Burn Permit', 'BYLAW', 560, 'burning', 'office', 0.4, 1.4, 'permit', 'rural', 'counter'],
  ['fireworks_permit', 'Fireworks Permit', 'BYLAW', 8, 'growing', 'office', 5, 14, 'permit', 'even', 'counter'],
  ['bus_stop', 'Bus Stop/Shelter', 'TRANSIT', 300, 'cold', 'crew', 4, 11, 'works', 'core', 'street', { snow: 3 }],
  ['late_bus', 'Late Bus', 'TRANSIT', 430, 'cold', 'office', 5, 19, 'disputed', 'core', 'written', { snow: 3.5 }],
  ['bus_comment', 'Transit Comment', 'TRANSIT', 500, 'even', 'office', 4, 18, 'answered', 'core', 'written'],
  ['general_inquiry', 'General Inquiry', 'CS-311', 880, 'even', 'office', 0.3, 2, 'answered', 'even', 'counter', { strike: 1.6, quick: { share: 0.3, from: '2020-01-01', to: '2099-12-31' } }],
  ['staff_complaint', 'Staff Conduct', 'CS-311', 48, 'even', 'office', 14, 50, 'disputed', 'even', 'written', { strike: 1.5 }],
];

const asked: readonly ServiceProfile[] = rows.map(
  ([code, type, unit, perYear, season, crew, medianDays, p90Days, mix, setting, reach, extra]) => ({
    ...{ code, type, unit, perYear, season, crew, medianDays, p90Days, mix, setting, reach },
    ...{ snow: 1, wind: 1, strike: 1 },
    ...extra,
  }),
);

/** Categories somebody added to the CRM without telling anybody: no list of the city names them. */
const unlisted: readonly ServiceProfile[] = [
  {
    ...asked.find(({ code }) => code === 'cart_repair')!,
    code: 'unlisted-rebate',
    type: 'Rain Barrel Rebate',
    perYear: 34,
    from: '2025-05-05',
  },
  {
    ...asked.find(({ code }) => code === 'general_inquiry')!,
    code: 'unlisted-test',
    type: 'TEST - do not use',
    perYear: 3,
  },
];

export const serviceProfiles: readonly ServiceProfile[] = [...asked, ...unlisted];

/** The day the CRM's categories were renamed. */
export const renamedOn = '2022-03-14';
