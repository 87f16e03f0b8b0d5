/** Holds an answer of the live page against what truly happened: the address, the block, and of each service whether and when. */

import type { Language } from '../../../src/contract/city.ts';
import type { LiveService } from '../../../src/contract/live.ts';
import { cornersOf, type Address } from './draw-addresses.ts';
import type { ReadAnswer } from './ask-page.ts';
import { readSentence, type Said } from './read-sentence.ts';
import type { StormLane } from './storm-lane.ts';
import { trueTimes, type TrueTimes } from './what-is-true.ts';

/** Where the last pass was not seen, one before it may be said; a later time than any is false. */
export type Verdict =
  'done, rightly' | 'an earlier pass' | 'a later time' | 'missed' | 'not done, rightly' | 'false done';

export interface Judged {
  readonly language: Language;
  readonly typed: string;
  readonly answer: ReadAnswer;
  readonly verdicts: ReadonlyMap<LiveService, Verdict>;
  /** What is wrong whatever the plows did: none is right. */
  readonly faults: readonly string[];
}

export interface Question {
  readonly language: Language;
  readonly typed: string;
  readonly address: Address;
  /** Milliseconds since 1970: the relay's clock at its last publish, and the visitor's. */
  readonly published: number;
  readonly now: number;
}

const services: readonly LiveService[] = ['plow', 'salt', 'sidewalk', 'snow_removal'];
const GRID_MINUTES = 5;
/** Of a time that is said to be rough, by the age of the pass in minutes: it may be earlier by so many. */
const roughMinutes = (age: number) => (age < 200 ? 15 : 30);
/** By which a pass may be dated otherwise: a fix each ten seconds, two of lag, clocks of devices that are 40 s wrong. */
const SLACK_MINUTES = 1;

export function judgeAnswer(answer: ReadAnswer, question: Question, lane: StormLane): Judged {
  const { language, typed, address, published, now } = question;
  const read = answer.sentences.map((sentence) => ({ sentence, said: readSentence(sentence, language) }));
  const minuteOf = minutesIn(lane.city.settings.time_zone);
  const faults = [
    ...shapeFaults(answer, question, lane),
    ...read.flatMap(({ sentence, said }) => (said === null ? [`not understood: ${sentence}`] : [])),
  ];
  const shown = published - lane.delayMs;
  const [certain, possible] = [shown, shown + SLACK_MINUTES * 60_000].map((until) =>
    trueTimes(lane.truth, address.segment, until),
  ) as [TrueTimes, TrueTimes];
  const verdicts = new Map<LiveService, Verdict>();
  for (const service of services) {
    const said = read.find((one) => one.said?.service === service)?.said;
    const times = [certain, possible].flatMap((truth) => truth.get(service) ?? []);
    verdicts.set(service, judge(said, certain.has(service), times.map(minuteOf), minuteOf(now)));
    if (service === 'plow' && said === undefined) faults.push('nothing is said of plowing');
    if (said) faults.push(...momentFaults(said, minuteOf(now), minuteOf(lane.startedAt)));
  }
  return { language, typed, answer, verdicts, faults };
}

/** `trueMinutes`: of the last pass that must be known, and of one that may be. */
function judge(
  said: Said | null | undefined,
  isCertain: boolean,
  trueMinutes: readonly number[],
  now: number,
): Verdict {
  if (said?.isDone !== true) return isCertain ? 'missed' : 'not done, rightly';
  const [last] = trueMinutes;
  if (last === undefined) return 'false done';
  const isRight = trueMinutes.some((minute) => {
    const earliest = said.isAbout ? minute - roughMinutes(now - minute) : floor(minute - SLACK_MINUTES);
    return said.minute >= earliest && said.minute <= floor(minute + SLACK_MINUTES);
  });
  return isRight ? 'done, rightly' : said.minute < last ? 'an earlier pass' : 'a later time';
}

/** The age that is said must be that of the time that is said. */
function momentFaults({ isDone, minute, ago }: Said, now: number, begun: number): string[] {
  if (!isDone) return minute === floor(begun) ? [] : [`the storm did not begin at minute ${minute}`];
  const age = now - minute;
  const tolerance = (ago ?? 0) < 60 ? GRID_MINUTES / 2 : 32;
  const faults = Math.abs((ago ?? 0) - age) <= tolerance ? [] : [`${ago} minutes ago is said of ${age.toFixed(1)}`];
  return minute % GRID_MINUTES === 0 ? faults : [...faults, `minute ${minute} is not in steps of five`];
}

const live: Readonly<Record<Language, RegExp>> = { en: /^Live\. /, fr: /^En direct\. / };
const between: Readonly<Record<Language, RegExp>> = {
  en: /^(.+?), (?:between (.+) and (.+)|from (.+))$/,
  fr: /^(.+?), (?:entre (.+) et (.+)|à partir de (.+))$/,
};

function shapeFaults({ fresh, title, block }: ReadAnswer, question: Question, lane: StormLane): string[] {
  const { language, address } = question;
  const { name } = address.segment.properties;
  const [, street, ...ends] = between[language].exec(block) ?? [];
  const said = ends.filter((end) => end !== undefined).map((end) => end.split(' / ').sort().join(' / '));
  const met = cornersOf(address.segment, lane.segments).map((names) => names.join(' / '));
  const corners = met.filter((end) => end !== '');
  const expected = corners.length === 0 ? name : `${name}: ${corners.join(' and ')}`;
  const found = said.length === 0 ? block : `${street}: ${said.join(' and ')}`;
  return [
    ...(live[language].test(fresh) ? [] : [`not live: ${fresh}`]),
    ...(title === `${address.number} ${name}` ? [] : [`the title is ${title}`]),
    ...(found === expected ? [] : [`the block is ${found}, not ${expected}`]),
  ];
}

function minutesIn(timeZone: string): (moment: number) => number {
  const format = new Intl.DateTimeFormat('en-CA', { timeStyle: 'medium', hourCycle: 'h23', timeZone });
  return (moment) => {
    const [hour = 0, minute = 0, second = 0] = format.format(moment).split(':').map(Number);
    return hour * 60 + minute + second / 60;
  };
}

function floor(minute: number): number {
  return Math.floor(minute / GRID_MINUTES) * GRID_MINUTES;
}
