/** The vehicles of an ArcGIS feature service: layers of points, in pages, whatever else the service holds. */

import type { FeedOf } from '../../../src/contract/live-settings.ts';
import type { HttpClient } from '../../support/http-client.ts';
import { isRecord } from '../../support/read-city/schema-keys.ts';
import { FeedFailure, type Feed } from './feed.ts';
import { fixOfRow, type TableFeed, type VehicleRow } from './fix-of-row.ts';
import { unreadable } from './folder.ts';
import { asking, LIVE_TRIES, type WebAddress } from './gtfs-realtime.ts';

/** No city has so many vehicles: a service that goes on has begun to repeat itself. */
const PAGES_AT_MOST = 50;

export function arcgisFeed(
  settings: FeedOf<'arcgis'> & TableFeed,
  { url, headers }: WebAddress,
  client: HttpClient,
): Feed {
  return {
    id: settings.id,
    read: async ({ now, cursor, signal }) => {
      const ask: Ask = (path, parameters) => askJson(client, { url, headers }, path, parameters, signal);
      const layers = settings.layers.length > 0 ? settings.layers : await pointLayers(ask);
      const rows: VehicleRow[] = [];
      for (const layer of layers) rows.push(...(await layerRows(ask, layer, settings)));
      const fixes = rows.flatMap((row) => fixOfRow(settings, row, now) ?? []);
      return { fixes, cursor, notes: unreadable(rows.length, fixes.length) };
    },
  };
}

type Ask = (path: string, parameters: Readonly<Record<string, string>>) => Promise<Record<string, unknown>>;

async function askJson(
  client: HttpClient,
  { url, headers }: WebAddress,
  path: string,
  parameters: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Record<string, unknown>> {
  // What stands in the address itself, such as a token, stays in it.
  const address = new URL(url);
  address.pathname = address.pathname.replace(/\/*$/, path);
  for (const [name, value] of Object.entries({ ...parameters, f: 'json' })) address.searchParams.set(name, value);
  const { body } = await asking(() => client.get({ url: address.href, headers, tries: LIVE_TRIES, signal }));
  const answer = parse(body);
  // An error comes with status 200.
  if (isRecord(answer['error']))
    throw new FeedFailure(`the service answered with error ${String(answer['error']['code'])}`);
  return answer;
}

function parse(body: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (isRecord(value)) return value;
  } catch {
    // Told below: a page of HTML, or half an answer.
  }
  throw new FeedFailure('the answer is not the JSON of a feature service');
}

/** A group layer has layers below it, and no rows; lines and polygons are no vehicles. */
async function pointLayers(ask: Ask): Promise<number[]> {
  const { layers } = await ask('', {});
  if (!Array.isArray(layers)) throw new FeedFailure('the service lists no layers');
  const points = layers.filter((layer) => isRecord(layer) && isPointLayer(layer)).map(({ id }) => Number(id));
  if (points.length === 0) throw new FeedFailure('the service has no layer of points');
  return points;
}

function isPointLayer({ type, geometryType, subLayerIds }: Record<string, unknown>): boolean {
  if (Array.isArray(subLayerIds) && subLayerIds.length > 0) return false;
  if (type !== undefined && type !== 'Feature Layer') return false;
  return geometryType === undefined || geometryType === 'esriGeometryPoint';
}

async function layerRows(ask: Ask, layer: number, { fields }: TableFeed): Promise<VehicleRow[]> {
  const rows: VehicleRow[] = [];
  const pagesSeen = new Set<string>();
  let offset = 0;
  while (pagesSeen.size < PAGES_AT_MOST) {
    const answer = await ask(`/${layer}/query`, {
      where: '1=1',
      outFields: [...new Set(Object.values(fields))].join(','),
      returnGeometry: 'true',
      outSR: '4326',
      resultOffset: String(offset),
    });
    // A group layer answers with its own description, which has no features.
    const features: unknown[] = Array.isArray(answer['features']) ? answer['features'] : [];
    const page = JSON.stringify(features);
    // A service without paging sends the first page for ever.
    if (features.length === 0 || pagesSeen.has(page)) return rows;
    pagesSeen.add(page);
    offset += features.length;
    rows.push(...features.flatMap(rowOf));
    if (answer['exceededTransferLimit'] !== true) return rows;
  }
  throw new FeedFailure(`layer ${layer} has no end after ${PAGES_AT_MOST} pages`);
}

function rowOf(feature: unknown): VehicleRow[] {
  if (!isRecord(feature) || !isRecord(feature['attributes'])) return [];
  const geometry = isRecord(feature['geometry']) ? feature['geometry'] : {};
  const { x, y } = geometry;
  // A point without a place has "NaN" for x, as text.
  const point = typeof x === 'number' && typeof y === 'number' ? ([x, y] as const) : undefined;
  return [{ values: feature['attributes'], point }];
}
