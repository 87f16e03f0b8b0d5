/** Addresses asked of the live page at one moment of a storm, each on a cold load, and what became of them. */

import type { Browser } from 'playwright-core';
import type { LiveService } from '../../../src/contract/live.ts';
import { startSiteServer } from '../../../scripts/publish/site-server.ts';
import { askPage, openColdPage } from './ask-page.ts';
import { drawAddresses } from './draw-addresses.ts';
import { judgeAnswer, type Judged, type Verdict } from './judge-answer.ts';
import type { StormLane } from './storm-lane.ts';

/** A visitor comes some seconds after the relay wrote. */
const LATER_MS = 7_000;

/** At `moment`, in milliseconds since 1970, to which the lane has run; in the languages of the city by turns. */
export async function askStorm(lane: StormLane, browser: Browser, moment: number, count: number): Promise<Judged[]> {
  const server = await startSiteServer({ dataFolder: lane.dataFolder, port: 0 });
  const url = server.url.replace(/\/$/, '');
  const { languages } = lane.city.settings;
  const judged: Judged[] = [];
  const page = await openColdPage(browser);
  try {
    for (const [turn, address] of drawAddresses(lane.segments, count, moment).entries()) {
      const language = languages[turn % languages.length] ?? 'en';
      const said = `${address.number} ${address.segment.properties.name}`;
      // Who types on a telephone leaves capitals out.
      const typed = turn % 4 < 2 ? said : said.toLowerCase();
      const [published, now] = [moment, moment + LATER_MS];
      const answer = await askPage(page, { url, language, now, typed });
      judged.push(judgeAnswer(answer, { language, typed, address, published, now }, lane));
    }
  } finally {
    await page.context().close();
    await server.close();
  }
  return judged;
}

export interface Tally {
  readonly answers: number;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Of the blocks where nothing was done, those said to be done; of those done, those said so. 0–1. */
  readonly falseDone: number;
  readonly recall: number;
}

export function tallyOf(judged: readonly Judged[], service: LiveService): Tally {
  const verdicts = judged.map((one) => one.verdicts.get(service));
  const count = (verdict: Verdict) => verdicts.filter((one) => one === verdict).length;
  const counts = {
    'done, rightly': count('done, rightly'),
    'an earlier pass': count('an earlier pass'),
    'a later time': count('a later time'),
    missed: count('missed'),
    'not done, rightly': count('not done, rightly'),
    'false done': count('false done'),
  };
  const undone = counts['not done, rightly'] + counts['false done'];
  const seen = counts['done, rightly'] + counts['an earlier pass'] + counts['a later time'];
  return {
    ...{ answers: judged.length, counts },
    falseDone: undone === 0 ? 0 : counts['false done'] / undone,
    recall: seen + counts.missed === 0 ? 1 : seen / (seen + counts.missed),
  };
}
