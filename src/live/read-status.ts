/** Opens the columns of a status file: for each service, what is known of each segment. */

import {
  liveServices,
  stateLetters,
  type Confidence,
  type LiveService,
  type LiveStatus,
  type PassState,
} from '../contract/live.ts';
import type { StreetClass } from '../contract/streets.ts';

export type BlockState =
  | { readonly state: 'none' }
  | { readonly state: 'hidden' }
  /** `at` in milliseconds since 1970. */
  | { readonly state: PassState; readonly at: number; readonly confidence: Confidence };

export interface StreetStatus {
  /** When the event began, in milliseconds since 1970; null without one. */
  readonly since: number | null;
  readonly services: readonly LiveService[];
  /** Of a segment, by its place in the columns. */
  stateOf(service: LiveService, segment: number): BlockState;
}

const stateOfLetter = new Map(Object.entries(stateLetters).map(([state, letter]) => [letter as string, state]));

export function readStatus({ at, since, services }: LiveStatus): StreetStatus {
  const read = new Map(
    liveServices.flatMap((service) => {
      const columns = services[service];
      return columns === undefined ? [] : [[service, openColumns(columns, at * 1000)] as const];
    }),
  );
  return {
    since: since === null ? null : since * 1000,
    services: [...read.keys()],
    stateOf: (service, segment) => read.get(service)?.[segment] ?? { state: 'none' },
  };
}

function openColumns(
  { state, minutes, confidence }: NonNullable<LiveStatus['services'][LiveService]>,
  at: number,
): BlockState[] {
  let place = 0;
  return [...state].map((letter): BlockState => {
    const known = stateOfLetter.get(letter) ?? 'none';
    if (known === 'none' || known === 'hidden') return { state: known };
    const found = { at: at - (minutes[place] ?? 0) * 60_000, confidence: (confidence[place] ?? 'C') as Confidence };
    place += 1;
    return { state: known as PassState, ...found };
  });
}

/** What clears the snow of a class of street: always said, done or not. */
export function clearingService(kind: StreetClass): LiveService {
  return kind === 'laneway' ? 'laneway' : kind === 'path' ? 'sidewalk' : 'plow';
}
