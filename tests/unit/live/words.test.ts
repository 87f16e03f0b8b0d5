/** What the live page says: each state of each service in both languages, and how fresh it all is, by the visitor's clock. */

import { describe, expect, test } from 'vitest';
import { ageLetter } from '../../../src/contract/live-ages.ts';
import {
  clearingService,
  confidences,
  liveServices,
  passStates,
  type LiveHead,
  type LiveStatus,
  type StatusColumns,
} from '../../../src/contract/live.ts';
import { streetClasses } from '../../../src/contract/streets.ts';
import { makeWording } from '../../../src/i18n/make-wording.ts';
import { readBlocks, writeBlocks } from '../../../src/live/block-list.ts';
import { freshWords } from '../../../src/live/fresh-words.ts';
import { freshnessOf, showsVehicles } from '../../../src/live/freshness.ts';
import { drawnStreets } from '../../../src/live/map-panel.ts';
import { readStatus } from '../../../src/live/read-status.ts';
import { areaSentence, blockSentence, cellSentences, sentencesOf } from '../../../src/live/street-words.ts';
import { agoOf, atTime } from '../../../src/live/time-words.ts';
import { ageOf } from '../../../src/map/street-ages.ts';

const english = makeWording('en', 'America/Toronto');
const french = makeWording('fr', 'America/Toronto');
const now = Date.parse('2026-01-12T12:05:00Z');
const at = Date.parse('2026-01-12T11:40:00Z');
const since = Date.parse('2026-01-12T03:00:00Z');
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('a block', () => {
  test.each([
    ['done', 'A', 'Plowed at 6:40 a.m., about 25 minutes ago. Seen plainly.'],
    ['done', 'B', 'Plowed at 6:40 a.m., about 25 minutes ago. Seen, with a small doubt.'],
    [
      'done',
      'C',
      'Likely plowed at 6:40 a.m., about 25 minutes ago. Not sure: the positions could also be of another street or lane.',
    ],
    [
      'drove',
      'A',
      'A plow drove this street at 6:40 a.m., about 25 minutes ago. Whether its blade was down is not known. Seen plainly.',
    ],
    ['blocked', 'A', 'Plowing: reported blocked at 6:40 a.m., about 25 minutes ago, by the crew.'],
    ['inspected', 'A', 'Plowing: inspected at 6:40 a.m., about 25 minutes ago, by a supervisor.'],
  ] as const)('%s, %s', (state, confidence, sentence) => {
    expect(plain(blockSentence(english, 'plow', { state, at, confidence }, since, now))).toBe(sentence);
  });

  test('of which nothing is known is never “not plowed”', () => {
    expect(plain(blockSentence(english, 'plow', { state: 'none' }, since, now))).toBe(
      'Plowing: no pass seen since the storm began on January 11 at 10:00 p.m. No data does not mean “not plowed”.',
    );
  });

  test('that a plow without a sensor drove is never called plowed, in any service or language', () => {
    for (const service of liveServices) {
      const said = [english, french].map((wording) =>
        blockSentence(wording, service, { state: 'drove', at, confidence: 'A' }, since, now),
      );
      expect(said.join(' '), service).not.toMatch(/plowed|cleared|salted|removed \d|déneigée? [aà]|épandu |enlevée/i);
    }
  });

  test('has a sentence for every state, service and confidence, in both languages', () => {
    const sentences = [english, french].flatMap((wording) =>
      liveServices.flatMap((service) =>
        passStates.flatMap((state) =>
          confidences.map((confidence) => blockSentence(wording, service, { state, at, confidence }, since, now)),
        ),
      ),
    );
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
      expect(plain(sentence)).toMatch(/6:40 a\.m\.|6 h 40/);
      expect(sentence).not.toMatch(/\{|\.\.|undefined/);
    }
    expect(plain(blockSentence(french, 'plow', { state: 'done', at, confidence: 'A' }, since, now))).toBe(
      'Rue déneigée à 6 h 40, il y a environ 25 minutes. Vu clairement.',
    );
  });
});

