/** The types and statuses that a request system offers and no list of the city names, though no record may hold one yet. */

import { type City, splitMatches } from '../../src/contract/city.ts';
import { foldText } from '../new-city/make-codes.ts';
import type { Discovery } from '../sources/source.ts';
import type { UnlistedValue } from './paste-rows.ts';

/** Those that records hold too are in `unlisted` already. */
export function unlistedOffer(
  { lists }: City,
  source: string,
  { types, statuses }: Discovery,
  unlisted: readonly UnlistedValue[],
): UnlistedValue[] {
  const named = new Set(
    lists.services.flatMap(({ service_code, matches }) => [service_code, ...splitMatches(matches)]).map(foldText),
  );
  const rules = new Set(
    lists.statuses.filter((rule) => ['*', source].includes(rule.source)).map(({ status }) => foldText(status)),
  );
  const isToldOf = (list: UnlistedValue['list'], value: string) =>
    unlisted.some((one) => one.list === list && one.source === source && foldText(one.value ?? '') === foldText(value));
  const offered = (list: 'services' | 'statuses', values: readonly string[]) =>
    values
      .filter((value) => !isToldOf(list, value))
      .map((value) => ({ list, source, value, closure: '*', value_count: 1, request_count: 0 }));
  return [
    ...offered('services', types.filter((type) => !named.has(foldText(type)))),
    ...offered('statuses', statuses.filter((status) => !rules.has('*') && !rules.has(foldText(status)))),
  ]; // prettier-ignore
}
