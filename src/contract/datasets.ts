/** The catalogue of published data sets. */

import type { Dataset } from './datasets/dataset.ts';
import { measuresDataset } from './datasets/measures.ts';
import { requestsDataset } from './datasets/requests.ts';
import { servicesDataset } from './datasets/services.ts';
import { areasDataset } from './datasets/areas.ts';
import { targetsDataset } from './datasets/targets.ts';
import { holidaysDataset } from './datasets/holidays.ts';
import { eventsDataset } from './datasets/events.ts';
import { qualityDataset } from './datasets/quality.ts';
import { signalsDataset } from './datasets/signals.ts';
import { areaComparisonsDataset } from './datasets/area-comparisons.ts';
import { waitingTimesDataset } from './datasets/waiting-times.ts';
import { closingDaysDataset } from './datasets/closing-days.ts';
import { alternativesDataset } from './datasets/alternatives.ts';

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

export const datasets = [
  measuresDataset,
  signalsDataset,
  areaComparisonsDataset,
  waitingTimesDataset,
  closingDaysDataset,
  alternativesDataset,
  requestsDataset,
  servicesDataset,
  areasDataset,
  targetsDataset,
  holidaysDataset,
  eventsDataset,
  qualityDataset,
] as const;
export type DatasetId =
  | 'measures'
  | 'signals'
  | 'area_comparisons'
  | 'waiting_times'
  | 'closing_days'
  | 'alternatives'
  | 'requests'
  | 'services'
  | 'areas'
  | 'targets'
  | 'holidays'
  | 'events'
  | 'quality';

/** Those that anybody can make again from the others. */
export const figureDatasets: readonly Dataset[] = datasets.filter(({ isFigures }) => isFigures);

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
  'moved_target',
  'closed_before_requested',
  'closed_without_time',
] as const;
export type QualityReason = (typeof qualityReasons)[number];
