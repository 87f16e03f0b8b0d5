/** From the fixes of one event to its passes, in any order and as often as they come: the same fixes give the same passes. */

import type { Fix, Pass } from '../../../src/contract/live.ts';
import type { PlaceCollection } from '../../../src/contract/streets.ts';
import type { GradedFix } from './fix-set.ts';
import { type Refusal, refuse } from './gate.ts';
import { edgeOf, type Network } from './network.ts';
import { findParallels } from './parallel.ts';
import type { Street } from './pass-rule.ts';
import { createRouter } from './route.ts';
import { type MatchingRules, matchingRules } from './rules.ts';
import { openVehicleTrack, type TrackGround, type VehicleTrack } from './vehicle-track.ts';
import { findYards } from './yards.ts';

export interface MatchingOptions {
  readonly network: Network;
  readonly places: PlaceCollection;
  /** When the event began, in milliseconds since 1970: a new event inherits nothing. */
  readonly since: number;
  readonly rules?: MatchingRules;
}

export interface Matching {
  readonly add: (fixes: Iterable<Fix>) => void;
  /**
   * Of what is known at `now` (milliseconds since 1970, never going back; Infinity when the event is over). The last
   * fixes of each vehicle may yet be judged otherwise, and later arrivals repair what went before.
   */
  readonly passes: (now: number) => Pass[];
  /** How many fixes were not used at all, and why. */
  readonly refused: () => ReadonlyMap<Refusal, number>;
  /** Each vehicle's distinct fixes with the grade of their clock, in the order of their times; by `<source> <vehicle>`. */
  readonly vehicles: () => ReadonlyMap<string, readonly GradedFix[]>;
}

export function openMatching({ network, places, since, rules = matchingRules }: MatchingOptions): Matching {
  const tracks = new Map<string, VehicleTrack>();
  const refused = new Map<Refusal, number>();
  const shared = {
    network,
    rules,
    since,
    router: createRouter(network, rules),
    inYard: findYards(places, network.plane),
    streetOf: describeStreets(network, rules),
  };

  function trackOf({ source, vehicle, kind }: Fix): VehicleTrack {
    const key = `${source} ${vehicle} ${kind}`;
    const known = tracks.get(key);
    if (known) return known;
    const ground: TrackGround = { ...shared, profile: kind === 'sidewalk_machine' ? 'walk' : 'road' };
    const track = openVehicleTrack(kind, ground);
    tracks.set(key, track);
    return track;
  }

  return {
    add(fixes) {
      for (const fix of fixes) {
        const refusal = refuse(fix, network, rules);
        if (refusal) refused.set(refusal, (refused.get(refusal) ?? 0) + 1);
        else trackOf(fix).add(fix);
      }
    },
    passes(now) {
      const until = now - rules.reorderSeconds * 1000;
      return [...tracks.values()].flatMap((track) => track.passes(until)).sort(comparePasses);
    },
    refused: () => refused,
    vehicles: () => new Map([...tracks].map(([key, track]) => [key, track.fixes()])),
  };
}

function describeStreets(network: Network, rules: MatchingRules): (segment: number) => Street {
  const parallels = findParallels(network, rules.parallelMetres);
  const endsDead = (segment: number, isBackward: boolean) => network.endsDead[edgeOf(segment, isBackward)]! === 1;
  const streets = network.segmentIds.map((segmentId, segment): Street => {
    return {
      segmentId,
      class: network.classes[segment] as Street['class'],
      length: network.lengths[segment]!,
      hasParallel: parallels[segment] === 1,
      isDeadEnd: endsDead(segment, false) || endsDead(segment, true),
    };
  });
  return (segment) => streets[segment] as Street;
}

/** By time; the order of the vehicles must not show, so what is left is by all that a pass says. */
function comparePasses(a: Pass, b: Pass): number {
  return a.startedAt - b.startedAt || a.endedAt - b.endedAt || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
}
