/** The command that runs all winter: from where the plows are to what the public sees of it. */

import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { readDispatch } from './live/city/read-dispatch.ts';
import { liveFolder } from './live/city/read-live-folder.ts';
import { endEvent, startEvent } from './live/city/write-event.ts';
import { fastClock, machineClock, speedyClock, type LaneClock } from './live/clock.ts';
import { demoLane } from './live/demo-lane.ts';
import { lastMoment, runLane } from './live/lane.ts';
import { openLane, type OpenLane } from './live/open-lane.ts';
import type { CommandSpec, CommandValues } from './support/command-line.ts';
import { dataFolders } from './support/data-folders.ts';
import { namingFullDisk, theLane } from './support/disk-full.ts';
import { createLog } from './support/log.ts';
import { acquireLock, relayAlreadyRunning } from './support/night-lock.ts';
import { OperatorError } from './support/operator-error.ts';
import { refuseClock } from './support/refuse-options.ts';
import { runCommand } from './support/run-command.ts';

const instant = (text: string) =>
  z.iso.datetime({ offset: true }).safeParse(text).success
    ? undefined
    : 'an instant with its offset, such as 2026-01-12T08:00:00Z';
const speed = (text: string) =>
  text === 'fast' || Number(text) > 0 ? undefined : 'fast, or a number of times as fast';

const command = {
  command: 'npm run live',
  summary: 'The relay: reads the feeds of vehicles and writes what the live page polls, until it is ended.',
  options: {
    data: { value: 'DIR', description: 'the folder that holds city/, live/, site …', default: 'data' },
    'start-event': { value: 'NAME', description: 'begin an event now, and end; a running relay takes it up at once' },
    'end-event': { description: 'end the event now, and end' },
    from: { value: 'INSTANT', description: 'a clock that begins then, for a storm of the past', check: instant },
    until: { value: 'INSTANT', description: 'end then', check: instant },
    speed: {
      value: 'SPEED',
      description: 'with --from: fast, or so many times as fast',
      check: speed,
      default: 'fast',
    },
    demo: { description: 'the demonstration’s storm, begun three hours ago: what npm start runs beside its site' },
    replay: { value: 'LOG', description: 'a log of fixes, or a folder of them, in the place of the feeds' },
  },
} as const satisfies CommandSpec;
type Values = CommandValues<typeof command>;

async function live(values: Values): Promise<void> {
  refuseClock(values.from, values.until);
  const lane = await openLane(values.data, values.replay);
  if (values.demo && !lane.city.settings.demo) throw noDemonstration(lane.city.folder);
  if (values['start-event'] !== undefined || values['end-event']) await changeEvent(lane, values);
  else await relay(lane, values);
}

async function changeEvent({ city, streets }: OpenLane, values: Values): Promise<void> {
  const { event } = await readDispatch(liveFolder(city.folder), city, streets, undefined);
  const name = values['start-event'];
  const now = new Date();
  const written = name === undefined ? await endEvent(city, event, now) : await startEvent(city, event, name, now);
  createLog().line(`event     ${written.id} ${name === undefined ? 'ended' : 'begun'} at ${now.toISOString()}`);
}

async function relay(lane: OpenLane, values: Values): Promise<void> {
  const { fixes, data } = dataFolders(values.data);
  const log = createLog();
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort());
  const run = async () => {
    await mkdir(fixes, { recursive: true, mode: 0o700 });
    const lock = await acquireLock(fixes, { note: log.line }, relayAlreadyRunning);
    try {
      const own = values.demo
        ? await demoLane(values.data, () => Date.now())
        : { fixesFolder: fixes, clock: await clockOf(values, fixes) };
      const until = values.until === undefined ? undefined : Date.parse(values.until);
      const { feeds, streets, publicFolder } = lane;
      log.line(`live      ${feeds.length} feeds, ${streets.segments.length} segments, into ${publicFolder}`);
      await runLane({ ...lane, ...own, until, signal: ending.signal, say: log.line });
    } finally {
      await lock.release();
    }
  };
  await namingFullDisk(data, run, theLane);
}

/** Its storm would replace what the relay of a real city wrote. */
function noDemonstration(folder: string): OperatorError {
  return new OperatorError('LIVE_NOT_A_DEMO', {
    exit: 'configuration',
    message: 'A storm that is made up is shown for a demonstration only.',
    faults: [{ where: path.join(folder, 'city.json'), found: 'a real city', expected: '"demo": true' }],
    remedy: 'Leave --demo out: npm run live',
  });
}

/** A clock of the past goes on where the log ends: a run that was cut off ends as one that was not. */
async function clockOf({ from, speed }: Values, fixesFolder: string): Promise<LaneClock> {
  if (from === undefined) return machineClock();
  const start = Math.max(Date.parse(from), (await lastMoment(fixesFolder)) ?? 0);
  return speed === 'fast' ? fastClock(start) : speedyClock(start, Number(speed));
}

process.exitCode = await runCommand(command, process.argv.slice(2), live, (values) =>
  existsSync(path.join(values?.data ?? 'data', 'live', 'head.json'))
    ? 'The live files stay as they were last written; the page says how old they are.'
    : 'There are no live files.',
);
