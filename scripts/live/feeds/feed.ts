/** The one contract behind which each kind of vehicle feed is an adapter. */

import type { Fix } from '../../../src/contract/live.ts';

/** What a feed keeps from one look to the next; it is logged with the fixes, so that a restart goes on from there. */
export type FeedCursor = string | null;

export interface Look {
  /** The relay's clock, in milliseconds since 1970. */
  readonly now: number;
  /** What the look before left. */
  readonly cursor: FeedCursor;
  /** When the present event began; null without one. */
  readonly eventStartedAt: number | null;
  readonly signal: AbortSignal;
}

export interface FeedReading {
  /** None: nobody is out. */
  readonly fixes: readonly Fix[];
  readonly cursor: FeedCursor;
  /** What is odd about it, in words for the operator; it is no failure. */
  readonly notes?: readonly string[];
}

export interface Feed {
  readonly id: string;
  /** Throws FeedFailure when it cannot be read: that is not the same as an empty list. */
  read(look: Look): Promise<FeedReading>;
}

/** Why a feed could not be read, in words for the operator; other feeds go on. */
export class FeedFailure extends Error {
  override readonly name = 'FeedFailure';
}
