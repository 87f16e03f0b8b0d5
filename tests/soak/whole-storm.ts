/** A whole storm of the demonstration as two events one after the other, until the last vehicle is home: nothing private is published. */

import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fastClock } from '../../scripts/live/clock.ts';
import { makeStorm } from '../../scripts/live/demo-storm/make-storm.ts';
import { runLane } from '../../scripts/live/lane.ts';
import { openLane } from '../../scripts/live/open-lane.ts';
import { buildNetwork } from '../../scripts/live/matching/network.ts';
import { findYards } from '../../scripts/live/matching/yards.ts';
import { labelOf } from '../../scripts/live/publishing/labels.ts';
import { PrivacyWatch } from '../live/check-privacy.ts';
import { event, feedOf, watched } from '../live/small-town.ts';

const HOUR = 3_600_000;
const FIVE_MINUTES = 300_000;
const START = Date.parse('2026-01-12T08:00:00Z');
const city = resolve(import.meta.dirname, '..', '..', 'data', 'city');

export interface WholeStorm {
  readonly faults: readonly string[];
  readonly counts: PrivacyWatch['counts'];
  /** Labels shown in each event. */
  readonly labels: readonly number[];
  readonly seconds: number;
}

/** The second event begins in the middle; after the storm the vehicles stand, and are watched for another half hour. */
export async function watchWholeStorm(hours = 12): Promise<WholeStorm> {
  const startedAt = performance.now();
  const dataFolder = await mkdtemp(join(tmpdir(), 'plainview-storm-'));
  try {
    await cp(city, join(dataFolder, 'city'), { recursive: true });
    const second = START + (hours / 2) * HOUR;
    const events = [START, second] as const;
    const begin = (moment: number) =>
      writeFile(
        join(dataFolder, 'city/live/event.json'),
        JSON.stringify(event(`storm-${events.indexOf(moment)}`, moment)),
      );
    await begin(START);
    const { watch, lane } = await prepare(dataFolder, hours, events);
    const faults: string[] = [];
    const clock = watched(fastClock(START), async (now) => {
      if (now % 15_000 !== 0) return;
      // What is written each five minutes is of the second by then, and its vehicles are shown no sooner.
      faults.push(...(await watch.look(now, now >= second + FIVE_MINUTES ? second : START)));
      if (now === second) await begin(second);
    });
    const until = START + (hours + 0.5) * HOUR;
    let keys = 0;
    await runLane({ ...lane, clock, until }, { drawKey: () => keyOf(keys++) });
    const lasting = watch.lastingLabels().map((label) => `${label} is a label of both events`);
    const seconds = (performance.now() - startedAt) / 1000;
    return { faults: [...faults, ...lasting], counts: watch.counts, labels: watch.labelCounts(), seconds };
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}

const keyOf = (index: number) => Buffer.alloc(32, index + 1);

async function prepare(dataFolder: string, hours: number, events: readonly number[]) {
  const lane = await openLane(dataFolder);
  const { streets, settings } = lane;
  const spec = { ...streets, seed: 1, startsAt: START, seconds: hours * 3600, cadenceSeconds: 10 };
  const fixes = makeStorm(spec).fixes.toSorted((a, b) => a.receivedAt - b.receivedAt);
  const names = [...new Set(fixes.map(({ vehicle }) => vehicle))];
  const byVehicle = Map.groupBy(fixes, ({ vehicle }) => vehicle);
  const labelsOf = (vehicle: string) => events.map((_, i) => labelOf(keyOf(i).toString('base64'), 'town', vehicle));
  const byLabel = new Map(
    [...byVehicle].flatMap(([vehicle, of]) => labelsOf(vehicle).map((label) => [label, of] as const)),
  );
  const network = buildNetwork(streets.streets);
  const inYard = findYards(streets.places, network.plane);
  const isInYard = (lon: number, lat: number) => inYard(network.plane.x(lon), network.plane.y(lat));
  const watch = new PrivacyWatch({
    dataFolder,
    delaySeconds: settings.publish_delay_seconds,
    byLabel,
    names,
    isInYard,
  });
  const fixesFolder = join(dataFolder, 'fixes');
  await mkdir(fixesFolder);
  const signal = new AbortController().signal;
  return { watch, lane: { ...lane, feeds: [feedOf(fixes)], fixesFolder, signal, say: () => {} } };
}
