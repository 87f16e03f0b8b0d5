/** How long one publish takes, of all files of one round: every one of a storm, in this process. */

import { cp, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fastClock } from '../../../scripts/live/clock.ts';
import { runLane } from '../../../scripts/live/lane.ts';
import { openLane } from '../../../scripts/live/open-lane.ts';
import { publishGate } from './gates.ts';

const root = resolve(import.meta.dirname, '..', '..', '..');

interface Took {
  /** Milliseconds by the clock on the wall, and of all processors. */
  readonly wall: number;
  readonly cpu: number;
}

/** `log` is a recorded storm that begins at `from` and goes on for `hours`. */
export async function benchPublish(folder: string, log: string, from: number, hours: number): Promise<void> {
  const data = join(folder, 'publish');
  await cp(join(root, 'data', 'city'), join(data, 'city'), { recursive: true });
  const fixesFolder = join(data, 'fixes');
  await mkdir(fixesFolder, { recursive: true });
  const took: Took[] = [];
  const aroundPublish = async (publish: () => Promise<void>) => {
    const [startedAt, before] = [performance.now(), process.cpuUsage()];
    await publish();
    const { user, system } = process.cpuUsage(before);
    took.push({ wall: performance.now() - startedAt, cpu: (user + system) / 1000 });
  };
  await runLane(
    {
      ...(await openLane(data, log)),
      ...{ fixesFolder, clock: fastClock(from), until: from + hours * 3_600_000 },
      ...{ signal: new AbortController().signal, say: () => {} },
    },
    { aroundPublish },
  );
  print(took);
}

function print(took: readonly Took[]): void {
  const at = (share: number, of: keyof Took) =>
    took.map((one) => one[of]).toSorted((a, b) => a - b)[Math.ceil(share * took.length) - 1] ?? 0;
  const [must, aim] = publishGate;
  const slow = at(0.99, 'wall');
  const short = slow <= aim ? '' : ` (falls short: ${slow <= must ? `aim ${aim}` : `must ${must}`} ms)`;
  const said = (of: keyof Took) => `${at(0.5, of).toFixed(1)} ms half of them, ${at(0.99, of).toFixed(0)} ms 99 in 100`;
  process.stdout.write(`publish   ${took.length} of them: ${said('wall')}${short}\n`);
  process.stdout.write(`          of the processors: ${said('cpu')}, at most ${at(1, 'cpu').toFixed(0)} ms\n`);
}
