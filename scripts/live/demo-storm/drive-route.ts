/** A vehicle at work, second by second: how fast it goes, where it waits, and what it leaves served behind it. */

import type { StreetClass } from '../../../src/contract/streets.ts';
import type { Random } from '../../support/random.ts';
import { isBackwardEdge, type Network, segmentOf } from '../matching/network.ts';
import { placeAt } from '../matching/parallel.ts';
import type { Drive, Itinerary } from './plan-routes.ts';

/** What is true of a vehicle at one second. Metres, metres a second, degrees clockwise from north. */
export interface Instant {
  readonly x: number;
  readonly y: number;
  readonly speed: number;
  readonly course: number;
  readonly isWorking: boolean;
  /** Undefined in the yard. */
  readonly class: StreetClass | undefined;
}

/** One edge driven to its end with the tools at work: seconds since the shift began. */
export interface ServedEdge {
  readonly edge: number;
  readonly startedAt: number;
  readonly endedAt: number;
}

export interface Shift {
  readonly instants: readonly Instant[];
  readonly served: readonly ServedEdge[];
}

export interface DriverSpec {
  readonly network: Network;
  readonly itinerary: Itinerary;
  readonly yard: { readonly x: number; readonly y: number };
  /** After which it finishes the street it is in. */
  readonly seconds: number;
  /** Metres a second with the tools at work, by class of street; raised, half as fast again. */
  readonly speeds: Readonly<Record<StreetClass, number>>;
  /** Metres to the right of the line on the map. */
  readonly aside: Readonly<Record<StreetClass, number>>;
  readonly random: Random;
}

const raisedFactor = 1.5;
/** Metres a second each second, when braking or pulling away. */
const pull = 1.2;
/** Round a corner, and the least that is still driving. Metres a second. */
const cornerSpeed = 3;
/** A crossing where it must wait, and a wait in the middle of a street (a parked car, a call). Seconds. */
const crossingShare = 0.15;
const waitShare = 0.012;

export function driveRoute(spec: DriverSpec): Shift {
  const instants: Instant[] = [];
  const served: ServedEdge[] = [];
  const pace = 0.85 + 0.3 * spec.random();
  let speed = 0;
  let last: Drive | undefined;
  for (const step of spec.itinerary) {
    if (instants.length >= spec.seconds) break;
    if ('seconds' in step) {
      stand(instants, { ...spec.yard, speed: 0, course: 0, isWorking: false, class: undefined }, step.seconds);
      [speed, last] = [0, undefined];
      continue;
    }
    const startedAt = instants.length;
    speed = driveEdge(instants, step, last, speed, pace, spec);
    last = step;
    if (step.isWorking) served.push({ edge: step.edge, startedAt, endedAt: instants.length });
  }
  return { instants, served };
}

/** Returns the speed at its end. */
function driveEdge(
  instants: Instant[],
  { edge, isWorking }: Drive,
  before: Drive | undefined,
  speed: number,
  pace: number,
  spec: DriverSpec,
): number {
  const { network, random } = spec;
  const length = network.lengths[segmentOf(edge)]!;
  const kind = network.classes[segmentOf(edge)] as StreetClass;
  const most = spec.speeds[kind] * pace * (isWorking ? 1 : raisedFactor);
  const waitAt = random() < waitShare ? random() * length : Infinity;
  let now = before && turnBetween(network, before.edge, edge) > 40 ? Math.min(speed, cornerSpeed) : speed;
  let hasWaited = false;
  for (let along = now; along < length; along += now) {
    instants.push({ ...placeOn(network, edge, along, spec.aside[kind]), speed: now, isWorking, class: kind });
    // Every end is taken as if there might be something coming: that is how plows are driven in a storm.
    const braking = Math.sqrt(cornerSpeed ** 2 + 2 * pull * (length - along));
    now = Math.max(1, Math.min(most, braking, now + pull));
    if (along >= waitAt && !hasWaited) {
      hasWaited = true;
      stand(instants, { ...(instants.at(-1) as Instant), speed: 0 }, 30 + Math.floor(random() * 370));
      now = 1;
    }
  }
  const end = instants.at(-1);
  if (end?.class && random() < crossingShare) stand(instants, { ...end, speed: 0 }, 5 + Math.floor(random() * 25));
  return now;
}

function stand(instants: Instant[], where: Instant, seconds: number): void {
  for (let second = 0; second < seconds; second++) instants.push(where);
}

function placeOn(network: Network, edge: number, along: number, aside: number) {
  const segment = segmentOf(edge);
  const isBackward = isBackwardEdge(edge);
  const { x, y, course } = placeAt(network, segment, isBackward ? network.lengths[segment]! - along : along);
  const heading = isBackward ? course + 180 : course;
  const right = ((heading + 90) * Math.PI) / 180;
  return { x: x + aside * Math.sin(right), y: y + aside * Math.cos(right), course: (heading + 360) % 360 };
}

function turnBetween(network: Network, from: number, to: number): number {
  const end = placeOn(network, from, network.lengths[segmentOf(from)]!, 0).course;
  const start = placeOn(network, to, 0, 0).course;
  return Math.abs(((start - end + 540) % 360) - 180);
}
