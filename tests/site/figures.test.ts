/** The figures on the pages are those of the published CSV, as many digits as are shown. */

import { describe, expect, test } from 'vitest';
import { findMeasure, isOpenBandMeasure, measureIds, type missingReasons } from '../../src/contract/measures.ts';
import type { Language } from '../../src/contract/city.ts';
import { en } from '../../src/i18n/en.ts';
import { fr } from '../../src/i18n/fr.ts';
import { pathOf } from '../../src/i18n/routes.ts';
import {
  codesOf,
  isMonthly,
  languages,
  manifest,
  pageAt,
  pages,
  readCsv,
  readFigures,
  services,
  type BuiltPage,
} from './built-pages.ts';
import { elementsOf, textOf, type HtmlElement } from './html-tree.ts';

const dictionaries = { en, fr };
type Row = ReturnType<typeof readCsv>[number];

const rows = new Map<string, Row>();
for (const row of readFigures()) rows.set(keyOf(row), row);

/** The series that have any figure. */
const published = new Set(
  [...rows.values()].map((row) => [row['measure_id'], row['service_code'], row['area_id']].join('|')),
);

function keyOf(row: Record<string, string | undefined>): string {
  return ['measure_id', 'period_type', 'period_start', 'service_code', 'area_id'].map((name) => row[name]).join('|');
}

/** Shown numbers: `2 013`, `85 %`, `4,8 jours`; with what the last digit stands for. Null for words and dashes. */
function readNumber(text: string, language: Language): { value: number; unit: number } | null {
  const plain =
    language === 'fr'
      ? text.replaceAll(/(?<=\d)[\u00a0\u202f ](?=\d)/g, '').replace(',', '.')
      : text.replaceAll(/(?<=\d),(?=\d{3})/g, '');
  const found = /^(\d+)(?:\.(\d+))?\s*(%?)/u.exec(plain);
  if (found === null) return null;
  const scale = found[3] === '%' ? 100 : 1;
  const decimals = found[2] ?? '';
  return { value: Number(`${found[1]}.${decimals || 0}`) / scale, unit: 10 ** -decimals.length / scale };
}

/** Null where the shown text says what the row does; else what is wrong. `row` is missing where nothing was published. */
function faultOf(text: string, row: Row | undefined, language: Language, isZeroWithoutRow: boolean): string | null {
  const shown = readNumber(text, language);
  if (row === undefined || row['value'] === '') {
    if (row === undefined && isZeroWithoutRow) return shown?.value === 0 ? null : 'no row, so 0';
    const reason = row?.['missing_reason'];
    const words = reason ? dictionaries[language][`missing.${reason as (typeof missingReasons)[number]}`] : null;
    if (shown !== null) return 'a number where none is published';
    return words !== null && words !== text && text !== '–' ? `not the reason “${words}”` : null;
  }
  if (shown === null) return `no number for ${row['value']}`;
  return Math.abs(shown.value - Number(row['value'])) <= shown.unit / 2 + 1e-9 ? null : `not ${row['value']}`;
}

const monthNames = new Map(
  languages.flatMap((language) => {
    const format = new Intl.DateTimeFormat(`${language}-CA`, { month: 'long', year: 'numeric', timeZone: 'UTC' });
    return Array.from({ length: 12 * 20 }, (_, index) => new Date(Date.UTC(2015, index, 1))).map(
      (month) => [`${language} ${plain(format.format(month))}`, month.toISOString().slice(0, 10)] as const,
    );
  }),
);

function plain(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ');
}

function cellsOf(row: HtmlElement): string[] {
  return elementsOf(row, 'th,td').map((cell) => textOf(cell));
}

const bodyRows = (root: HtmlElement) => elementsOf(root, 'tbody').flatMap((body) => elementsOf(body, 'tr'));

interface Compared {
  readonly count: number;
  readonly faults: readonly string[];
}

interface Period {
  readonly period_type: 'month' | 'season' | 'year';
  readonly period_start: string;
}

