/** What the site says, and how it writes numbers, in both languages. */

import { describe, expect, test } from 'vitest';
import { measureIds, missingReasons } from '../../src/contract/measures.ts';
import { qualityReasons } from '../../src/contract/datasets.ts';
import { outcomes } from '../../src/contract/city.ts';
import type { SeasonalBand } from '../../src/datasets/seasonal-band.ts';
import { en } from '../../src/i18n/en.ts';
import { fr } from '../../src/i18n/fr.ts';
import { makeWording } from '../../src/i18n/make-wording.ts';
import { pastClause } from '../../src/i18n/past-clause.ts';

const english = makeWording('en', 'America/Toronto');
const french = makeWording('fr', 'America/Toronto');
const thin = '\u202f';
const band: SeasonalBand = { low: 86, median: 100, high: 117, fromYear: 2021, toYear: 2025 };

const placesOf = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
const formsOf = (entry: string | { one: string; other: string }) =>
  typeof entry === 'string' ? [entry] : [entry.one, entry.other];

describe('the dictionaries', () => {
  test('have the same keys, none of them empty', () => {
    expect(Object.keys(fr).toSorted()).toEqual(Object.keys(en).toSorted());
    for (const entry of [...Object.values(en), ...Object.values(fr)]) {
      for (const form of formsOf(entry)) expect(form.trim()).not.toBe('');
    }
  });

  test('ask in French for no value that English does not have', () => {
    for (const [key, entry] of Object.entries(fr)) {
      const given = placesOf(formsOf(en[key as keyof typeof en]).join(' '));
      for (const place of placesOf(formsOf(entry).join(' '))) expect(given, key).toContain(place);
    }
  });

  test('have words for every code of the contract', () => {
    for (const id of measureIds) expect(en).toHaveProperty([`measure.${id}.title`]);
    for (const reason of missingReasons) {
      for (const words of ['missing', 'because']) expect(en).toHaveProperty([`${words}.${reason}`]);
    }
    for (const reason of qualityReasons) expect(en).toHaveProperty([`quality.${reason}`]);
    for (const outcome of outcomes) expect(en).toHaveProperty([`outcome.${outcome}`]);
  });
});

describe('numbers and dates', () => {
  test('are written as people write them in each language', () => {
    expect(english.format.count(12345)).toBe('12,345');
    expect(french.format.count(12345)).toBe(`12${thin}345`);
    expect(english.format.share(0.847)).toBe('85%');
    expect(french.format.share(0.847)).toBe(`85${thin}%`);
    expect(french.format.month('2026-10-01')).toBe('octobre 2026');
    expect(french.format.day('2026-11-01')).toBe('1er novembre 2026');
    expect(french.format.instant('2026-11-01T19:32:00Z')).toContain(`14${thin}h${thin}32`);
  });

  test('never round a share to all or to nothing', () => {
    expect(english.format.share(0.996)).toBe('99.6%');
    expect(english.format.share(0.004)).toBe('0.4%');
    expect(english.format.share(1)).toBe('100%');
  });

  test('take the plural of the number that is shown', () => {
    expect(english.days(1.04)).toBe('1 day');
    expect(english.days(1.2)).toBe('1.2 days');
    expect(french.days(1.5)).toBe('1,5 jour');
  });
});

describe('a value beside its own past', () => {
  test('is above it, below it, or within it', () => {
    expect(pastClause(english, 'requests_received', 120, band, '2026-10-01')).toBe(
      ', more than in any October from 2021 to 2025 (86 to 117)',
    );
    expect(pastClause(english, 'requests_received', 79, band, '2026-10-01')).toContain('fewer than in any October');
    expect(pastClause(french, 'requests_received', 100, band, '2026-10-01')).toContain('dans la fourchette');
  });

  test('is within it where both read the same', () => {
    const shares: SeasonalBand = { ...band, low: 0.8, median: 0.9, high: 0.92 };
    expect(pastClause(english, 'on_time_rate', 0.9201, shares, '2026-10-01')).toContain('within the range');
  });

  test('is not compared where the history is too short', () => {
    expect(pastClause(english, 'requests_received', 79, null, '2026-10-01')).toBe('');
  });

  test('a share of a few requests is not called higher or lower than all where chance could make it so', () => {
    const shares = { ...band, low: 0.7, median: 0.8, high: 0.87 };
    const said = (lower: number, upper: number) =>
      pastClause(english, 'fulfilment_rate', 0.95, shares, '2026-10-01', { lower, upper });
    expect(said(0.83, 0.99)).toBe(', compared with 70% to 87% in October from 2021 to 2025');
    expect(said(0.9, 0.99)).toContain('a higher share than in any October');
    expect(pastClause(english, 'fulfilment_rate', 0.6, shares, '2026-10-01', { lower: 0.4, upper: 0.75 })).toContain(
      'compared with',
    );
  });
});

test('a sentence without one of its values stops the build', () => {
  expect(() => english.text('card.as_of')).toThrow('needs a value for {moment}');
});

test('a name that is missing in a language of the city stops the build', () => {
  expect(() => french.name({ en: 'Pothole' })).toThrow('name.fr');
});
