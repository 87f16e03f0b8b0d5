/** The street status and the passes of an event as open data: CSV and GeoJSON, with the same delay as the page, line by line. */

import { liveServices, type LiveService, type Pass } from '../../../src/contract/live.ts';
import type { Segment } from '../../../src/contract/streets.ts';
import { csvLine } from '../../support/csv-line.ts';
import type { ServiceStatus, StreetStatus } from '../street-status.ts';
import { floorToFive, isoMinute } from './five-minutes.ts';

export interface OpenStatus {
  readonly segments: readonly Segment[];
  readonly status: StreetStatus;
  readonly areaOf: (segmentId: string) => string;
  readonly isHidden: (segmentId: string) => boolean;
}

const statusColumns = [
  'segment_id',
  'street_id',
  'street',
  'class',
  'area_id',
  'service',
  'state',
  'at',
  'confidence',
  'basis',
];

/** A row for each segment and each service that has been seen anywhere: also where nothing was done. */
export function* statusCsv({ segments, status, areaOf, isHidden }: OpenStatus): Generator<string> {
  const services = servicesIn(status);
  yield lineOf(statusColumns);
  for (const { properties } of segments) {
    const { segment_id, street_id, name } = properties;
    const first = [segment_id, street_id, name, properties.class, areaOf(segment_id)];
    for (const service of services) {
      const { state, at, confidence, basis } = cellsOf(status, service, segment_id, isHidden);
      yield lineOf([...first, service, state, at, confidence, basis]);
    }
  }
}

/** A feature for each segment, with three properties for each service that has been seen anywhere. */
export function* statusGeojson({ segments, status, areaOf, isHidden }: OpenStatus): Generator<string> {
  const services = servicesIn(status);
  let before = '{"type":"FeatureCollection","features":[\n';
  for (const { properties, geometry } of segments) {
    const { segment_id, street_id, name } = properties;
    const states = services.flatMap((service) => {
      const { state, at, confidence } = cellsOf(status, service, segment_id, isHidden);
      const named = { state, at: at || null, confidence: confidence || null };
      return Object.entries(named).map(([key, value]) => [`${service}_${key}`, value]);
    });
    const own = { segment_id, street_id, street: name, class: properties.class, area_id: areaOf(segment_id) || null };
    const said = JSON.stringify({ ...own, ...Object.fromEntries(states) });
    yield `${before}{"type":"Feature","properties":${said},"geometry":${geometryText(geometry)}}`;
    before = ',\n';
  }
  yield '\n]}\n';
}

const geometryTexts = new WeakMap<Segment['geometry'], string>();

/** Of a street that stays where it is, while its state is told every five minutes: the text is made once. */
function geometryText(geometry: Segment['geometry']): string {
  const known = geometryTexts.get(geometry);
  if (known !== undefined) return known;
  const text = JSON.stringify(geometry);
  geometryTexts.set(geometry, text);
  return text;
}

interface Cells {
  readonly state: string;
  readonly at: string;
  readonly confidence: string;
  readonly basis: string;
}

function cellsOf(
  status: StreetStatus,
  service: LiveService,
  segmentId: string,
  isHidden: OpenStatus['isHidden'],
): Cells {
  if (isHidden(segmentId)) return { state: 'hidden', at: '', confidence: '', basis: '' };
  const one: ServiceStatus | undefined = status.get(service)?.get(segmentId);
  if (one === undefined) return { state: 'none', at: '', confidence: '', basis: '' };
  return { state: one.state, at: isoMinute(floorToFive(one.at)), confidence: one.confidence, basis: one.basis };
}

const passColumns = ['segment_id', 'service', 'direction', 'state', 'started_at', 'ended_at', 'confidence', 'basis'];

/** In an order that tells nothing of which vehicle it was. */
export function passesCsv(passes: readonly Pass[], isHidden: OpenStatus['isHidden']): string[] {
  const rows = passes
    .filter(({ segmentId }) => !isHidden(segmentId))
    .map(({ segmentId, service, direction, state, startedAt, endedAt, confidence, basis }) => {
      const times = [startedAt, endedAt].map((moment) => isoMinute(floorToFive(moment)));
      return lineOf([segmentId, service, direction, state, ...times, confidence, basis]);
    });
  return [lineOf(passColumns), ...rows.sort()];
}

function servicesIn(status: StreetStatus): LiveService[] {
  return liveServices.filter((service) => status.has(service));
}

/** RFC 4180, as the night's tables. */
function lineOf(values: readonly string[]): string {
  return `${csvLine(values)}\r\n`;
}
