/** What a request system with an API offers, beside what the city asks of it: field by field. */

import { mappedNames } from '../../src/contract/mapped-names.ts';
import { isPersonal } from '../../src/contract/personal-fields.ts';
import { type RawField, rawFields } from '../../src/contract/sources.ts';
import { count, plural } from '../new-city/describe-proposal.ts';
import { nameSays } from '../new-city/propose-fields.ts';
import { fieldsMissing } from '../sources/source-errors.ts';
import type { Discovery } from '../sources/source.ts';
import type { ApiSettings } from './try-source.ts';

/** Of many fields that might be the one, as many are named. */
const MOST_NAMED = 3;

export function describeOffer(
  settings: ApiSettings,
  { identity, types, statuses, fields, personalFields = [] }: Discovery,
): string[] {
  const names = mappedNames(settings);
  const others = unaskedFields(
    names,
    fields.filter((name) => !personalFields.includes(name)),
  );
  return [
    `source ${settings.id}: reached${identity === null ? '' : `, as ${identity}`}`,
    `  offers: ${plural(types.length, 'type')}, ${count(statuses.length)} ${statuses.length === 1 ? 'status' : 'statuses'}, ${plural(fields.length, 'field')}`,
    `  asked for: ${Object.entries(names).map(([field, name]) => `${name} → ${field}`).join(', ')}`,
    ...(others.length === 0 ? [] : [`  might be asked for too: ${others.join(', ')}`]),
  ]; // prettier-ignore
}

/** Throws CRM_FIELD_MISSING with all fields that are mapped and not offered; a field by way of another record is not judged. */
export function refuseMissing(settings: ApiSettings, { fields }: Discovery): void {
  const offered = new Set(fields.map(fold));
  const missing = Object.entries(mappedNames(settings))
    .filter(([, name]) => !name.includes('.') && !offered.has(fold(name)))
    .map(([usedAs, name]) => ({ name, usedAs }));
  if (missing.length > 0) throw fieldsMissing({ source: settings.id, url: settings.url }, missing, fields);
}

/** Of the fields that the city does not map, those that by their name the system seems to have; never a personal one. */
function unaskedFields(names: Readonly<Record<string, string>>, offered: readonly string[]): string[] {
  const asked = new Set(Object.values(names).map(fold));
  const free = offered.filter((name) => !asked.has(fold(name)) && !isPersonal(name));
  return rawFields
    .filter((field) => names[field] === undefined)
    .flatMap((field) => likely(field, free).map((name) => `${name} (${field})`));
}

function likely(field: RawField, offered: readonly string[]): string[] {
  const sure = offered.filter((name) => nameSays(field, name) === 'sure');
  return (sure.length > 0 ? sure : offered.filter((name) => nameSays(field, name) === 'likely')).slice(0, MOST_NAMED);
}

/** Names of fields are the same in capital letters to these systems. */
function fold(name: string): string {
  return name.toLowerCase();
}
