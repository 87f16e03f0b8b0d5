/** The demonstration's storm through the relay and into the page: what an address is told is what truly happened. */

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { askStorm } from '../support/answers/ask-storm.ts';
import type { Judged } from '../support/answers/judge-answer.ts';
import { openStormLane, type StormLane } from '../support/answers/storm-lane.ts';
import { launchChromium } from '../support/chromium.ts';
import { whyNoBrowser } from './served-site.ts';

const noBrowser = whyNoBrowser();
const startedAt = Date.parse('2026-01-12T08:00:00Z');
const moment = startedAt + 45 * 60_000;
/** A thousand at five moments are asked by the soak. */
const addresses = 10;

let lane: StormLane;
let browser: Browser;
let judged: Judged[];

beforeAll(async () => {
  if (noBrowser !== null) return;
  lane = await openStormLane(inject('demoNight').dataFolder, startedAt, (moment - startedAt) / 1000);
  browser = await launchChromium();
  await lane.runTo(moment);
  judged = await askStorm(lane, browser, moment, addresses);
});
afterAll(async () => {
  await browser?.close();
  await lane?.remove();
});
beforeEach((context) => {
  if (noBrowser !== null) context.skip(noBrowser);
});

test('each address is answered on a cold load, live, with its own block, in sentences that can be read', () => {
  expect(judged.map(({ typed, faults }) => ({ typed, faults }))).toEqual(judged.map(({ typed }) => ({ typed, faults: [] }))); // prettier-ignore
});

test('nothing is called done that was not, nor later than it was', () => {
  const verdicts = judged.flatMap((one) => [...one.verdicts.values()]);
  expect(verdicts.filter((verdict) => verdict === 'false done' || verdict === 'a later time')).toEqual([]);
  expect(verdicts).toContain('done, rightly');
  expect(verdicts).toContain('not done, rightly');
});
