/** What each source calls the fields that are asked of it: its usual names, and those of the city over them. */

import { open311Fields, type RawField, rawFields, salesforceFields, type Source } from './sources.ts';

export type FieldNames = { readonly [Field in RawField]?: string };

export function mappedNames(source: Source): FieldNames {
  switch (source.kind) {
    case 'demo':
      return Object.fromEntries(rawFields.map((field) => [field, field]));
    case 'files':
      return namesOf(
        Object.entries(source.fields).map(([field, spec]) => [field, typeof spec === 'string' ? spec : spec.column]),
      );
    case 'salesforce':
      return namesOf(Object.entries({ ...salesforceFields, ...source.fields }));
    case 'open311':
      return namesOf(Object.entries({ ...open311Fields, ...source.fields }));
  }
}

/** What a city has no use for is `null`. */
function namesOf(entries: readonly (readonly [string, string | null | undefined])[]): FieldNames {
  return Object.fromEntries(entries.filter(([, name]) => typeof name === 'string'));
}
