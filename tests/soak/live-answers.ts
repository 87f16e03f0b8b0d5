/** The live page, asked for addresses on cold loads at moments of the demonstration's storm, and held against what truly happened. */

import { liveServices, type LiveService } from '../../src/contract/live.ts';
import { gates } from '../bench/live/gates.ts';
import { askStorm, tallyOf, type Tally } from '../support/answers/ask-storm.ts';
import type { Judged } from '../support/answers/judge-answer.ts';
import { openStormLane } from '../support/answers/storm-lane.ts';
import { launchChromium } from '../support/chromium.ts';

const STARTED_AT = Date.parse('2026-01-12T08:00:00Z');
/** Of the storm: from a first look to when nearly all that will be plowed is. */
const moments = [45, 120, 240, 420, 660];
const ADDRESSES = 200;

/** What is wrong; none is a good page. `nightFolder` is a finished night of the demonstration. */
export async function askAllAnswers(nightFolder: string, print: (text: string) => void): Promise<string[]> {
  const lane = await openStormLane(nightFolder, STARTED_AT, Math.max(...moments) * 60);
  const browser = await launchChromium();
  const all: Judged[] = [];
  try {
    for (const minutes of moments) {
      const moment = STARTED_AT + minutes * 60_000;
      await lane.runTo(moment);
      const judged = await askStorm(lane, browser, moment, ADDRESSES);
      all.push(...judged);
      print(`answers   ${String(minutes).padStart(3)} min into the storm: ${describe(tallyOf(judged, 'plow'))}`);
    }
  } finally {
    await browser.close();
    await lane.remove();
  }
  for (const service of liveServices) {
    const tally = tallyOf(all, service);
    if (isSaid(tally)) print(`answers   ${service}: ${describe(tally)}`);
  }
  for (const { language, typed, answer } of all.filter(({ verdicts }) => verdicts.get('plow') === 'false done'))
    print(`          false done  ${language}  ${typed}: ${answer.sentences[0]}`);
  return [...all.flatMap(({ typed, faults }) => faults.map((fault) => `${typed}: ${fault}`)), ...misses(all, 'plow')];
}

function isSaid({ counts }: Tally): boolean {
  return counts['done, rightly'] + counts.missed + counts['false done'] > 0;
}

function describe({ answers, counts, falseDone, recall }: Tally): string {
  const said = Object.entries(counts).map(([verdict, count]) => `${count} ${verdict}`);
  return `${answers} answers, ${said.join(' · ')}; false done ${percent(falseDone)}, recall ${percent(recall)}`;
}

function misses(all: readonly Judged[], service: LiveService): string[] {
  const { falseDone, recall } = tallyOf(all, service);
  const { falseDone: most, recall: least } = gates[10] ?? { falseDone: [0], recall: [1] };
  return [
    ...(falseDone <= most[0] ? [] : [`false done ${percent(falseDone)}, at most ${percent(most[0])}`]),
    ...(recall >= least[0] ? [] : [`recall ${percent(recall)}, at least ${percent(least[0])}`]),
  ];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}