/** What the first cell of a row names: a month, a year, or, in the card of a season, its winter or summer. */
function periodOf(card: HtmlElement, language: BuiltPage['language'], words: string): Period | undefined {
  const month = monthNames.get(`${language} ${plain(words)}`);
  if (month !== undefined) return { period_type: 'month', period_start: month };
  const [, year] = /^(\d{4})(?:[–-]\d{4})?$/.exec(words) ?? [];
  if (year === undefined) return undefined;
  const [kind] = /^(?:winter|summer)-/.exec(card.attributes['id'] ?? '') ?? [];
  if (kind === undefined) return { period_type: 'year', period_start: `${year}-01-01` };
  return { period_type: 'season', period_start: `${year}-${kind === 'winter-' ? '11' : '05'}-01` };
}

/** The tables of the cards of a page, whose columns are the measures that the card's About names. */
function compareCards(page: BuiltPage, slice: { service_code: string; area_id: string }): Compared {
  const isTierC = codesOf('C').includes(slice.service_code);
  const isCount = (id: string) => findMeasure(id)?.unit === 'count';
  const compared = elementsOf(page.root, 'article').flatMap((card) => {
    const links = elementsOf(card, 'details').flatMap((one) =>
      elementsOf(one, 'a').map(({ attributes }) => attributes['href'] ?? ''),
    );
    const named = links.flatMap((href) => measureIds.filter((id) => href.endsWith(`/${id}/`)));
    // A series without any figure has no column: past due, for a service without a target. The ages have five, always.
    const ids = named.filter(
      (id) =>
        named.length === 1 || isOpenBandMeasure(id) || published.has([id, slice.service_code, slice.area_id].join('|')),
    );
    return bodyRows(card).flatMap((row) => {
      const [period = '', ...cells] = cellsOf(row);
      const of = periodOf(card, page.language, period);
      if (of === undefined) return [];
      return ids.map((id, index) => {
        const found = rows.get(keyOf({ measure_id: id, ...of, ...slice }));

        const fault = faultOf(
          cells[index] ?? '',
          found,
          page.language,
          isCount(id) && !isTierC && of.period_type === 'month',
        );
        return fault === null ? null : `${page.path} ${id} ${period}: “${cells[index]}” is ${fault}`;
      });
    });
  });
  return { count: compared.length, faults: compared.filter((fault) => fault !== null) };
}

/** Every seventh service, and those at the edges of what is published. */
const sampled = services
  .map((service) => service['service_code'] as string)
  .filter((code, index) => index % 7 === 0 || codesOf('C').includes(code));

describe.each(languages)('in %s', (language) => {
  test('the tables of the overview hold the figures of the whole city', () => {
    const { count, faults } = compareCards(pageAt(pathOf({ page: 'overview' }, language)), {
      service_code: 'all',
      area_id: 'all',
    });
    expect(faults).toEqual([]);
    expect(count).toBeGreaterThan(500);
  });

  test.each(sampled)('the tables of the service %s hold its figures', (code) => {
    const page = pageAt(pathOf({ page: 'service', service: code }, language));
    const { count, faults } = compareCards(page, { service_code: code, area_id: 'all' });
    expect(faults).toEqual([]);
    if (isMonthly(code)) expect(count).toBeGreaterThan(20);
  });

  test.each([...new Set(readCsv('areas').map((area) => area['area_id'] as string))])(
    'the tables of the area %s hold its figures',
    (area) => {
      const page = pageAt(pathOf({ page: 'area', area }, language));
      const { count, faults } = compareCards(page, { service_code: 'all', area_id: area });
      expect(faults).toEqual([]);
      expect(count).toBeGreaterThan(500);
    },
  );

  test('the list of services holds the last twelve months of each', () => {
    const page = pageAt(pathOf({ page: 'services' }, language));
    const columns = ['requests_received', 'fulfilment_rate', 'on_time_rate', 'median_days_to_close'];
    const listed = bodyRows(page.root);
    expect(listed.length).toBe(services.length);
    const faults = listed.flatMap((row) => {
      const code = elementsOf(row, 'a')[0]?.attributes['href']?.split('/').at(-2) ?? '';
      return columns.flatMap((id, index) => {
        const cell = cellsOf(row)[index + 1] ?? '';
        const fault = faultOf(cell, newestTwelve(id, code), language, false);
        return fault === null ? [] : [`${code} ${id}: “${cell}” is ${fault}`];
      });
    });
    expect(faults).toEqual([]);
  });

  test('the five figures at the head of the overview are those of the months that their sentences name', () => {
    const page = pageAt(pathOf({ page: 'overview' }, language));
    const items = elementsOf(page.root, 'ol').flatMap((list) => elementsOf(list, 'li'));
    const ids = ['requests_received', 'fulfilment_rate', 'on_time_rate', 'closed_within_7_days', 'open_requests'];
    expect(items.length).toBe(ids.length);
    const last = manifest.coverage.last_whole_month ?? '';
    const lastFinal = [...rows.values()]
      .filter(
        (row) =>
          row['measure_id'] === 'fulfilment_rate' &&
          row['period_type'] === 'month' &&
          row['service_code'] === 'all' &&
          row['area_id'] === 'all',
      )
      .filter((row) => row['value'] !== '' && row['status'] === 'final')
      .map((row) => row['period_start'] ?? '')
      .toSorted()
      .at(-1);
    ids.forEach((id, index) => {
      const shown = textOf(elementsOf(items[index]!, 'strong')[0]!);
      const period_start = id === 'fulfilment_rate' ? lastFinal : last;
      const row = rows.get(
        keyOf({ measure_id: id, period_type: 'month', period_start, service_code: 'all', area_id: 'all' }),
      );
      expect(faultOf(shown, row, language, false), `${id}: ${shown}`).toBe(null);
    });
  });
});

