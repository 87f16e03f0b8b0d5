/** `status/<n>.json`: for each service, what is known of each street since the event began, in columns. */

import { liveServices, stateLetters, type LiveService, type LiveStatus } from '../../../src/contract/live.ts';
import type { StreetStatus } from '../street-status.ts';
import { floorToFive } from './five-minutes.ts';

export interface StatusMoment {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** When the event began; null without one. */
  readonly since: number | null;
  /** In the order of `streets.<hash>.json`. */
  readonly segmentIds: readonly string[];
  readonly isHidden: (segmentId: string) => boolean;
}

type ServiceColumns = NonNullable<LiveStatus['services'][LiveService]>;

export function statusFile(status: StreetStatus, moment: StatusMoment): LiveStatus {
  const at = floorToFive(moment.now);
  const services = liveServices.filter((service) => status.has(service));
  return {
    at: at / 1000,
    since: moment.since === null ? null : floorToFive(moment.since) / 1000,
    services: Object.fromEntries(services.map((service) => [service, columnsOf(status, service, at, moment)])),
  };
}

function columnsOf(
  status: StreetStatus,
  service: LiveService,
  at: number,
  { segmentIds, isHidden }: StatusMoment,
): ServiceColumns {
  const known = status.get(service);
  const minutes: number[] = [];
  let confidence = '';
  let state = '';
  for (const segmentId of segmentIds) {
    const one = known?.get(segmentId);
    if (isHidden(segmentId)) state += stateLetters.hidden;
    else if (one === undefined) state += stateLetters.none;
    else {
      state += stateLetters[one.state];
      minutes.push((at - floorToFive(one.at)) / 60_000);
      confidence += one.confidence;
    }
  }
  return { state, minutes, confidence };
}

/** The same for two that say the same of every street, whenever they were written. */
export function whatItSays({ at, since, services }: LiveStatus): string {
  const absolute = Object.entries(services).map(([service, { minutes, confidence, state }]) => [
    service,
    minutes.map((minute) => at - minute * 60),
    confidence,
    state,
  ]);
  return JSON.stringify([since, absolute]);
}
