/** The storm of the demonstration: made up anew for each event, and heard of as a real fleet would be. */

import type { Fix } from '../../../src/contract/live.ts';
import type { FeedOf } from '../../../src/contract/live-settings.ts';
import type { StreetFiles } from '../city/read-streets.ts';
import { makeStorm } from '../demo-storm/make-storm.ts';
import type { Feed } from './feed.ts';

/** The vehicles go home after so long. */
const STORM_SECONDS = 12 * 3600;
const CADENCE_SECONDS = 10;

export function demoStormFeed({ id, seed }: FeedOf<'demo-storm'>, { streets, places }: StreetFiles): Feed {
  let storm: { readonly startsAt: number; readonly fixes: readonly Fix[] } | undefined;
  const stormFrom = (startsAt: number) => {
    if (storm?.startsAt === startsAt) return storm;
    const spec = { streets, places, seed, startsAt, seconds: STORM_SECONDS, cadenceSeconds: CADENCE_SECONDS };
    storm = { startsAt, fixes: makeStorm(spec).fixes };
    return storm;
  };
  return {
    id,
    read: async ({ now, cursor, eventStartedAt }) => {
      if (eventStartedAt === null) return { fixes: [], cursor: null };
      const { fixes } = stormFrom(eventStartedAt);
      // The cursor is the place in the list of what comes next, of the storm that began at a moment.
      const [startedAt, place] = (cursor ?? '').split(' ').map(Number);
      const first = startedAt === eventStartedAt ? (place ?? 0) : 0;
      let next = first;
      while (next < fixes.length && (fixes[next] as Fix).receivedAt <= now) next += 1;
      const heard = fixes.slice(first, next).map((fix) => ({ ...fix, source: id }));
      return { fixes: heard, cursor: `${eventStartedAt} ${next}` };
    },
  };
}