function newestTwelve(id: string, code: string): Row | undefined {
  return [...rows.values()]
    .filter(
      (row) =>
        row['measure_id'] === id &&
        row['period_type'] === 'last_12_months' &&
        row['service_code'] === code &&
        row['area_id'] === 'all',
    )
    .toSorted((a, b) => ((a['period_start'] ?? '') < (b['period_start'] ?? '') ? -1 : 1))
    .at(-1);
}

describe('services about a person or a property', () => {
  const tierC = codesOf('C').flatMap((code) =>
    languages.map((language) => ({
      code,
      language,
      page: pageAt(pathOf({ page: 'service', service: code }, language)),
    })),
  );

  test('are in the demonstration, by month and by year only', () => {
    expect(tierC.some(({ code }) => isMonthly(code))).toBe(true);
    expect(tierC.some(({ code }) => !isMonthly(code))).toBe(true);
  });

  test('say why so little is published', () => {
    const silent = tierC.filter(
      ({ page, language }) => !textOf(page.root).includes(dictionaries[language]['service.tier_c']),
    );
    expect(silent.map(({ page }) => page.path)).toEqual([]);
  });

  test('lead to no record', () => {
    const leading = tierC.filter(({ page }) =>
      elementsOf(page.root, 'a').some(({ attributes }) => /\/requests[./]/.test(attributes['href'] ?? '')),
    );
    expect(leading.map(({ page }) => page.path)).toEqual([]);
  });

  test('show words in a withheld cell, never a zero or a blank', () => {
    const withheld = [...rows.values()].filter((row) => row['missing_reason'] === 'suppressed');
    expect(withheld.length).toBeGreaterThan(0);
    const shown = tierC.filter(({ code, page, language }) => {
      const has = withheld.some((row) => row['service_code'] === code && row['period_type'] !== 'last_12_months');
      return has && !textOf(page.root).includes(dictionaries[language]['missing.suppressed']);
    });
    expect(shown.map(({ page }) => page.path)).toEqual([]);
  });

  test('have no share on time and no open requests anywhere', () => {
    const published = [...rows.values()].filter(
      (row) =>
        codesOf('C').includes(row['service_code'] ?? '') &&
        ['on_time_rate', 'open_requests', 'overdue_requests'].includes(row['measure_id'] ?? ''),
    );
    expect(published).toEqual([]);
    const cards = tierC.flatMap(({ page }) =>
      elementsOf(page.root, 'article').map(({ attributes }) => attributes['id']),
    );
    expect(cards.filter((id) => ['on_time_rate', 'open_requests'].includes(id ?? ''))).toEqual([]);
  });
});

test('no page has an empty cell', () => {
  const empty = pages.filter(({ root }) =>
    elementsOf(root, 'tbody').some((body) =>
      elementsOf(body, 'td,th').some((cell) => textOf(cell) === '' && cell.attributes['class'] !== undefined),
    ),
  );
  expect(empty.map(({ path }) => path)).toEqual([]);
});