const columns = (state: string, minutes: readonly number[]): StatusColumns => ({
  at: now / 1000,
  since: since / 1000,
  state,
  age: minutes.map((minute) => ageLetter(now - minute * 60_000, now)).join(''),
});
const status: LiveStatus = { ...columns('dfw-hb', [25, 200, 60, 90]), others: { salt: 1 } };
const salt = columns('d-----', [40]);
const blocks = (...indices: number[]) => indices.map((index) => ({ index, class: 'local' as const }));

describe('several blocks', () => {
  const read = readStatus(status, { salt });

  test('the columns are read past what has no minutes', () => {
    const states = blocks(0, 1, 2, 3, 4, 5, 6).map((block) => read.stateOf('plow', block));
    expect(states.map((one) => one?.state)).toEqual(['done', 'done', 'drove', 'none', 'hidden', 'blocked', 'none']);
    expect(states[5]).toEqual({ state: 'blocked', at: now - 95 * 60_000, confidence: 'A' });
  });

  test('are counted by what is known of each, and only what was seen of salting', () => {
    expect(sentencesOf(english, read, blocks(0, 1, 2, 3, 4), now).map(plain)).toEqual([
      'Plowing: 1 of 5 blocks done at 6:40 a.m.; 1 of 5 likely done at about 3:30 a.m.; 1 of 5 driven by a vehicle without a sensor at about 6:00 a.m.; 1 of 5 with no pass seen since the storm began; 1 of 5 hidden on a dispatcher’s order.',
      'Salting: 1 of 5 blocks done at 6:25 a.m.',
    ]);
    expect(cellSentences(english, read, blocks(0, 3), now).map(plain)).toEqual([
      'Plowing: 1 of 2 blocks done at 6:40 a.m.; 1 of 2 with no pass seen since the storm began.',
      'Salting: 1 of 2 blocks done at 6:25 a.m.',
    ]);
    expect(cellSentences(english, read, blocks(3), now)).toEqual(['No pass seen since the storm began.']);
  });

  test('of a service whose file was not read say nothing, and never that it was not done', () => {
    const first = readStatus(status);
    const mixed = [...blocks(0), { index: 1, class: 'path' as const }];
    expect(first.stateOf('salt', blocks(1)[0]!)).toBeUndefined();
    expect(sentencesOf(english, first, blocks(1), now)).toHaveLength(1);
    const withSidewalks = readStatus({ ...status, others: { sidewalk: 1 } });
    expect(sentencesOf(english, withSidewalks, mixed, now).map(plain).at(-1)).toMatch(
      /^Sidewalk likely cleared at about 3:30/,
    );
  });

  test('of which none was seen are told once, with the beginning of the storm', () => {
    const nothing = readStatus({ ...status, state: '-------', age: '', others: {} });
    expect(sentencesOf(english, nothing, blocks(0, 1), now).map(plain)).toEqual([
      'Plowing: no pass seen since the storm began on January 11 at 10:00 p.m. No data does not mean “not plowed”.',
    ]);
  });

  test('are counted in French by the grammar of one and of many', () => {
    expect(sentencesOf(french, read, blocks(0, 3), now).map(plain)).toEqual([
      'Déneigement : 1 tronçon sur 2 fait à 6 h 40; 1 sur 2 sans passage vu depuis le début de la tempête.',
      'Épandage de sel : 1 tronçon sur 2 fait à 6 h 25.',
    ]);
  });

  test('of an area make one sentence', () => {
    expect(plain(areaSentence(english, read, blocks(0, 1, 2, 3, 4, 5), now))).toBe(
      '3 of 6 blocks served, as far as is known, the last at 6:40 a.m.',
    );
    expect(areaSentence(english, read, blocks(3), now)).toBe('No pass seen since the storm began.');
  });

  test('without an event there is nothing to say', () => {
    const none = readStatus({ ...status, since: null });
    expect([sentencesOf(english, none, blocks(0), now), cellSentences(english, none, blocks(0), now)]).toEqual([
      [],
      [],
    ]);
  });

  test('a laneway and a path have their own services', () => {
    expect(streetClasses.map(clearingService)).toEqual(['plow', 'plow', 'plow', 'plow', 'laneway', 'sidewalk']);
  });

  test('as an attribute they come back as they were', () => {
    const some = [...blocks(3, 4, 5, 9), { index: 10, class: 'laneway' as const }];
    expect(writeBlocks(some)).toBe('3-5l 9l 10n');
    expect(readBlocks(writeBlocks(some))).toEqual(some);
  });
});

