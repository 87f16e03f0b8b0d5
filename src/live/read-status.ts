/** Opens the columns of the status files: how it stands with each service of each segment. */

import { momentOf } from '../contract/live-ages.ts';
import {
  clearingService,
  liveServices,
  stateLetters,
  type Confidence,
  type LiveService,
  type LiveStatus,
  type PassState,
  type StatusColumns,
} from '../contract/live.ts';
import type { StreetClass } from '../contract/streets.ts';

export type BlockState =
  | { readonly state: 'none' }
  | { readonly state: 'hidden' }
  /** `at` in milliseconds since 1970; more than an hour ago it is about then. */
  | { readonly state: PassState; readonly at: number; readonly confidence: Confidence };

export interface AskedBlock {
  /** Its place in the columns of the status. */
  readonly index: number;
  readonly class: StreetClass;
}

export interface StreetStatus {
  /** When the event began, in milliseconds since 1970; null without one. */
  readonly since: number | null;
  /** Those that were seen, whether their own files were read or not. */
  readonly services: readonly LiveService[];
  /** Undefined where only a file that was not read could tell. */
  stateOf(service: LiveService, block: AskedBlock): BlockState | undefined;
}

/** The files of services that were read beside the first. */
export type OtherStatus = { readonly [Service in LiveService]?: StatusColumns };

export function readStatus(first: LiveStatus, others: OtherStatus = {}): StreetStatus {
  const clearing = openColumns(first);
  const read = new Map(
    liveServices.flatMap((service) => {
      const columns = others[service];
      return columns === undefined ? [] : [[service, openColumns(columns)] as const];
    }),
  );
  const seen = new Set<LiveService>(liveServices.filter((service) => service in first.others));
  return {
    since: first.since === null ? null : first.since * 1000,
    services: [...seen],
    stateOf: (service, { index, class: kind }) => {
      if (clearingService(kind) === service) return clearing[index] ?? { state: 'none' };
      if (!seen.has(service)) return { state: 'none' };
      return read.has(service) ? (read.get(service)?.[index] ?? { state: 'none' }) : undefined;
    },
  };
}

function openColumns({ at, since, state, age }: StatusColumns): BlockState[] {
  let place = 0;
  return Array.from(state, (letter): BlockState => {
    const known = stateLetters[letter] ?? { state: 'none' };
    if (!('confidence' in known)) return known;
    // A step may begin before the event did, and nothing from then shows.
    const moment = Math.max(momentOf(age[place] ?? '', at * 1000), (since ?? 0) * 1000);
    place += 1;
    return { ...known, at: moment };
  });
}
