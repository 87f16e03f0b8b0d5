/** What was found in an export, as text for the person who decides: columns, services, statuses, and what comes next. */

import type { RawField } from '../../src/contract/sources.ts';
import type { ValueCount } from '../warehouse/look-at-file.ts';
import type { Delivery } from './find-delivery.ts';
import type { Proposal, ProposedField } from './propose-fields.ts';
import { closedMeansDone, type ProposedStatus } from './propose-outcomes.ts';
import type { ExportValues } from './read-export.ts';
import { isListed, tally, type Tallied } from './tally.ts';
import { sharedMonths } from './write-folder.ts';

const SHOWN = 15;

/** What each confidence rests on. */
const grounds = {
  sure: 'by its name',
  likely: 'by a part of its name',
  guess: 'by what it holds',
  told: 'as you said',
};

/** A value is shown of columns that lists are made of, and of no other. */
export function describeColumns(
  fields: readonly ProposedField[],
  { refused }: Proposal,
  unread: readonly string[],
  values?: ExportValues,
): string[] {
  const width = Math.max(...fields.map(({ column }) => column.length));
  return [
    'Column → field:',
    ...fields.map(({ field, column, confidence, alternatives }) => {
      const others = alternatives.length === 0 ? '' : `; or ${alternatives.slice(0, 4).join(', ')}`;
      return `  ${column.padEnd(width)}  ${field.padEnd(13)} ${grounds[confidence]}${others}${values ? examplesOf(field, values) : ''}`;
    }),
    ...refused.map(({ column, field, why }) => `  ${column.padEnd(width)}  not read: called like ${field}, but ${why}`),
    `Not read, and never stored: ${unread.length === 0 ? 'nothing' : unread.join(', ')}`,
  ];
}

function examplesOf(field: RawField, { services, statuses, channels, areas }: ExportValues): string {
  const places: Partial<Record<RawField, readonly [readonly ValueCount[], number]>> = {
    service: [services, 0],
    department: [services, 1],
    status: [statuses, 0],
    closure: [statuses, 1],
    channel: [channels, 0],
    area: [areas, 0],
  };
  const place = places[field];
  const examples =
    place === undefined
      ? []
      : tally(...place)
          .filter(isListed)
          .slice(0, 3);
  return examples.length === 0 ? '' : `; such as ${examples.map(({ text }) => text).join(', ')}`;
}

export function describeServices(services: readonly Tallied[]): string[] {
  const rare = services.filter((service) => !isListed(service)).length;
  return [
    `${plural(services.length, 'service')}, all in tier C until you say otherwise. Those most asked for:`,
    ...services
      .filter(isListed)
      .slice(0, SHOWN)
      .map(({ text, records }) => `  ${count(records).padStart(9)}  ${text}`),
    ...(rare === 0
      ? []
      : [`${plural(rare, 'service')} with under 5 records at the end of services.csv: is each a service?`]),
  ];
}

export function describeStatuses(statuses: readonly ProposedStatus[]): string[] {
  if (statuses.length === 0)
    return ['No closing: what became of the requests cannot be told, only how many there are.'];
  if (statuses.includes(closedMeansDone)) {
    return [
      'No status: a request is open until it has a closing, and then it counts as fulfilled. Is that so in your system?',
    ];
  }
  return [
    'Statuses (and closure reasons) → outcome:',
    ...statuses
      .slice(0, 2 * SHOWN)
      .map(
        ({ status, closure, outcome, records }) =>
          `  ${count(records).padStart(9)}  ${status}, ${closure || '(blank)'} → ${outcome}`,
      ),
  ];
}

/** Which of several files counts for a month that is in more than one is the city's to say. */
export function describeMonths(delivery: Delivery, months: ExportValues['months']): string[] {
  const shared = sharedMonths(months);
  if (shared.length === 0) return [];
  return [
    `Several files hold ${shared.join(', ')}. Of each month the file delivered last counts: see "order" in city.json.`,
    ...delivery.files.map((name) => `  ${name}: ${(months.get(name) ?? []).join(', ')}`),
  ];
}

export interface NextSteps {
  readonly data: string;
  readonly services: readonly Tallied[];
  readonly recordCount: number;
  readonly unmapped: number;
  readonly hasFrench: boolean;
  /** Areas that bear one name in both languages. */
  readonly sameNamed: number;
}

/** What is left for a person, in the order in which it is done. */
export function nextSteps({ data, services, recordCount, unmapped, hasFrench, sameNamed }: NextSteps): string[] {
  const most = mostAskedFor(services, recordCount);
  const steps = [
    `${data}/city/services.csv: the tier of the ${plural(most, 'service')} at the top, which make nine requests in ten: A (a public thing), B (near a home), or leave C (no record is published)`,
    ...(hasFrench ? ['the column name_fr (or name_en) of each list, where it is blank'] : []),
    ...(sameNamed > 0 ? [`${data}/city/areas.geojson: ${sameNamedWords(sameNamed)}`] : []),
    ...(unmapped > 0
      ? [`${data}/city/statuses.csv: what became of requests, in ${plural(unmapped, 'row')} that say unmapped`]
      : []),
    `${data}/city/city.json: addresses, publisher and licence, in place of those of example.org`,
    `npm run check-config -- --data ${data}`,
    'a secret, once: (umask 077; openssl rand -hex 32 > ~/plainview-secret); export PLAINVIEW_SECRET_FILE=~/plainview-secret',
    `npm run nightly -- --data ${data}`,
  ];
  return ['What comes next:', ...steps.map((step, index) => `  ${index + 1}. ${step}`)];
}

export function sameNamedWords(areaCount: number): string {
  return `${plural(areaCount, 'area')} with one name in both languages, which is right for a name of its own`;
}

/** How many services it takes, from the most asked for, to make nine requests in ten. */
export function mostAskedFor(services: readonly Tallied[], recordCount: number): number {
  let left = 0.9 * recordCount;
  const needed = services.filter(({ records }) => {
    const isNeeded = left > 0;
    left -= records;
    return isNeeded;
  });
  return needed.length;
}

export function count(value: number): string {
  return value.toLocaleString('en-CA');
}

export function plural(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? '' : 's'}`;
}
