/** What the live lane passes on and publishes: fixes, passes, the files under `/live/`. Types and words only: browsers read this. */

import type { StreetClass } from './streets.ts';

/** What is done to a street. Each has its own clock and its own evidence: salting is not plowing. */
export const liveServices = [
  'plow',
  'salt',
  'sand',
  'cut_back',
  'snow_removal',
  'laneway',
  'sidewalk',
  'bus_stop',
] as const;
export type LiveService = (typeof liveServices)[number];

export const vehicleKinds = ['plow', 'loader', 'sidewalk_machine', 'other'] as const;
export type VehicleKind = (typeof vehicleKinds)[number];

/** What a vehicle's sensors say; undefined where there is no such sensor. */
export interface Work {
  readonly blade?: boolean;
  readonly wing?: boolean;
  readonly spreader?: boolean;
  readonly blower?: boolean;
  readonly loader?: boolean;
}

/** One position as a feed sent it. Never published. */
export interface Fix {
  /** The feed's own name for the vehicle. */
  readonly vehicle: string;
  /** The device's clock, in milliseconds since 1970; null where the feed sends none. */
  readonly at: number | null;
  /** The relay's clock when it read the fix, in milliseconds since 1970. */
  readonly receivedAt: number;
  /** Degrees, WGS 84. */
  readonly lon: number;
  readonly lat: number;
  /** Metres a second. */
  readonly speed?: number;
  /** Degrees clockwise from north. */
  readonly bearing?: number;
  /** Metres, one standard deviation. */
  readonly accuracy?: number;
  readonly work: Work;
  readonly kind: VehicleKind;
  /** The id of the feed. */
  readonly source: string;
}

/** How sure a pass is: A seen plainly, C likely. */
export const confidences = ['A', 'B', 'C'] as const;
export type Confidence = (typeof confidences)[number];

/**
 * `done` a machine with its tool at work · `drove` a plow without a sensor: "a plow drove this street" · the rest a
 * person's word, which wins.
 */
export const passStates = ['done', 'drove', 'blocked', 'skipped', 'inspected'] as const;
export type PassState = (typeof passStates)[number];

/** One segment served once, in one direction of travel. */
export interface Pass {
  readonly segmentId: string;
  /** Along or against the order of the segment's points; the side served is the right of travel. `both` is a person's word. */
  readonly direction: 'forward' | 'backward' | 'both';
  readonly service: LiveService;
  readonly state: PassState;
  /** Milliseconds since 1970 at which the segment was entered and left. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** Of the segment's length, driven, and of what was driven, with the tool at work; 0–1. */
  readonly coveredShare: number;
  readonly workingShare: number;
  readonly confidence: Confidence;
  /** `gps`, or a supervisor's list. */
  readonly basis: 'gps' | 'supervisor';
}

/** `event`: a storm is being worked · `standby`: winter, none declared · `off_season`: no feed is expected. */
export const liveModes = ['standby', 'event', 'off_season'] as const;
export type LiveMode = (typeof liveModes)[number];

/** `head.json`, at most 200 bytes: read by every page every 15 s, so its names are short. */
export interface LiveHead {
  /** Sequence: moves whenever anything else did. */
  readonly seq: number;
  /** When the relay wrote this, and the newest fix that is published (null before the first): seconds since 1970. */
  readonly at: number;
  readonly fix: number | null;
  readonly mode: LiveMode;
  /** Vehicles reporting, of those expected. */
  readonly on: number;
  readonly of: number;
  /** Seconds to the next poll. */
  readonly next: number;
  /** `status/<status>.json` and `streets.<streets>.json`; null where there is none yet. */
  readonly status: number | null;
  readonly streets: string;
}

/** `vehicles.json`: columns of one length, a vehicle an index. Labels change with each event. */
export interface LiveVehicles {
  /** Seconds since 1970: what the ages count back from, whichever `head.json` was read before. */
  readonly at: number;
  readonly label: readonly string[];
  /** Degrees, five decimals, snapped to the road. */
  readonly lon: readonly number[];
  readonly lat: readonly number[];
  /** Degrees clockwise from north, in steps of 45. */
  readonly heading: readonly number[];
  readonly kind: readonly VehicleKind[];
  /** Seconds before `at`, never less than the publish delay. */
  readonly age: readonly number[];
}

/**
 * `status/<n>.json`: of the segments of `streets.<hash>.json`, in their order, how it stands with what clears them, which
 * is by their class (`clearingService`). `status/<number>.<service>.json` holds the same columns of one service alone.
 */
export interface StatusColumns {
  /** Seconds since 1970, on a full five minutes: what the ages count back from. */
  readonly at: number;
  /** When the event began, seconds since 1970; null without one. Nothing from before it shows. */
  readonly since: number | null;
  /** A letter a segment, of `stateLetters`; empty without an event. */
  readonly state: string;
  /** Of the segments with a state, which are those without `-` or `h`, in their order: a letter each, of `ageLetters`. */
  readonly age: string;
}

export interface LiveStatus extends StatusColumns {
  /** What was seen of streets that it does not clear: its newest file, `status/<number>.<service>.json`. */
  readonly others: { readonly [Service in LiveService]?: number };
}

export interface KnownState {
  readonly state: PassState;
  readonly confidence: Confidence;
}

/** A person's word is sure. `-`: nothing since the event began. `h`: hidden on a dispatcher's order, which must never look like "not done". */
export const stateLetters: Readonly<Record<string, KnownState | { readonly state: 'none' | 'hidden' }>> = {
  d: { state: 'done', confidence: 'A' },
  e: { state: 'done', confidence: 'B' },
  f: { state: 'done', confidence: 'C' },
  v: { state: 'drove', confidence: 'A' },
  w: { state: 'drove', confidence: 'B' },
  x: { state: 'drove', confidence: 'C' },
  b: { state: 'blocked', confidence: 'A' },
  s: { state: 'skipped', confidence: 'A' },
  i: { state: 'inspected', confidence: 'A' },
  '-': { state: 'none' },
  h: { state: 'hidden' },
};

/** What clears the snow of a class of street: always said, done or not. */
export function clearingService(kind: StreetClass): LiveService {
  return kind === 'laneway' ? 'laneway' : kind === 'path' ? 'sidewalk' : 'plow';
}

/** `streets.<hash>.json`: the segments in the order of the status columns; written once and kept for ever. */
export interface LiveStreets {
  readonly segment: readonly string[];
  /** An index into `streets`. */
  readonly street: readonly number[];
  readonly streets: readonly { readonly id: string; readonly name: string }[];
  readonly class: readonly string[];
  /** House numbers at the start and the end of the left side, then of the right; null where there are none. */
  readonly houses: readonly (readonly (number | null)[] | null)[];
  /** Each segment's points as one list of differences in 1e-5 degrees, the first from the point `origin`. */
  readonly origin: readonly [number, number];
  readonly points: readonly (readonly number[])[];
}
