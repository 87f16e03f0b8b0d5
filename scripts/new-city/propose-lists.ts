/** Proposes the lists of a city folder from the values of its export: every service in tier C until a person decides. */

import type { Language } from '../../src/contract/city.ts';
import { joinMatches } from '../../src/contract/city.ts';
import type { ValueCount } from '../warehouse/look-at-file.ts';
import { areaNames, channelNames, commonEnding } from './known-names.ts';
import { foldText, makeCodes, slugOf } from './make-codes.ts';
import { isListed, looksPersonal, tally, type Tallied } from './tally.ts';

export type ListRow = Readonly<Record<string, string>>;

/** A text in each language of the city; what the source writes is in the first. */
type Names = Partial<Record<Language, string>>;

export interface CityNames {
  readonly languages: readonly Language[];
  readonly name: Names;
}

export interface Valued {
  /** Services first, departments second where the export has them. */
  readonly services: readonly ValueCount[];
  readonly channels: readonly ValueCount[];
  readonly areas: readonly ValueCount[];
}

export interface ProposedLists {
  readonly service_groups: readonly ListRow[];
  readonly departments: readonly ListRow[];
  readonly channels: readonly ListRow[];
  readonly services: readonly ListRow[];
  /** What `services` are, with how many records each has: for the person who decides. */
  readonly serviceTallies: readonly Tallied[];
  readonly areas: readonly ListRow[];
}

const MOST_GROUPS = 20;
const oneGroup = { code: 'services', name: { en: 'All services', fr: 'Tous les services' } };
const otherGroup = { code: 'services', name: { en: 'Other services', fr: 'Autres services' } };

export function proposeLists(valued: Valued, city: CityNames, areaColumn: string): ProposedLists {
  const services = tally(valued.services, 0).filter(({ text }) => !looksPersonal(text));
  const departments = tally(valued.services, 1)
    .filter(isListed)
    .map(({ text }) => text);
  const departmentCodes = makeCodes(departments, 'department');
  const groups = groupsOf(departments);
  const groupCodes = makeCodes([...new Set(groups.values())], 'group');
  const usual = usualDepartments(valued.services, departments);
  const ownerless = services.some(({ text }) => !usual.has(foldText(text)));
  const named = (text: string) => namesIn(city.languages, sourceName(text, city.languages));
  const serviceNames = withoutEnding(services.map(({ text }) => text));
  const serviceCodes = makeCodes([...serviceNames.values()], 'service');
  const cityCode = departmentCodes.has('city') ? 'the_city' : 'city';
  const usesOneGroup = groups.size === 0 || ownerless;
  const lastGroup = groups.size === 0 ? oneGroup : otherGroup;
  return {
    service_groups: [
      ...[...groupCodes].map(([text, code]) => ({ service_group: code, ...named(text) })),
      ...(usesOneGroup ? [{ service_group: lastGroup.code, ...namesIn(city.languages, lastGroup.name) }] : []),
    ],
    departments: [
      ...departments.map((text) => ({
        department: departmentCodes.get(text) ?? '',
        ...named(text),
        matches: joinMatches([text]),
      })),
      ...(ownerless ? [{ department: cityCode, ...namesIn(city.languages, city.name), matches: '' }] : []),
    ],
    channels: listed(tally(valued.channels, 0).filter(isListed), 'channel', (text) => {
      const known = channelNames(text);
      return known ? namesIn(city.languages, known) : named(text);
    }),
    services: services.map(({ text }) => {
      const department = usual.get(foldText(text));
      return {
        service_code: serviceCodes.get(serviceNames.get(text) ?? '') ?? '',
        service_group: groupCodes.get(groups.get(department ?? '') ?? '') ?? oneGroup.code,
        department: departmentCodes.get(department ?? '') ?? cityCode,
        kind: 'request',
        tier: 'C',
        ...named(serviceNames.get(text) ?? text),
        matches: joinMatches([text]),
      };
    }),
    serviceTallies: services,
    areas: proposeAreas(tally(valued.areas, 0).filter(isListed), city, areaColumn),
  };
}

