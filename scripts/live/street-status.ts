/** What each street shows: of each service the newest state of this event, where a person's word wins. */

import type { Confidence, LiveService, Pass, PassState } from '../../src/contract/live.ts';

export interface StreetEvent {
  /** Milliseconds since 1970. `endedAt` is null while it lasts. */
  readonly startedAt: number;
  readonly endedAt: number | null;
}

export interface ServiceStatus {
  readonly state: PassState;
  /** When it was so: milliseconds since 1970. */
  readonly at: number;
  readonly confidence: Confidence;
  readonly basis: Pass['basis'];
}

/** By service, then by segment. What is not in it has not been served since the event began. */
export type StreetStatus = ReadonlyMap<LiveService, ReadonlyMap<string, ServiceStatus>>;

/** Passes by machines and words of supervisors, in any order. Without an event nothing has a state. */
export function findStreetStatus(passes: readonly Pass[], event: StreetEvent | undefined): StreetStatus {
  const status = new Map<LiveService, Map<string, ServiceStatus>>();
  if (event === undefined) return status;
  for (const [service, ofService] of Map.groupBy(
    passes.filter((pass) => isOf(pass, event)),
    byService,
  )) {
    const segments = Map.groupBy(ofService, ({ segmentId }) => segmentId);
    status.set(service, new Map([...segments].map(([segmentId, of]) => [segmentId, toStatus(standing(of))])));
  }
  return status;
}

const byService = ({ service }: Pass) => service;

/** The event owns the colour: what began before it belongs to the storm before, what ended after it to none. */
function isOf({ startedAt, endedAt }: Pass, event: StreetEvent): boolean {
  return startedAt >= event.startedAt && endedAt <= (event.endedAt ?? Infinity);
}

/**
 * A person's word holds against every pass that had begun when it was given: it was given in view of it. A pass that
 * begins later is new work.
 */
function standing(passes: readonly Pass[]): Pass {
  const word = newest(passes.filter(({ basis }) => basis === 'supervisor'));
  const since = passes.filter(({ basis, startedAt }) => basis === 'gps' && startedAt > (word?.endedAt ?? -Infinity));
  return newest(since) ?? (word as Pass);
}

function newest(passes: readonly Pass[]): Pass | undefined {
  return passes.toSorted((a, b) => b.endedAt - a.endedAt || (rank(a) < rank(b) ? -1 : 1))[0];
}

/** Of two at the same time the surer one, so that their order does not matter. */
function rank({ state, confidence, startedAt }: Pass): string {
  const states: readonly PassState[] = ['done', 'inspected', 'drove', 'blocked', 'skipped'];
  return `${states.indexOf(state)}${confidence}${startedAt}`;
}

function toStatus({ state, endedAt, confidence, basis }: Pass): ServiceStatus {
  return { state, at: endedAt, confidence, basis };
}
