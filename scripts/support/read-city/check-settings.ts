/** Checks `city.json` beyond its shape: texts in each language, source ids once, what each kind of source needs. */

import { languages as knownLanguages } from '../../../src/contract/city.ts';
import { requiredRawFields } from '../../../src/contract/sources.ts';
import type { Fault } from '../operator-error.ts';
import { operationFaults } from './check-operation.ts';
import { isRecord } from './schema-keys.ts';
import { localizedFaults } from './check-names.ts';
import { showValue } from './schema-faults.ts';
import { unsetVariable, type Environment } from './resolve-source-folder.ts';

/** Reads what it can of a file whose shape may be at fault, so that its other faults are found in the same run. */
export function settingsFaults(file: string, raw: unknown, environment: Environment): Fault[] {
  if (!isRecord(raw)) return [];
  const languages = languagesOf(raw);
  const publisher = isRecord(raw['publisher']) ? raw['publisher'] : {};
  const licence = isRecord(raw['licence']) ? raw['licence'] : {};
  const sources = sourcesOf(raw);
  return [
    ...repeated(languages).map((index) => repeatedFault(`${file}, languages[${index}]`, languages[index])),
    ...localizedFaults(raw['name'], `${file}, name`, languages),
    ...localizedFaults(publisher['name'], `${file}, publisher.name`, languages),
    ...localizedFaults(publisher['steward'], `${file}, publisher.steward`, languages),
    ...localizedFaults(licence['name'], `${file}, licence.name`, languages),
    ...repeated(sourceIdsOf(raw)).map((index) =>
      repeatedFault(`${file}, sources[${index}].id`, sources[index]?.['id']),
    ),
    ...sources.flatMap((source, index) =>
      sourceFaults(`${file}, sources[${index}]`, source, raw['demo'] === true, environment),
    ),
    ...operationFaults(file, raw, environment),
  ];
}

export function languagesOf(raw: unknown): string[] {
  const languages = isRecord(raw) && Array.isArray(raw['languages']) ? raw['languages'] : [];
  return languages.filter((language) => (knownLanguages as readonly unknown[]).includes(language));
}

export function sourceIdsOf(raw: unknown): string[] {
  return sourcesOf(raw).map((source) => String(source['id'] ?? ''));
}

function sourcesOf(raw: unknown): Record<string, unknown>[] {
  return isRecord(raw) && Array.isArray(raw['sources']) ? raw['sources'].map((one) => (isRecord(one) ? one : {})) : [];
}

function sourceFaults(
  where: string,
  source: Record<string, unknown>,
  isDemo: boolean,
  environment: Environment,
): Fault[] {
  if (source['kind'] === 'demo' && !isDemo) {
    const expected = 'a source of real records, or "demo": true for the city, which every page then says';
    return [{ where: `${where}.kind`, found: 'demo', expected }];
  }
  if (source['kind'] !== 'files') return [];
  const fields = isRecord(source['fields']) ? source['fields'] : null;
  const variable = typeof source['folder'] === 'string' ? unsetVariable(source['folder'], environment) : undefined;
  return [
    ...requiredRawFields
      .filter((field) => fields && !(field in fields))
      .map((field) => ({
        where: `${where}.fields.${field}`,
        found: 'nothing',
        expected: 'the column of the file that holds it',
      })),
    ...(variable === undefined
      ? []
      : [{ where: `${where}.folder`, found: `$${variable}, which is not set`, expected: 'a folder' }]),
  ];
}

/** Positions of values that stood earlier in the list. */
function repeated(values: readonly string[]): number[] {
  return values.flatMap((value, index) => (value !== '' && values.indexOf(value) < index ? [index] : []));
}

function repeatedFault(where: string, value: unknown): Fault {
  return { where, found: showValue(value), expected: 'each once' };
}
