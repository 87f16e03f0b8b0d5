/** What only Salesforce can refuse, as errors that name cause and remedy. */

import { OperatorError } from '../../support/operator-error.ts';
import { type AskedPlace, fieldsMissing, placeWords, signInRefused, unreadable } from '../source-errors.ts';
import type { MappedField } from './case-fields.ts';
import { Refused } from './refused.ts';

export function historyRefused(place: AskedPlace, found: string): OperatorError {
  return new OperatorError('SOURCE_HISTORY_REFUSED', {
    exit: 'source',
    message: "The CRM does not let us read the history of its cases' statuses.",
    faults: [
      {
        where: placeWords(place),
        found,
        expected: 'CaseHistory2 (API version 59.0 or later), which history of this source asks for',
      },
    ],
    remedy:
      'Ask the CRM\'s administrator to let our account read CaseHistory2, or write "history": false for this source in city.json (reopenings are then seen only as they happen), then: npm run nightly',
  });
}

export function personalFields(
  place: AskedPlace,
  personal: readonly MappedField[],
  typeOf: (mapped: MappedField) => string,
): OperatorError {
  return new OperatorError('SOURCE_FIELD_PERSONAL', {
    exit: 'configuration',
    message: "A field that the city maps holds free text or somebody's contact, by its type in the CRM.",
    faults: personal.map((mapped) => ({
      where: placeWords(place),
      found: `${mapped.name} of type ${typeOf(mapped)}, used as ${mapped.field}`,
      expected: 'a list of values, a date, a number or a short text',
    })),
    remedy: 'Name another field in fields of this source in city.json, or null for none, then: npm run nightly',
  });
}

/** A refusal of a query or a description as the operator's error; whatever is none stays as it is. */
export function refusalError(cause: unknown, place: AskedPlace, mapped: readonly MappedField[]): unknown {
  if (!(cause instanceof Refused)) return cause;
  const named = mapped.filter(({ name }) => cause.names(name) || cause.names(name.split('.').at(-1)!));
  if (named.length > 0) return fieldsMissing(place, named.map(asMissing));
  if (cause.code === 'INVALID_FIELD' && mapped.length > 0) return fieldsMissing(place, mapped.map(asMissing));
  // An object that an account may not see is, to it, none.
  const isHidden = [401, 403].includes(cause.status) || ['INVALID_TYPE', 'NOT_FOUND'].includes(cause.code);
  return isHidden
    ? signInRefused(place, hiddenWords[cause.code] ?? cause.code)
    : unreadable(place, 'an answer', cause.code);
}

const hiddenWords: Readonly<Record<string, string>> = {
  INVALID_TYPE: 'INVALID_TYPE: no such object for our account',
  NOT_FOUND: 'NOT_FOUND: no such object for our account, or no such api_version',
};

export function asMissing({ field, name }: MappedField): { readonly name: string; readonly usedAs: string } {
  return { name, usedAs: field };
}