describe('how fresh', () => {
  const head: LiveHead = {
    seq: 1,
    at: now / 1000,
    fix: now / 1000 - 310,
    mode: 'event',
    on: 27,
    of: 31,
    next: 15,
    status: 1,
    streets: 'a',
  };
  const after = (seconds: number) => freshnessOf(head, 300, now + seconds * 1000);

  test('goes by the visitor’s clock: live, a few minutes behind, delayed, and after a quarter of an hour no dots', () => {
    expect([0, 79, 80, 289, 290, 889, 890, 1e6].map(after)).toEqual([
      'live', 'live', 'behind', 'behind', 'delayed', 'delayed', 'silent', 'silent',
    ]); // prettier-ignore
    expect((['live', 'behind', 'delayed', 'silent', 'standby', 'none'] as const).map(showsVehicles)).toEqual([
      true, true, true, false, false, false,
    ]); // prettier-ignore
  });

  test.each([
    [
      head,
      0,
      'Live. The newest position is from 6:59 a.m. Positions are shown 5 minutes late on purpose, for the safety of the people who drive. 27 of 31 vehicles are reporting. No data does not mean “not plowed”.',
    ],
    [head, 3600, 'No positions since 6:59 a.m.; street times here are the last known.'],
    [
      { ...head, fix: null },
      0,
      'A storm is being worked, and no position can be shown yet. 27 of 31 vehicles are reporting. No data does not mean “not plowed”.',
    ],
    [{ ...head, mode: 'off_season' as const }, 0, 'It is off season: no plow is expected, and none reports.'],
    [null, 0, 'There is no live information at the moment. No data does not mean “not plowed”.'],
  ])('in words %#', (one, later, sentence) => {
    expect(plain(freshWords(english, one, 300, now + later * 1000).sentences.join(' '))).toBe(sentence);
  });
});

describe('time', () => {
  test('of today needs no day, of another has it, by the city’s clock', () => {
    expect(plain(atTime(english, at, now))).toBe('at 6:40 a.m.');
    expect(plain(atTime(english, since, now))).toBe('on January 11 at 10:00 p.m.');
    expect(plain(atTime(french, since, now))).toBe('le 11 janvier à 22 h');
  });

  test.each([
    [1, 'just now'],
    [24, 'about 25 minutes ago'],
    [59, 'about 1 hour ago'],
    [150, 'about 3 hours ago'],
    [47 * 60, 'about 47 hours ago'],
    [72 * 60, 'about 3 days ago'],
  ])('%i minutes are %s', (minutes, words) => {
    expect(agoOf(english, now - minutes * 60_000, now)).toBe(words);
  });
});

describe('on the map', () => {
  test('ages change at 2, 6, 12 and 24 hours', () => {
    expect([0, 1.99, 2, 6, 12, 24, 100, null].map(ageOf)).toEqual([
      'under_2', 'under_2', 'under_6', 'under_12', 'under_24', 'over_24', 'over_24', 'none',
    ]); // prettier-ignore
  });

  test('what is likely only, or was driven without a sensor, is hatched; what is blocked has no age', () => {
    const drawn = drawnStreets(readStatus(status), 'plow', Array(6).fill('local'), now);
    expect(drawn.map(({ age, isLikely }) => `${age}${isLikely ? ' hatched' : ''}`)).toEqual([
      'under_2', 'under_6 hatched', 'under_2 hatched', 'none', 'none', 'none',
    ]); // prettier-ignore
  });
});
