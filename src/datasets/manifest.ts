/** The manifest of the release that this site shows: its moments, its city and its files. */

import type { Language } from '../contract/city.ts';
import type { DatasetId, FileFormat } from '../contract/datasets.ts';
import { manifestSchema, type Manifest } from '../contract/manifest.ts';
import { readExportText } from './exports-folder.ts';

export const manifest: Manifest = manifestSchema.parse(JSON.parse(readExportText('manifest.json')));

export const city = manifest.city;
export const siteLanguages: readonly Language[] = city.languages;
export const defaultLanguage: Language = city.languages[0] ?? 'en';

export type PublishedFile = Manifest['files'][number];

export function filesOf(dataset: DatasetId): PublishedFile[] {
  return manifest.files.filter((file) => file.dataset === dataset);
}

export function fileOf(dataset: DatasetId, format: FileFormat): PublishedFile | undefined {
  return filesOf(dataset).find((file) => file.format === format);
}

/** First day of the last whole month, or null in a city's first weeks. */
export const lastWholeMonth: string | null = manifest.coverage.last_whole_month;
export const firstWholeMonth: string | null = manifest.coverage.first_whole_month;
