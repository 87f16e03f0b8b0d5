/** Where things lie under the data folder: one folder is one city. */

import path from 'node:path';

export interface DataFolders {
  readonly data: string;
  /** Written by people. */
  readonly city: string;
  /** Landed pages, by source and run. Personal information: for the owner alone. */
  readonly raw: string;
  readonly warehouse: string;
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

export function dataFolders(data: string): DataFolders {
  const absolute = path.resolve(data);
  const next = path.join(absolute, 'releases', 'next');
  return {
    data: absolute,
    city: path.join(absolute, 'city'),
    raw: path.join(absolute, 'raw'),
    warehouse: path.join(absolute, 'warehouse', 'plainview.duckdb'),
    quality: path.join(absolute, 'vintages', 'quality'),
    live: path.join(absolute, 'live'),
    fixes: path.join(absolute, 'fixes'),
    hosting: path.join(absolute, 'hosting'),
    next,
    nextExports: path.join(next, 'exports'),
    nextSite: path.join(next, 'site'),
  };
}
