/** Run by the kill test in a process of its own: a storm of the small town, with a key that is known. */

import { join } from 'node:path';
import { fastClock } from '../../scripts/live/clock.ts';
import { lastMoment, runLane } from '../../scripts/live/lane.ts';
import { openLane } from '../../scripts/live/open-lane.ts';
import { stormStart, townKey } from './small-town.ts';

const [data = '', until = ''] = process.argv.slice(2);
const lane = await openLane(data);
const fixesFolder = join(data, 'fixes');
const start = Math.max(stormStart, (await lastMoment(fixesFolder)) ?? 0);
await runLane(
  {
    ...{ ...lane, fixesFolder, clock: fastClock(start), until: Number(until) },
    signal: new AbortController().signal,
    say: (line) => void process.stdout.write(`${line}\n`),
  },
  { drawKey: () => townKey },
);
