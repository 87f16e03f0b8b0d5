/** Keeps what a published night counted in `vintages/quality/<night_on>.csv`: the nights after it publish it again. */

import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TZDate } from '@date-fns/tz';
import { lightFormat } from 'date-fns/lightFormat';
import type { Manifest } from '../../src/contract/manifest.ts';

export interface KeepQualityOptions {
  /** `vintages/quality` of the data folder. */
  readonly folder: string;
  /** The data set as it is published; it holds the nights before too. */
  readonly publishedCsv: string;
  readonly manifest: Pick<Manifest, 'as_of'> & { readonly city: Pick<Manifest['city'], 'time_zone'> };
}

/**
 * Writes the night's own rows under a name that no night reads; `keep` gives the file its name with one rename, which a
 * full disk does not stop: so what fails, fails before the release is switched.
 */
export async function draftQuality({
  folder,
  publishedCsv,
  manifest,
}: KeepQualityOptions): Promise<{ keep(): Promise<void> }> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) if (name.endsWith('.partial')) await rm(path.join(folder, name));
  const nightOn = nightOf(new Date(manifest.as_of), manifest.city.time_zone);
  const [header = '', ...rows] = (await readFile(publishedCsv, 'utf8')).split(/(?<=\n)/);
  const file = path.join(folder, `${nightOn}.csv`);
  await writeFile(`${file}.partial`, [header, ...rows.filter((row) => row.startsWith(`${nightOn},`))].join(''));
  return { keep: () => rename(`${file}.partial`, file) };
}

/** The local date of the instant just before the night's moment, as in the table `night`. */
function nightOf(asOf: Date, zone: string): string {
  return lightFormat(new TZDate(asOf.getTime() - 1, zone), 'yyyy-MM-dd');
}
