/** What is known of each street, in the columns of a status file. */

import { ageLetter, momentOf } from '../../../src/contract/live-ages.ts';
import {
  clearingService,
  liveServices,
  stateLetters,
  type LiveService,
  type StatusColumns,
} from '../../../src/contract/live.ts';
import type { Segment } from '../../../src/contract/streets.ts';
import type { ServiceStatus, StreetStatus } from '../street-status.ts';
import { floorToFive } from './five-minutes.ts';

export interface StatusMoment {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** When the event began; null without one. */
  readonly since: number | null;
  /** In the order of `streets.<hash>.json`. */
  readonly segments: readonly Segment[];
  readonly isHidden: (segmentId: string) => boolean;
}

/** Of each segment what clears it: the service that is asked about most, and the only one that is always said. */
export function clearingColumns(status: StreetStatus, moment: StatusMoment): StatusColumns {
  return columnsOf(moment, ({ properties }) => status.get(clears(properties))?.get(properties.segment_id));
}

export function serviceColumns(status: StreetStatus, service: LiveService, moment: StatusMoment): StatusColumns {
  const known = status.get(service);
  return columnsOf(moment, ({ properties }) => known?.get(properties.segment_id));
}

/** Those of which there is more to tell than the first file does. */
export function otherServices(status: StreetStatus, segments: readonly Segment[]): LiveService[] {
  const isOther = (service: LiveService) => (segment: Segment) =>
    clears(segment.properties) !== service && status.get(service)?.has(segment.properties.segment_id);
  return liveServices.filter((service) => status.has(service) && segments.some(isOther(service)));
}

const clears = (properties: Segment['properties']) => clearingService(properties.class);

function columnsOf(
  { now, since, segments, isHidden }: StatusMoment,
  find: (segment: Segment) => ServiceStatus | undefined,
): StatusColumns {
  const at = floorToFive(now);
  let [state, age] = ['', ''];
  for (const segment of since === null ? [] : segments) {
    const one = isHidden(segment.properties.segment_id) ? 'hidden' : find(segment);
    state += letterOf(one);
    if (typeof one === 'object') age += ageLetter(one.at, at);
  }
  return { at: at / 1000, since: since === null ? null : floorToFive(since) / 1000, state, age };
}

const letters = new Map(
  Object.entries(stateLetters).map(([letter, one]) => [
    'confidence' in one ? one.state + one.confidence : one.state,
    letter,
  ]),
);

function letterOf(one: ServiceStatus | 'hidden' | undefined): string {
  if (typeof one !== 'object') return letters.get(one ?? 'none') as string;
  // People are sure, whatever a pass of theirs would say.
  return (letters.get(one.state + one.confidence) ?? letters.get(`${one.state}A`)) as string;
}

/** The same for two that say the same of every street, whenever they were written. */
export function whatItSays({ at, since, state, age }: StatusColumns): string {
  const moments = Array.from(age, (letter) => momentOf(letter, at * 1000));
  return JSON.stringify([since, state, moments]);
}