/** `Pothole Case` is `Pothole` where nearly all end so, and no two become one. */
function withoutEnding(texts: readonly string[]): Map<string, string> {
  const ending = commonEnding(texts);
  const shorter = texts.map((text) => (text.endsWith(ending) ? text.slice(0, text.length - ending.length) : text));
  const isDistinct = new Set(shorter.map(foldText)).size === texts.length;
  return new Map(texts.map((text, index) => [text, isDistinct ? (shorter[index] ?? text) : text]));
}

function listed(values: readonly Tallied[], key: string, named: (text: string) => ListRow): ListRow[] {
  const codes = makeCodes(
    values.map(({ text }) => text),
    key,
  );
  return values.map(({ text }) => ({ [key]: codes.get(text) ?? '', ...named(text), matches: joinMatches([text]) }));
}

/** The department that most of a service's records name, of those listed; by folded service. */
function usualDepartments(counts: readonly ValueCount[], departments: readonly string[]): Map<string, string> {
  const byFold = new Map(departments.map((text) => [foldText(text), text]));
  const services = Map.groupBy(
    counts.filter(({ values: [service, department] }) => service && byFold.has(foldText(department ?? ''))),
    ({ values }) => foldText(values[0] ?? ''),
  );
  return new Map(
    [...services].map(([service, own]) => [service, byFold.get(foldText(tally(own, 1)[0]?.text ?? '')) ?? '']),
  );
}

/** A group for each department; of many departments, for what stands before ` - ` in their names. */
function groupsOf(departments: readonly string[]): Map<string, string> {
  const whole = new Map(departments.map((text) => [text, text]));
  if (departments.length <= MOST_GROUPS) return whole;
  const before = new Map(departments.map((text) => [text, text.split(' - ')[0]?.trim() ?? text]));
  return new Set(before.values()).size <= MOST_GROUPS ? before : new Map();
}

/** A place's own name is the same in any language, until a person says otherwise. */
function areaName(name: string, languages: readonly Language[]): ListRow {
  const own = Object.values(sourceName(name, languages))[0] ?? name;
  return namesIn(languages, areaNames(name) ?? Object.fromEntries(languages.map((language) => [language, own])));
}

/** Words for no place, which are no area. */
export function isNoArea(text: string): boolean {
  return noArea.test(text.trim());
}

const noArea = /^(?:0|unknown|undetermined|none|null|n\/?a|no address.*|inconnue?|ind[ée]termin[ée]e?|aucune?|-+)$/i;

/** `WARD 12` is shouted. */
function quietly(text: string): string {
  const isLoud = text === text.toUpperCase() && /\p{L}{3}/u.test(text);
  return isLoud ? text.toLowerCase().replaceAll(/(?<=^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase()) : text;
}

/** Spellings that differ in spaces and signs are one area. A bare number gets the word of its column: `Ward 3`. */
function proposeAreas(values: readonly Tallied[], { languages }: CityNames, column: string): ListRow[] {
  const word = column.split(/[\s_.-]+/).at(-1) ?? '';
  const kind = word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
  const nameOf = (text: string) => (/^\d+$/.test(text) ? `${kind} ${Number(text)}` : text);
  const known = values.filter(({ text }) => !isNoArea(text));
  const areas = Map.groupBy(known, ({ text }) =>
    slugOf(nameOf(text).replaceAll(/(?<=\p{L})(?=\d)/gu, ' '), 'area').replaceAll('_', '-'),
  );
  return [...areas]
    .sort(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }))
    .map(([area_id, spellings]) => ({
      area_id,
      ...areaName(quietly(nameOf(spellings[0]?.text ?? '')), languages),
      matches: joinMatches(spellings.map(({ text }) => text)),
    }));
}

/** No published name begins like a formula, which a spreadsheet would run. */
function sourceName(text: string, languages: readonly Language[]): Names {
  return { [languages[0] ?? 'en']: text.replace(/^[=+\-@\s`'"]+/, '').trim() || text };
}

/** The columns of the city's languages; blank where a person has to write the name. */
function namesIn(languages: readonly Language[], names: Names): ListRow {
  return Object.fromEntries(languages.map((language) => [`name_${language}`, names[language] ?? '']));
}
