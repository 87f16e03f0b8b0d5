/** Where things lie under the data folder: one folder is one city. */

import { existsSync } from 'node:fs';
import path from 'node:path';

export interface DataFolders {
  readonly data: string;
  /** Written by people. */
  readonly city: string;
  /** Landed pages, by source and run. Personal information: for the owner alone. */
  readonly raw: string;
  readonly warehouse: string;
  /** Every version of the records of sources that deliver changes; made again from `raw` where it is not there. */
  readonly records: string;
  /** What each published night counted; it is published again by the nights after it. */
  readonly quality: string;
  /** What the live lane writes for the public, unless its settings name another folder. */
  readonly live: string;
  /** The live lane's log and checkpoint: positions of people at work, for the owner alone. */
  readonly fixes: string;
  /** Settings for web servers, made of the same headers as our own server's. */
  readonly hosting: string;
  /** What the present night has made so far; nothing in it is published. */
  readonly next: string;
  readonly nextExports: string;
  readonly nextSite: string;
}

/** The option `--data`; what it expects is said where the folder `city` itself was named. */
export function dataOption(description: string) {
  return { value: 'DIR', description, default: 'data', check: expectDataFolder } as const;
}

function expectDataFolder(text: string): string | undefined {
  const folder = path.resolve(text);
  const isCity = path.basename(folder) === 'city' && existsSync(path.join(folder, 'city.json'));
  return isCity ? `the folder that holds city/: --data ${path.dirname(folder)}` : undefined;
}

export function dataFolders(data: string): DataFolders {
  const absolute = path.resolve(data);
  const next = path.join(absolute, 'releases', 'next');
  return {
    data: absolute,
    city: path.join(absolute, 'city'),
    raw: path.join(absolute, 'raw'),
    warehouse: path.join(absolute, 'warehouse', 'plainview.duckdb'),
    records: path.join(absolute, 'warehouse', 'records.duckdb'),
    quality: path.join(absolute, 'vintages', 'quality'),
    live: path.join(absolute, 'live'),
    fixes: path.join(absolute, 'fixes'),
    hosting: path.join(absolute, 'hosting'),
    next,
    nextExports: path.join(next, 'exports'),
    nextSite: path.join(next, 'site'),
  };
}
