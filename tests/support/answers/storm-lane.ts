/** The demonstration's storm, run through the relay to one moment after another beside a published site, with what truly happened. */

import { cp, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { City } from '../../../src/contract/city.ts';
import type { Segment } from '../../../src/contract/streets.ts';
import { fastClock } from '../../../scripts/live/clock.ts';
import { makeStorm, type Served } from '../../../scripts/live/demo-storm/make-storm.ts';
import { lastMoment, runLane } from '../../../scripts/live/lane.ts';
import { openLane } from '../../../scripts/live/open-lane.ts';
import { feedOf } from '../../live/small-town.ts';

/** Enough to publish the status, and the vehicles after it. */
const HEARD_MS = 60_000;

export interface StormLane {
  /** Holds the site and what the relay writes beside it. */
  readonly dataFolder: string;
  readonly city: City;
  readonly segments: readonly Segment[];
  readonly truth: readonly Served[];
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly delayMs: number;
  /** Later than the moment before; whole minutes since 1970 in milliseconds. */
  runTo(moment: number): Promise<void>;
  remove(): Promise<void>;
}

/** `nightFolder` is a finished night of the demonstration, and stays as it is. */
export async function openStormLane(nightFolder: string, startedAt: number, seconds: number): Promise<StormLane> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'plainview-storm-'));
  await cp(join(nightFolder, 'city'), join(dataFolder, 'city'), { recursive: true });
  await symlink(await realpath(join(nightFolder, 'site')), join(dataFolder, 'site'));
  const lane = await openLane(dataFolder, undefined, {});
  const feed = lane.settings.feeds.find(({ kind }) => kind === 'demo-storm');
  if (feed?.kind !== 'demo-storm') throw new Error(`${nightFolder} is no night of the demonstration`);
  const { id, seed } = feed;
  const { streets, places, segments } = lane.streets;
  const storm = makeStorm({ streets, places, seed, startsAt: startedAt, seconds, cadenceSeconds: 10 });
  const fixesFolder = join(dataFolder, 'fixes');
  const started_at = new Date(startedAt).toISOString();
  const event = { id: 'storm', name: { en: 'Storm', fr: 'Tempête' }, started_at, ended_at: null };
  return {
    ...{ dataFolder, city: lane.city, segments, truth: storm.truth, startedAt },
    delayMs: lane.settings.publish_delay_seconds * 1000,
    runTo: async (moment) => {
      const from = (await lastMoment(fixesFolder)) ?? startedAt;
      await runLane({
        ...{ ...lane, event, fixesFolder, feeds: [{ ...feedOf(storm.fixes), id }], clock: fastClock(from) },
        ...{ until: moment, quietUntil: moment - HEARD_MS, signal: new AbortController().signal, say: () => {} },
      });
    },
    remove: () => rm(dataFolder, { recursive: true, force: true }),
  };
}
