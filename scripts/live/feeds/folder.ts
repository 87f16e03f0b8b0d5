/** A folder into which somebody's program drops CSV or GeoJSON files, new ones or the same one over and over. */

import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCsv } from '../../support/read-city/csv-rows.ts';
import { isRecord } from '../../support/read-city/schema-keys.ts';
import { FeedFailure, type Feed, type Look } from './feed.ts';
import { fixOfRow, type TableFeed, type VehicleRow } from './fix-of-row.ts';

/** Each file's name to its size and time: when it was last taken, or last seen half-written. */
interface Seen {
  readonly taken: Readonly<Record<string, string>>;
  readonly waiting: Readonly<Record<string, string>>;
}

export function folderFeed(settings: TableFeed, folder: string): Feed {
  return {
    id: settings.id,
    read: async ({ now, cursor }: Look) => {
      const seen: Seen = cursor === null ? { taken: {}, waiting: {} } : JSON.parse(cursor);
      const taken: Record<string, string> = {};
      const waiting: Record<string, string> = {};
      const rows: VehicleRow[] = [];
      for (const [name, stamp] of await list(folder)) {
        if (seen.taken[name] === stamp) {
          taken[name] = stamp;
          continue;
        }
        const text = await readFile(join(folder, name), 'utf8');
        const found = name.toLowerCase().endsWith('.csv') ? csvRows(text) : geojsonRows(text);
        // One that stays as it is will never be whole: some exporters write no last line feed.
        const isStill = seen.waiting[name] === stamp;
        if (found.isWhole || isStill) {
          taken[name] = stamp;
          rows.push(...found.rows);
        } else waiting[name] = stamp;
      }
      const fixes = rows.flatMap((row) => fixOfRow(settings, row, now) ?? []);
      return { fixes, cursor: JSON.stringify({ taken, waiting }), notes: unreadable(rows.length, fixes.length) };
    },
  };
}

async function list(folder: string): Promise<[name: string, stamp: string][]> {
  try {
    const names = (await readdir(folder)).filter((name) => /^[^.].*\.(csv|geojson|json)$/i.test(name)).sort();
    return await Promise.all(
      names.map(async (name): Promise<[string, string]> => {
        const { size, mtimeMs } = await stat(join(folder, name));
        return [name, `${size} ${mtimeMs}`];
      }),
    );
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new FeedFailure(`the folder ${folder} cannot be read (${code})`, { cause: error });
  }
}

interface FoundRows {
  readonly rows: readonly VehicleRow[];
  readonly isWhole: boolean;
}

function csvRows(text: string): FoundRows {
  const { rows, unclosedQuoteLine } = parseCsv(text);
  const [header, ...records] = rows;
  const columns = header?.values.map((column) => column.trim()) ?? [];
  return {
    rows: records
      .filter(({ values }) => values.length === columns.length)
      .map(({ values }) => ({ values: Object.fromEntries(columns.map((column, index) => [column, values[index]])) })),
    isWhole: unclosedQuoteLine === null && /[\r\n]$/.test(text),
  };
}

function geojsonRows(text: string): FoundRows {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { rows: [], isWhole: false };
  }
  const features: unknown[] = isRecord(value) && Array.isArray(value['features']) ? value['features'] : [];
  return { rows: features.flatMap(featureRow), isWhole: true };
}

function featureRow(feature: unknown): VehicleRow[] {
  if (!isRecord(feature) || !isRecord(feature['properties'])) return [];
  const geometry = isRecord(feature['geometry']) ? feature['geometry']['coordinates'] : undefined;
  const [lon, lat] = Array.isArray(geometry) ? geometry : [];
  const point = typeof lon === 'number' && typeof lat === 'number' ? ([lon, lat] as const) : undefined;
  return [{ values: feature['properties'], point }];
}

export function unreadable(rowCount: number, fixCount: number): string[] {
  const lost = rowCount - fixCount;
  return lost === 0 ? [] : [`${lost} of ${rowCount} rows have no vehicle or no place`];
}
