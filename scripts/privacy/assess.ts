/** Fills in the privacy assessment of a city from its folder; what the program does not know stays blank. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type City, type Language, privacyTiers } from '../../src/contract/city.ts';
import { mappedNames } from '../../src/contract/mapped-names.ts';
import { daysWaited } from '../../src/contract/understanding.ts';
import type { Source } from '../../src/contract/sources.ts';
import { RELEASES_KEPT } from '../publish/switch-release.ts';
import { KEPT_RUNS } from '../sources/runs.ts';

/** The numbers that the models withhold by; a test holds them to the models. */
export const withholding = {
  smallCell: 10,
  smallArea: 5,
  fewestWaiting: 20,
  nearMetres: 200,
  fewestIntersections: 6,
} as const;

export interface AssessmentOptions {
  readonly version: string;
  /** Local date of the day it is made. */
  readonly date: string;
}

/** Markdown, in one language of the city. */
export async function assessPrivacy(city: City, language: Language, options: AssessmentOptions): Promise<string> {
  const template = await readFile(path.join(import.meta.dirname, `assessment.${language}.md`), 'utf8');
  const holds = conditionsOf(city);
  const values = valuesOf(city, language, options);
  return template
    .split('\n')
    .flatMap((line) => {
      const [, condition, rest] = /^\{if ([a-z_:]+)\} ?(.*)$/.exec(line) ?? [];
      if (condition === undefined) return [line];
      return holds.has(condition) ? [rest ?? ''] : [];
    })
    .join('\n')
    .replaceAll(/\{([a-z_]+)\}/g, (_, name: string) => filledIn(values, name));
}

function filledIn(values: Readonly<Record<string, string>>, name: string): string {
  const value = values[name];
  if (value === undefined) throw new Error(`the assessment's template names {${name}}, which nothing fills in`);
  return value;
}

/** What lines of the template may depend on. */
function conditionsOf({ settings, areas, streets }: City): Set<string> {
  const hasPolygons = areas.features.some(({ geometry }) => geometry !== null);
  return new Set([
    streets !== null && hasPolygons ? 'intersections' : 'no_intersections',
    ...settings.sources.flatMap((source) => [...fieldsOf(source)].map((field) => `field:${field}`)),
    ...settings.sources.flatMap(conditionsOfKind),
    ...settings.sources.map((source) => (fieldsOf(source).includes('id') ? 'numbered' : 'unnumbered')),
    settings.sources.every(isDatesOnly) ? 'dates_only' : 'times',
    settings.publish === undefined ? 'no_hook' : 'hook',
    ...(settings.alerts?.failure_webhook === undefined ? [] : ['webhook']),
    ...(settings.alerts?.health_ping === undefined ? [] : ['ping']),
    ...(settings.demo ? ['demo'] : []),
  ]);
}

/** An Open311 server has no time of closing: the adapter makes one of the last update. */
function fieldsOf(source: Source): readonly string[] {
  const fields = Object.keys(mappedNames(source));
  return source.kind === 'open311' ? [...fields, 'closed_at'] : fields;
}

/** How each kind delivers, what it sends beside what is kept, and whether it tells of deletions. */
function conditionsOfKind(source: Source): readonly string[] {
  switch (source.kind) {
    case 'demo':
      return ['delivery:full'];
    case 'files':
      return ['drop', ...(source.delivery === 'delta' ? ['delivery:delta', 'deletes:untold'] : ['delivery:full'])];
    case 'salesforce':
      return ['delivery:delta', 'deletes:told', 'asked', ...(source.history ? ['history'] : [])];
    case 'open311':
      return ['delivery:delta', 'deletes:untold', 'sent'];
  }
}

const timeOfDay = /%[HIpTXcrR]/;

/** By the declared way of writing; ISO text may hold a time or not. */
function isDatesOnly(source: Source): boolean {
  if (source.kind !== 'files') return false;
  const spec = source.fields.requested_at;
  const format = (typeof spec === 'object' ? spec.date_format : undefined) ?? source.date_format ?? 'iso';
  return format !== 'iso' && !timeOfDay.test(format);
}

function valuesOf({ settings, lists, folder }: City, language: Language, { version, date }: AssessmentOptions) {
  const { name, publisher, licence, site, publish } = settings;
  const text = (names: { readonly en?: string | undefined; readonly fr?: string | undefined }) => names[language] ?? '';
  const services = privacyTiers.flatMap((tier) => {
    const names = lists.services.filter((one) => one.tier === tier).map((one) => one[`name_${language}`]);
    const letter = tier.toLowerCase();
    return [
      [`services_${letter}`, bullets(names.toSorted((a, b) => a.localeCompare(b, `${language}-CA`)))],
      [`count_${letter}`, String(names.length)],
    ] as const;
  });
  return {
    ...{ version, date, folder, city: text(name) },
    ...{ publisher: text(publisher.name), steward: text(publisher.steward), email: publisher.email },
    ...{ url: site.url, licence: `[${text(licence.name)}](${licence.url})`, hook: publish?.command.join(' ') ?? '' },
    sources: bullets(settings.sources.map((source) => describeSource(source, folder))),
    ...Object.fromEntries(services),
    ...{ runs_kept: String(KEPT_RUNS), releases_kept: String(RELEASES_KEPT) },
    ...{ small_cell: String(withholding.smallCell), small_area: String(withholding.smallArea) },
    ...{ fewest_waiting: String(withholding.fewestWaiting), days_waited: daysWaited.warehouse.join(', ') },
    ...{ near_metres: String(withholding.nearMetres), fewest: String(withholding.fewestIntersections) },
  };
}

/** Names of the city's own, and words of its settings: the same in each language. */
function describeSource(source: Source, cityFolder: string): string {
  if (source.kind === 'demo') return `\`${source.id}\` – \`demo\``;
  if (source.kind !== 'files') return `\`${source.id}\` – \`${source.kind}\` – \`${source.url}\``;
  // What the environment names is another path on another machine.
  const folder = source.folder.startsWith('$') ? source.folder : path.resolve(cityFolder, source.folder);
  return `\`${source.id}\` – \`files\` – \`${folder}/${source.pattern}\`, \`${source.delivery}\``;
}

function bullets(lines: readonly string[]): string {
  return lines.length === 0 ? '–' : lines.map((line) => `- ${line}`).join('\n');
}
