/** The judge of the soak's answers: what it calls false would be false, in either language. */

import { expect, test } from 'vitest';
import type { Segment } from '../../../src/contract/streets.ts';
import type { ReadAnswer } from '../../support/answers/ask-page.ts';
import { judgeAnswer } from '../../support/answers/judge-answer.ts';
import type { StormLane } from '../../support/answers/storm-lane.ts';

const block = (segment_id: string, name: string, from_node: string, to_node: string) =>
  ({ properties: { segment_id, name, class: 'local', from_node, to_node } }) as unknown as Segment;
const segments = [block('a', 'Pine Street', 'n1', 'n2'), block('b', 'Elm Street', 'n2', 'n3')];
const at = (time: string) => Date.parse(`2026-01-12T${time}:00-05:00`);

/** Plowed at a quarter past four and at five. */
const lane = {
  segments,
  truth: [{ segmentId: 'a', direction: 'forward', service: 'plow', times: [at('04:17'), at('05:02')] }],
  city: { settings: { time_zone: 'America/Toronto' } },
  startedAt: at('03:00'),
  delayMs: 300_000,
} as unknown as StormLane;

function verdict(sentence: string, published = at('06:00'), segment = segments[0]!, changed: Partial<ReadAnswer> = {}) {
  const language = sentence.includes('à') ? 'fr' : 'en';
  const { name } = segment.properties;
  const between = `${name}, from ${segment === segments[0] ? 'Elm Street' : 'Pine Street'}`;
  const answer: ReadAnswer = {
    ...{ fresh: language === 'fr' ? 'En direct. La' : 'Live. The', title: `12 ${name}` },
    ...{ block: language === 'fr' ? between.replace('from', 'à partir de') : between, sentences: [sentence] },
    ...changed,
  };
  const question = { language, typed: '', address: { number: 12, segment }, published, now: published } as const;
  const { verdicts, faults } = judgeAnswer(answer, question, lane);
  return [verdicts.get('plow'), ...faults];
}

test('the time of the last pass is right, and no other', () => {
  expect(verdict('Plowed at 5:00 a.m., about 1 hour ago. Seen plainly.')).toEqual(['done, rightly']);
  expect(verdict('Rue probablement déneigée à 5 h, il y a environ 1 heure. Vu.')).toEqual(['done, rightly']);
  expect(verdict('Plowed at 4:15 a.m., about 2 hours ago. Seen.')).toEqual(['an earlier pass']);
  expect(verdict('Plowed at 5:25 a.m., about 35 minutes ago. Seen.')).toEqual(['a later time']);
});

test('done where nothing was, and nothing where it was done, are told apart', () => {
  const none = 'Plowing: no pass seen since the storm began at 3:00 a.m. No data does not mean “not plowed”.';
  expect(verdict(none)).toEqual(['missed']);
  expect(verdict(none, at('06:00'), segments[1])).toEqual(['not done, rightly']);
  expect(verdict('Plowed at 5:00 a.m., about 1 hour ago.', at('06:00'), segments[1])).toEqual(['false done']);
  // What is younger than the delay need not be known.
  expect(verdict(none, at('04:20'))).toEqual(['not done, rightly']);
});

test('a wrong age, beginning, block, title or freshness is a fault', () => {
  expect(verdict('Plowed at 5:00 a.m., about 3 hours ago.')).toHaveLength(2);
  expect(verdict('Plowing: no pass seen since the storm began at 2:00 a.m.')).toHaveLength(2);
  expect(verdict('Plowed some time ago.')).toContain('not understood: Plowed some time ago.');
  const right = 'Plowed at 5:00 a.m., about 1 hour ago.';
  for (const changed of [
    { block: 'Pine Street, from Oak Street' },
    { title: '12 Elm Street' },
    { fresh: 'Delayed.' },
  ]) {
    expect(verdict(right, at('06:00'), segments[0], changed)).toHaveLength(2);
  }
});
